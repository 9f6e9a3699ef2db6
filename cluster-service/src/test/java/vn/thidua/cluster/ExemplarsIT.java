package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.kit.test.Api;

class ExemplarsIT {
    private static final Province PROVINCE = Province.instance();
    private static final Api ANYBODY = PROVINCE.person("somebody-who-only-logged-in");

    private final ExemplarWork work = ExemplarWork.anew();
    private final UUID unit = work.unit;

    @Test
    void aHouseholdIsProposedVerifiedAgreesAndIsPublished() {
        var proposed = Draft.ok(work.officer.post("/api/v1/exemplars", ExemplarWork.newExemplar(unit)));
        var id = proposed.id();
        assertThat(proposed.body().path("state").asString()).isEqualTo("PROPOSED");
        assertThat(ANYBODY.get(path(id)).status()).isEqualTo(404);
        Draft.ok(work.step(work.agency, id, "verification", null));
        Draft.ok(work.consent(id));
        var published =
                Draft.ok(work.step(work.agency, id, "publication", null)).body();
        assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(published.path("consent").path("day").asString()).isEqualTo("2026-01-15");
        assertThat(published.path("consent").path("obtainedBy").asString())
                .isEqualTo(published.path("proposed").path("by").asString());
        assertThat(published.path("judged").path("by").asString())
                .isEqualTo(published.path("published").path("by").asString())
                .isNotEqualTo(published.path("proposed").path("by").asString());
        var seen = Draft.ok(ANYBODY.get(path(id))).body();
        assertThat(seen.path("name").asString()).isEqualTo("Hộ ông Lò Văn Mẫu");
        assertThat(seen.path("story").asString()).contains("\n\n");
    }

    @Test
    void whoeverProposedItNeitherVerifiesNorPublishesNorRefusesItNotEvenInTheDatabase() {
        var person = PROVINCE.person("Người Hai Vai", unit, "account-of-both-offices");
        PROVINCE.mandate(person, unit, "UNIT_OFFICER", "UNIT");
        PROVINCE.mandate(person, PROVINCE.id, "STANDING_OFFICER", "SUBTREE");
        var both = PROVINCE.person("account-of-both-offices");
        var id = Draft.ok(both.post("/api/v1/exemplars", ExemplarWork.newCollective(unit)))
                .id();
        assertThat(work.step(both, id, "verification", null).status()).isEqualTo(403);
        assertThat(work.step(both, id, "refusal", Map.of("reason", "thử")).status())
                .isEqualTo(403);
        Draft.ok(work.step(work.agency, id, "verification", null));
        assertThat(work.step(both, id, "publication", null).status()).isEqualTo(403);
        assertThatThrownBy(() -> Assembly.sql(
                        "update exemplar set state = 'PUBLISHED', published_at = now(), published_by = proposed_by,"
                                + " published_mandate = proposed_mandate where id = '" + id + "'"))
                .hasStackTraceContaining("exemplar_two_people");
    }

