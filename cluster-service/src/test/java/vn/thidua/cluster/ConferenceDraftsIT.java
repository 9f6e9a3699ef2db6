package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.PaperReading;

/** Papers of a conference are laid before its units in draft; they comment, whoever drafts answers and lays a better version. */
class ConferenceDraftsIT {
    private static final Province PROVINCE = Province.instance();

    private final Assembly assembly = Assembly.of(3);
    private final Api officer = assembly.officer();
    private final UUID conference =
            Competition.conference(assembly.cluster, Competition.nextMonth(), Map.of("YEAR_END", assembly.season));

    @Test
    void aPaperIsLaidCommentedOnAnsweredAndRenewedAndNothingOfItIsLost() {
        var id = ConferenceDrafts.laid(assembly.leader(0), conference);
        var first = Draft.ok(comment(1, id, "Mục II.1", "Nên nêu nguyên nhân")).id();
        var second = Draft.ok(comment(2, id, null, "Nhất trí")).id();
        Draft.ok(answer(id, first, "PARTLY"));
        Draft.ok(answer(id, second, "ACCEPTED"));
        var renewed = renew(id, 1, ConferenceDrafts.newVersion("I. Kết quả\nII. Tồn tại, nguyên nhân"));
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(201);
        assertThat(renewed.header("ETag")).isEqualTo("\"2\"");
        Draft.ok(comment(1, id, null, "Đã rõ"));
        var draft = assembly.leader(1).get(ConferenceDrafts.path(id)).body();
        assertThat(draft.path("number").asInt()).isEqualTo(2);
        assertThat(draft.path("comments").asInt()).isEqualTo(3);
        assertThat(draft.path("unanswered").asInt()).isEqualTo(1);
        assertThat(draft.path("versions").findValuesAsString("text"))
                .containsExactly("I. Kết quả\nII. Tồn tại, nguyên nhân", "I. Kết quả\nII. Tồn tại");
        assertThat(draft.path("versions").path(0).path("note").asString()).isEqualTo("tiếp thu ý kiến");
        assertThat(draft.path("versions").path(0).path("laidBy").asString()).startsWith("Người ");
        var said = officer.get(ConferenceDrafts.path(id) + "/comments").body().path("items");
        assertThat(said.findValuesAsString("number")).containsExactly("1", "1", "2");
        assertThat(said.path(0).path("place").asString()).isEqualTo("Mục II.1");
        assertThat(said.path(0).path("answer").path("outcome").asString()).isEqualTo("PARTLY");
        assertThat(said.path(0).path("saidBy").asString()).startsWith("Người ");
        assertThat(said.path(2).path("answer").isNull()).isTrue();
        assertThat(audited(id)).contains("draft.laid", "draft.commented", "draft.answered", "draft.renewed");
    }

    @Test
    void membersAndInvitedUnitsAreToldAndFindItAmongTheirTasksUntilTheyHaveSpoken() {
        var guest = PROVINCE.unit("Sở Tài chính", PROVINCE.id);
        var guests = PROVINCE.person(PROVINCE.holder(guest, "UNIT_OFFICER", "UNIT"));
        Competition.invited(conference, guest);
        var id = ConferenceDrafts.laid(officer, conference);
        assertThat(texts(guests.get("/api/v1/messages"), "DRAFT_LAID"))
                .containsExactly("Xin ý kiến văn bản của hội nghị: Báo cáo tổng kết năm");
        for (var asked : List.of(assembly.leader(1), guests)) {
            assertThat(texts(asked.get("/api/v1/tasks"), "DRAFT_COMMENT"))
                    .containsExactly("Góp ý dự thảo: Báo cáo tổng kết năm");
        }
        Draft.ok(comment(1, id, null, "Nhất trí"));
        Draft.ok(guests.post(
                ConferenceDrafts.path(id) + "/comments", ConferenceDrafts.comment(guest, null, "Không có ý kiến")));
        assertThat(texts(assembly.leader(1).get("/api/v1/tasks"), "DRAFT_COMMENT"))
                .isEmpty();
        assertThat(texts(guests.get("/api/v1/tasks"), "DRAFT_COMMENT")).isEmpty();
        assertThat(asked(id, true)).containsExactlyInAnyOrder(assembly.unit(1).toString(), guest.toString());
        // Answers are the head's.
        assertThat(texts(assembly.leader(0).get("/api/v1/tasks"), "DRAFT_ANSWER"))
                .containsExactly("Trả lời góp ý dự thảo: Báo cáo tổng kết năm");
        // A new version asks everybody again, until its last day.
        Draft.ok(renew(id, 1, ConferenceDrafts.newVersion("Bản hai")));
        assertThat(texts(assembly.leader(1).get("/api/v1/tasks"), "DRAFT_COMMENT"))
                .hasSize(1);
        ConferenceDrafts.passDays(id);
        assertThat(texts(assembly.leader(1).get("/api/v1/tasks"), "DRAFT_COMMENT"))
                .isEmpty();
    }