    @Test
    void withoutConsentAHouseholdIsNotPublishedAndACollectiveIs() {
        var household = work.verified(ExemplarWork.newExemplar(unit));
        var refused = work.step(work.agency, household, "publication", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("đồng ý");
        assertThatThrownBy(() -> Assembly.sql("""
                        update exemplar set state = 'PUBLISHED', published_at = now(), published_by = judged_by,
                               published_mandate = judged_mandate where id = '%s'
                        """.formatted(household))).hasStackTraceContaining("exemplar_consent");
        assertThat(work.state(work.published(ExemplarWork.newCollective(unit)))).isEqualTo("PUBLISHED");
    }

    @Test
    void consentIsToTheWordsThatWereVerifiedOnADayThatHasCome() {
        var id = work.proposed();
        assertThat(work.consent(id).status()).isEqualTo(409);
        Draft.ok(work.step(work.agency, id, "verification", null));
        var ahead = work.officer.put(path(id) + "/consent", work.version(id), Map.of("day", "2199-01-01"));
        assertThat(code(ahead)).isEqualTo("future");
        Draft.ok(work.consent(id));
    }

    @Test
    void theProposerAloneWritesItAnewUntilItIsVerified() {
        var id = work.proposed();
        var better = ExemplarWork.newExemplar(unit);
        better.put("title", "Trồng quế giữ rừng");
        better.put("field", "Lâm nghiệp");
        var colleague = PROVINCE.person(PROVINCE.holder(unit, "UNIT_LEADER", "UNIT"));
        assertThat(colleague.put(path(id), 1, better).status()).isEqualTo(403);
        assertThat(Draft.ok(work.officer.put(path(id), 1, better))
                        .body()
                        .path("title")
                        .asString())
                .isEqualTo("Trồng quế giữ rừng");
        assertThat(work.officer.put(path(id), 1, better).status()).isEqualTo(412);
        better.put("unitId", PROVINCE.id);
        assertThat(code(work.officer.put(path(id), 2, better))).isEqualTo("fixed");
        better.put("unitId", unit);
        Draft.ok(work.step(work.agency, id, "verification", null));
        assertThat(work.officer.put(path(id), work.version(id), better).status())
                .isEqualTo(409);
        assertThatThrownBy(() -> Assembly.sql("update exemplar set title = 'Khác' where id = '" + id + "'"))
                .hasStackTraceContaining("what was verified is what was proposed");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HOUSEHOLD, Hộ A, -, /place, required",
                "HOUSEHOLD, -, Bản A, /name, required",
                "PERSON, Ông A, Bản A, /place, not-for-subject",
                "COLLECTIVE, -, -, /name, required",
            })
    void whatDoesNotGoWithTheSubjectIsRefused(
            String subject, @Nullable String name, @Nullable String place, String pointer, String code) {
        var body = ExemplarWork.newExemplar(unit);
        body.put("subject", subject);
        body.put("name", name);
        body.put("place", place);
        var refused = work.officer.post("/api/v1/exemplars", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void somebodyThePlatformKnowsHasANameThereAndNoneHere() {
        var person = PROVINCE.person("Hoàng Thị Gương", unit, "account-of-an-exemplar");
        var body = known(person);
        body.put("name", "Hoàng Thị Gương");
        assertThat(code(work.officer.post("/api/v1/exemplars", body))).isEqualTo("one-name");
        body.remove("name");
        body.put("subject", "COLLECTIVE");
        assertThat(code(work.officer.post("/api/v1/exemplars", body))).isEqualTo("not-for-subject");
        var id = work.published(known(person));
        assertThat(Draft.ok(ANYBODY.get(path(id))).body().path("name").asString())
                .isEqualTo("Hoàng Thị Gương");
        assertThat(found("?q=hoang thi guong&unitId=" + unit)).containsExactly(id);
        assertThat(Assembly.text("select name from exemplar where id = '" + id + "'"))
                .isEqualTo("null");
    }

    @Test
    void peopleAreNamedByTheirOwnUnitOnly() {
        PROVINCE.person("Lý Văn Cùng", unit);
        var stranger = PROVINCE.person("Người Nơi Khác", PROVINCE.id);
        var people = Draft.ok(work.officer.get("/api/v1/exemplars/people?q=ly%20van&unitId=" + unit))
                .body()
                .path("items");
        assertThat(people.valueStream().map(one -> one.path("name").asString())).containsExactly("Lý Văn Cùng");
        assertThat(work.officer
                        .get("/api/v1/exemplars/people?unitId=" + PROVINCE.id)
                        .status())
                .isEqualTo(403);
        assertThat(code(work.officer.post("/api/v1/exemplars", known(stranger))))
                .isEqualTo("not-found");
    }

    @Test
    void whoseDataIsErasedIsNoExemplarAnyMore() {
        var person = PROVINCE.person("Vàng Thị Quên", unit, "account-to-be-forgotten");
        var id = work.published(known(person));
        var erasure = Map.of("reason", "theo yêu cầu");
        assertThat(PROVINCE.administrator()
                        .post("/api/v1/people/" + person + "/erasure", erasure)
                        .status())
                .isEqualTo(204);
        var left = Draft.ok(work.officer.get(path(id))).body();
        assertThat(left.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(left.path("reason").asString()).isEqualTo("theo yêu cầu");
        assertThat(left.path("personId").isNull()).isTrue();
        assertThat(left.path("story").isNull()).isTrue();
        assertThat(ANYBODY.get(path(id)).status()).isEqualTo(404);
    }

    @Test
    void anAgencysSystemMayEraseSomebodyWhoIsAnExemplar() {
        var person = PROVINCE.person("Phàn Thị Xóa", unit, "account-erased-by-a-system");
        var id = work.proposed(known(person));
        var system = PROVINCE.agency(PROVINCE.agencyWithMandate(unit), "people.read", "people.write");
        assertThat(system.post("/api/v1/people/" + person + "/erasure", Map.of("reason", "yêu cầu"))
                        .status())
                .isEqualTo(204);
        assertThat(work.state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void ofAWithdrawnHouseholdNothingIsLeftThatTellsWhoItWas() {
        var body = ExemplarWork.newExemplar(unit);
        var picture = ExemplarWork.picture(work.officer);
        body.put("pictureId", picture);
        var id = work.published(body);
        assertThat(ANYBODY.get(file(picture)).status()).isEqualTo(200);
        Draft.ok(work.withdraw(id));
        assertThat(ANYBODY.get(path(id)).status()).isEqualTo(404);
        assertThat(work.officer.get(file(picture)).status()).isEqualTo(404);
        assertThat(Assembly.text("select num_nonnulls(name, place, title, story, file_id) from exemplar where id = '"
                        + id + "'"))
                .isEqualTo("0");
        assertThat(Assembly.text("select count(*) from file where id = '" + picture + "'"))
                .isEqualTo("0");
        assertThat(Assembly.text("select count(*) from kit.audit a where aggregate_id = '" + id
                        + "' and a::text ~ 'Lò Văn|quế'"))
                .isEqualTo("0");
        assertThat(work.withdraw(id).status()).isEqualTo(409);
        assertThatThrownBy(() -> Assembly.sql("update exemplar set title = 'Lại' where id = '" + id + "'"))
                .hasStackTraceContaining("exemplar_goes_forward");
    }

    @Test
    void aWithdrawnCollectiveKeepsItsWordsForItsOwn() {
        var id = work.published(ExemplarWork.newCollective(unit));
        Draft.ok(work.step(work.agency, id, "withdrawal", Map.of("reason", "tổ đã giải thể")));
        assertThat(ANYBODY.get(path(id)).status()).isEqualTo(404);
        var kept = Draft.ok(work.officer.get(path(id))).body();
        assertThat(kept.path("title").asString()).isEqualTo("Trồng quế trên đất dốc");
        assertThat(kept.path("withdrawn").path("by").asString()).startsWith("Người account-");
    }

    @Test
    void aRefusedOneStaysWithItsReasonForItsOwnUntilItIsTakenBack() {
        var id = work.proposed();
        assertThat(work.step(work.officer, id, "refusal", Map.of("reason", "thử"))
                        .status())
                .isEqualTo(403);
        var refused = Draft.ok(work.step(work.agency, id, "refusal", Map.of("reason", "chưa có kết quả")));
        assertThat(refused.body().path("reason").asString()).isEqualTo("chưa có kết quả");
        assertThat(work.step(work.agency, id, "verification", null).status()).isEqualTo(409);
        assertThat(ANYBODY.get(path(id)).status()).isEqualTo(404);
        Draft.ok(work.withdraw(id));
        assertThat(work.state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aPictureIsAPictureBroughtInByWhoeverProposesAndSeenAsTheExemplarIs() {
        var body = ExemplarWork.newExemplar(unit);
        body.put("pictureId", PaperVotes.file(work.officer, "không phải ảnh".getBytes(StandardCharsets.UTF_8)));
        assertThat(code(work.officer.post("/api/v1/exemplars", body))).isEqualTo("not-a-picture");
        body.put("pictureId", ExemplarWork.picture(ExemplarWork.anew().officer));
        assertThat(code(work.officer.post("/api/v1/exemplars", body))).isEqualTo("not-found");
        var picture = ExemplarWork.picture(work.officer);
        body.put("pictureId", picture);
        var id = work.proposed(body);
        assertThat(ANYBODY.get(file(picture)).status()).isEqualTo(404);
        assertThat(work.agency.get(file(picture)).status()).isEqualTo(200);
        Draft.ok(work.officer.put(path(id), 1, body));
        body.remove("pictureId");
        Draft.ok(work.officer.put(path(id), 2, body));
        assertThat(work.officer.get(file(picture)).status())
                .as("a picture that nothing shows any more is gone")
                .isEqualTo(404);
    }

    @Test
    void theyAreFoundByWhatTheyAreAndByWordsWithoutAccents() {
        var above = PROVINCE.unit("Vùng cao", PROVINCE.id);
        var high = ExemplarWork.at(PROVINCE.unit("Xã vùng cao", above));
        var movement = Competition.movement(high.unit);
        var collective = ExemplarWork.newCollective(high.unit);
        collective.put("movementId", movement);
        collective.put("year", 2024);
        var first = high.published(collective);
        var second = high.published();
        var third = high.proposed();
        assertThat(found("?unitId=" + above)).containsExactly(second, first);
        assertThat(ids(high.officer.get("/api/v1/exemplars?unitId=" + above))).containsExactly(third, second, first);
        assertThat(ids(high.officer.get("/api/v1/exemplars?state=PROPOSED&unitId=" + above)))
                .containsExactly(third);
        assertThat(found("?subject=COLLECTIVE&unitId=" + above)).containsExactly(first);
        assertThat(found("?year=2024&unitId=" + above)).containsExactly(first);
        assertThat(found("?movementId=" + movement)).containsExactly(first);
        assertThat(found("?q=TO HOP TAC na mau&unitId=" + above)).containsExactly(first);
        assertThat(found("?q=muoi ho cung lam&unitId=" + above)).containsExactly(second, first);
        assertThat(found("?q=100%25&unitId=" + above)).isEmpty();
        var page = ANYBODY.get("/api/v1/exemplars?limit=1&unitId=" + above);
        assertThat(ids(page)).containsExactly(second);
        assertThat(found("?unitId=" + above + "&after="
                        + page.body().path("next").asString()))
                .containsExactly(first);
    }

    @Test
    void anAgencysSystemSeesWhatUnitsUnderItsMandatePublished() {
        var system = PROVINCE.agency(PROVINCE.agencyWithMandate(unit), "clusters.read");
        var published = work.published();
        var proposed = work.proposed();
        var elsewhere = ExemplarWork.anew().published();
        assertThat(ids(system.get("/api/v1/exemplars"))).containsExactly(published);
        assertThat(system.get(path(published)).status()).isEqualTo(200);
        assertThat(system.get(path(proposed)).status()).isEqualTo(404);
        assertThat(system.get(path(elsewhere)).status()).isEqualTo(404);
    }

    @Test
    void otherUnitsDoLikewiseAndSayHowItGoes() {
        var id = work.published();
        var other = ExemplarWork.anew();
        var third = ExemplarWork.anew();
        var replication = Draft.ok(other.officer.post(replications(id), ExemplarWork.newReplication(other.unit)))
                .id();
        Draft.ok(third.officer.post(replications(id), ExemplarWork.newReplication(third.unit)));
        var again = other.officer.post(replications(id), ExemplarWork.newReplication(other.unit));
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThat(again.body().path("existingId").asString()).isEqualTo(replication.toString());
        assertThat(code(work.officer.post(replications(id), ExemplarWork.newReplication(unit))))
                .isEqualTo("own-exemplar");
        assertThat(third.officer
                        .post(followUps(id, replication), ExemplarWork.newFollowUp("ESTABLISHED", null))
                        .status())
                .isEqualTo(403);
        Draft.ok(other.officer.post(followUps(id, replication), ExemplarWork.newFollowUp("ESTABLISHED", null)));
        var listed = ANYBODY.get(replications(id)).body().path("items");
        assertThat(listed.valueStream().map(one -> one.path("state").asString()))
                .containsExactly("ESTABLISHED", "UNDER_WAY");
        assertThat(listed.path(0).path("followUps").path(0).path("done").asString())
                .isEqualTo("Đã tập huấn hai mươi hộ");
        Draft.ok(other.officer.post(followUps(id, replication), ExemplarWork.newFollowUp("GIVEN_UP", "hết giống")));
        var spread = ANYBODY.get(path(id)).body().path("replications");
        assertThat(spread.path("underWay").asInt()).isEqualTo(1);
        assertThat(spread.path("established").asInt()).isZero();
        assertThat(spread.path("givenUp").asInt()).isEqualTo(1);
        var card = ANYBODY.get("/api/v1/exemplars?unitId=" + unit).body().path("items");
        assertThat(card.path(0).path("replicatedBy").asInt()).isEqualTo(1);
    }

    @Test
    void aFollowUpHasADaySinceItIsReplicatedAndAReasonWhereItWasGivenUp() {
        var id = work.published();
        var other = ExemplarWork.anew();
        var replication = Draft.ok(other.officer.post(replications(id), ExemplarWork.newReplication(other.unit)))
                .id();
        var at = followUps(id, replication);
        assertThat(code(other.officer.post(at, ExemplarWork.newFollowUp("GIVEN_UP", null))))
                .isEqualTo("required");
        assertThat(code(other.officer.post(at, ExemplarWork.newFollowUp("UNDER_WAY", "vì"))))
                .isEqualTo("only-given-up");
        var early = ExemplarWork.newFollowUp("UNDER_WAY", null);
        early.put("day", "2026-01-31");
        assertThat(code(other.officer.post(at, early))).isEqualTo("before-start");
        early.put("day", "2199-01-01");
        assertThat(code(other.officer.post(at, early))).isEqualTo("future");
        var since = ExemplarWork.newReplication(ExemplarWork.anew().unit);
        since.put("since", "2199-01-01");
        assertThat(code(PROVINCE.person(PROVINCE.holder(PROVINCE.id, "UNIT_LEADER", "SUBTREE"))
                        .post(replications(id), since)))
                .isEqualTo("future");
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into exemplar_follow_up (replication_id, day, state, done, reported_by, reported_mandate)
                        select id, since - 1, 'UNDER_WAY', 'x', registered_by, registered_mandate from exemplar_replication
                        where id = '%s'
                        """.formatted(replication)))
                .hasStackTraceContaining("exemplar_is_followed_up");
    }

    @Test
    void onlyWhatIsPublishedIsReplicated() {
        var id = work.proposed();
        var leader = PROVINCE.person(PROVINCE.holder(PROVINCE.id, "UNIT_LEADER", "SUBTREE"));
        var elsewhere = ExemplarWork.anew().unit;
        assertThat(leader.post(replications(id), ExemplarWork.newReplication(elsewhere))
                        .status())
                .isEqualTo(409);
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into exemplar_replication (exemplar_id, unit_id, since, registered_by, registered_mandate)
                        select id, '%s', '2026-02-01', proposed_by, proposed_mandate from exemplar where id = '%s'
                        """.formatted(elsewhere, id)))
                .hasStackTraceContaining("exemplar_is_replicated");
    }

    @Test
    void aMovementInWhichAnExemplarWasFoundIsNotTakenBack() {
        var movement = Competition.movement(unit);
        var body = ExemplarWork.newExemplar(unit);
        body.put("movementId", UUID.randomUUID());
        assertThat(code(work.officer.post("/api/v1/exemplars", body))).isEqualTo("not-found");
        body.put("movementId", movement);
        var id = work.proposed(body);
        var refused = PROVINCE.administrator()
                .with("If-Match", "\"1\"")
                .post("/api/v1/movements/" + movement + "/withdrawal", Map.of("reason", "ghi nhầm"));
        assertThat(refused.problem()).isEqualTo("record-relied-on");
        assertThat(refused.body().path("standing").path(0).path("id").asString())
                .isEqualTo(id.toString());
    }

    private Map<String, Object> known(UUID person) {
        var body = ExemplarWork.newExemplar(unit);
        body.put("subject", "PERSON");
        body.put("personId", person);
        body.remove("name");
        body.remove("place");
        return body;
    }

    private static List<UUID> found(String query) {
        return ids(ANYBODY.get("/api/v1/exemplars" + query.replace(" ", "%20")));
    }

    private static List<UUID> ids(Api.Answer list) {
        return Draft.ok(list)
                .body()
                .path("items")
                .valueStream()
                .map(one -> UUID.fromString(one.path("id").asString()))
                .toList();
    }

    private static String path(UUID id) {
        return ExemplarWork.path(id);
    }

    private static String replications(UUID id) {
        return path(id) + "/replications";
    }

    private static String followUps(UUID id, UUID replication) {
        return replications(id) + "/" + replication + "/follow-ups";
    }

    private static String file(UUID id) {
        return "/api/v1/files/cluster/" + id;
    }

    private static String code(Api.Answer refused) {
        return refused.body().path("errors").path(0).path("code").asString();
    }
}