    @Test
    void afterTheLastDayNobodyCommentsButAnswersAreGivenAndANewVersionMayAskAgain() {
        var id = ConferenceDrafts.laid(officer, conference);
        var said = ConferenceDrafts.said(assembly.leader(1), id, assembly.unit(1));
        ConferenceDrafts.passDays(id);
        var late = comment(2, id, null, "muộn");
        assertThat(late.problem()).isEqualTo("conflict");
        assertThat(late.body().path("detail").asString()).startsWith("Đã hết hạn góp ý");
        assertThat(late.body().path("commentsUntil").asString())
                .isEqualTo(Assembly.text("select kit.business_today() - 1"));
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into draft_comment (draft_id, number, unit_id, body, person_id, mandate_id)
                        select draft_id, number, unit_id, 'muộn', person_id, mandate_id from draft_comment where id = '%s'
                        """.formatted(said))).hasStackTraceContaining("no comments on that");
        Draft.ok(answer(id, said, "DECLINED"));
        assertThat(answer(id, said, "ACCEPTED").status()).as("answered once").isEqualTo(409);
        var again = ConferenceDrafts.newVersion("Bản hai");
        again.put("commentsUntil", Competition.nextMonth());
        Draft.ok(renew(id, 1, again));
        Draft.ok(comment(2, id, null, "kịp"));
    }

    @Test
    void whatIsWithdrawnStaysToBeReadAndTakesNothingMore() {
        var id = ConferenceDrafts.laid(officer, conference);
        var said = ConferenceDrafts.said(assembly.leader(1), id, assembly.unit(1));
        var withdrawn = officer.with("If-Match", "\"1\"")
                .post(ConferenceDrafts.path(id) + "/withdrawal", Map.of("reason", "sai số liệu"));
        assertThat(withdrawn.body().path("withdrawReason").asString()).isEqualTo("sai số liệu");
        assertThat(comment(2, id, null, "muộn").body().path("detail").asString())
                .isEqualTo("Văn bản dự thảo đã được rút.");
        assertThat(answer(id, said, "ACCEPTED").status()).isEqualTo(409);
        assertThat(renew(id, 2, ConferenceDrafts.newVersion("Bản hai")).status())
                .isEqualTo(409);
        assertThat(texts(assembly.leader(2).get("/api/v1/tasks"), "DRAFT_COMMENT"))
                .isEmpty();
        var still = officer.get(ConferenceDrafts.path(id)).body();
        assertThat(still.path("versions").size()).isEqualTo(1);
        assertThat(officer.get(ConferenceDrafts.path(id) + "/comments")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        ConferenceDrafts.laid(officer, conference);
    }

    @Test
    void aPaperMayBeAFileThatEverybodyWhoSeesItReads() {
        var content = "Báo cáo".getBytes(StandardCharsets.UTF_8);
        var file = Draft.ok(officer.post("/api/v1/files/cluster?name=bao-cao.txt", content))
                .id();
        var body = ConferenceDrafts.newDraft(conference);
        body.put("text", null);
        body.put("fileId", file);
        var laid = Draft.ok(officer.post("/api/v1/drafts", body)).body();
        assertThat(laid.path("versions").path(0).path("fileName").asString()).isEqualTo("bao-cao.txt");
        assertThat(assembly.leader(2).get("/api/v1/files/cluster/" + file).bytes())
                .isEqualTo(content);
        // Nobody lays what somebody else brought in.
        body.put("title", "Tên khác");
        assertThat(pointers(assembly.leader(0).post("/api/v1/drafts", body))).containsExactly("/fileId");
    }

    @Test
    void onlyWhoeverIsAskedCommentsAndOnlyForTheOwnUnit() {
        var id = ConferenceDrafts.laid(officer, conference);
        var stranger = PROVINCE.unit("Xã ngoài khối", PROVINCE.id);
        var leader = PROVINCE.person(PROVINCE.holder(stranger, "UNIT_LEADER", "UNIT"));
        assertThat(pointers(leader.post(
                        ConferenceDrafts.path(id) + "/comments", ConferenceDrafts.comment(stranger, null, "góp ý"))))
                .containsExactly("/unitId");
        var comment = ConferenceDrafts.comment(assembly.unit(2), null, "góp ý");
        assertThat(assembly.leader(1)
                        .post(ConferenceDrafts.path(id) + "/comments", comment)
                        .status())
                .isEqualTo(403);
        assertThat(officer.post(ConferenceDrafts.path(id) + "/comments", comment)
                        .status())
                .isEqualTo(403);
        assertThat(assembly.leader(1)
                        .post("/api/v1/drafts", ConferenceDrafts.newDraft(conference))
                        .status())
                .as("a member lays nothing before the others")
                .isEqualTo(403);
        var said = ConferenceDrafts.said(assembly.leader(1), id, assembly.unit(1));
        assertThat(assembly.leader(1)
                        .post(ConferenceDrafts.path(id) + "/comments/" + said + "/answer", Draft.answer("ACCEPTED"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPaperHasWordsOrAFileAndDaysBeforeAConferenceThatIsStillToCome() {
        var empty = ConferenceDrafts.newDraft(conference);
        empty.put("text", " ");
        assertThat(pointers(officer.post("/api/v1/drafts", empty))).containsExactly("/text");
        var late = ConferenceDrafts.newDraft(conference);
        late.put("commentsUntil", "2199-01-01");
        assertThat(pointers(officer.post("/api/v1/drafts", late))).containsExactly("/commentsUntil");
        late.put("commentsUntil", Assembly.text("select kit.business_today() - 1"));
        assertThat(pointers(officer.post("/api/v1/drafts", late))).containsExactly("/commentsUntil");
        var over = Competition.conference(assembly.cluster, "2026-02-01", Map.of("YEAR_END", assembly.season));
        assertThat(officer.post("/api/v1/drafts", ConferenceDrafts.newDraft(over))
                        .body()
                        .path("detail")
                        .asString())
                .isEqualTo("Hội nghị đã diễn ra.");
        var unseason = Competition.conference(assembly.cluster, Competition.nextMonth(), Map.of());
        assertThat(officer.post("/api/v1/drafts", ConferenceDrafts.newDraft(unseason))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theSameIsLaidOnceAndOfTwoVersionsAtOnceOneIsToldOfTheOther() {
        var id = ConferenceDrafts.laid(officer, conference);
        var twice = officer.post("/api/v1/drafts", ConferenceDrafts.newDraft(conference));
        assertThat(twice.problem()).isEqualTo("already-recorded");
        assertThat(twice.body().path("existingId").asString()).isEqualTo(id.toString());
        var both = Stream.of("Bản của trưởng", "Bản của cơ quan")
                .map(text -> CompletableFuture.supplyAsync(
                        () -> renew(id, 1, ConferenceDrafts.newVersion(text)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both).containsExactlyInAnyOrder(201, 412);
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into draft_version (draft_id, number, body, laid_by)
                        select draft_id, 9, 'nhảy cóc', laid_by from draft_version where draft_id = '%s' limit 1
                        """.formatted(id))).hasStackTraceContaining("not the next version");
    }

    @Test
    void theMinutesNameThePapersThatWereLaid() {
        var id = ConferenceDrafts.laid(officer, conference);
        Draft.ok(answer(id, ConferenceDrafts.said(assembly.leader(1), id, assembly.unit(1)), "PARTLY"));
        ConferenceDrafts.said(assembly.leader(2), id, assembly.unit(2));
        var plan = new HashMap<>(ConferenceDrafts.newDraft(conference));
        plan.put("kind", "PLAN");
        plan.put("title", "Kế hoạch năm sau");
        Draft.ok(officer.post("/api/v1/drafts", plan));
        var minutes = officer.get("/api/v1/conferences/" + conference + "/minutes");
        assertThat(PaperReading.word(minutes.bytes()).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Văn bản trình hội nghị",
                        "Dự thảo báo cáo: Báo cáo tổng kết năm (bản thứ 1; 2 góp ý, tiếp thu toàn bộ hoặc một phần 1)",
                        "Dự thảo kế hoạch: Kế hoạch năm sau (bản thứ 1; không có góp ý)");
    }

    private Api.Answer comment(int member, UUID id, @Nullable String place, String text) {
        return assembly.leader(member)
                .post(
                        ConferenceDrafts.path(id) + "/comments",
                        ConferenceDrafts.comment(assembly.unit(member), place, text));
    }

    private Api.Answer answer(UUID id, UUID comment, String outcome) {
        return officer.post(ConferenceDrafts.path(id) + "/comments/" + comment + "/answer", Draft.answer(outcome));
    }

    private Api.Answer renew(UUID id, int version, Map<String, Object> body) {
        return officer.with("If-Match", "\"" + version + "\"").post(ConferenceDrafts.path(id) + "/versions", body);
    }

    private List<String> asked(UUID id, boolean said) {
        return officer.get(ConferenceDrafts.path(id))
                .body()
                .path("asked")
                .valueStream()
                .filter(one -> one.path("said").asBoolean() == said)
                .map(one -> one.path("unitId").asString())
                .toList();
    }

    private static List<String> texts(Api.Answer list, String code) {
        return list.body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .map(one -> one.path("text").asString())
                .toList();
    }

    private static List<String> audited(UUID id) {
        JsonNode items = PROVINCE.administrator()
                .get("/api/v1/audit/cluster?aggregateId=" + id)
                .body()
                .path("items");
        return items.findValuesAsString("action");
    }

    private static List<String> pointers(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").findValuesAsString("pointer");
    }
}
