package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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

/** Members, other units and guests are invited to a conference; units hear of it by letters and answer. */
class ConferenceInvitationsIT {
    private static final Province PROVINCE = Province.instance();

    private final Assembly assembly = Assembly.of(3);
    private final LocalDate day = LocalDate.parse(Competition.nextMonth());
    private final Map<String, Object> conference = conference();
    private final UUID id = created(assembly.officer().post("/api/v1/conferences", conference));
    private final String path = "/api/v1/conferences/" + id;

    @Test
    void onePressInvitesAllMembersAndTellsTheirPeople() {
        var sent = invite(Competition.newInvitations());
        assertThat(sent.body().path("sent").asInt()).as(sent.text()).isEqualTo(4);
        var members =
                invitations().filter(one -> one.path("capacity").asString().equals("MEMBER"));
        assertThat(members.map(one -> one.path("unitId").asString()))
                .containsExactlyInAnyOrder(
                        assembly.unit(0).toString(),
                        assembly.unit(1).toString(),
                        assembly.unit(2).toString());
        var one = of(assembly.unit(1));
        assertThat(one.path("peopleTold").asInt()).isEqualTo(1);
        assertThat(one.path("sentAt").asString()).isNotEmpty();
        assertThat(one.path("answer").isNull()).isTrue();
        assertThat(texts(assembly.leader(1), "CONFERENCE_INVITED"))
                .containsExactly("Mời dự hội nghị: 08:30 %1$td/%1$tm/%1$tY, Hội trường tỉnh – %2$s"
                        .formatted(day, conference.get("title")));
        assertThat(texts(assembly.leader(1).with("Accept-Language", "en"), "CONFERENCE_INVITED")
                        .getFirst())
                .startsWith("Invitation to a conference: 08:30");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void pressingTwiceOrTwoAtOnceSendsNobodyTwoLetters() {
        var both = Stream.of(assembly.officer(), assembly.leader(0))
                .map(caller -> CompletableFuture.supplyAsync(
                        () -> caller.post(path + "/invitations", Competition.newInvitations())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both).extracting(Api.Answer::status).containsOnly(200);
        assertThat(both.stream().mapToInt(answer -> answer.body().path("sent").asInt()))
                .containsExactlyInAnyOrder(4, 0);
        assertThat(invite(Competition.newInvitations()).body().path("sent").asInt())
                .isZero();
        for (int member = 0; member < 3; member++) {
            assertThat(texts(assembly.leader(member), "CONFERENCE_INVITED")).hasSize(1);
        }
        assertThat(invitations()).hasSize(4);
    }

    @Test
    void aFurtherUnitIsInvitedInItsCapacityAndFindsItAmongItsTasks() {
        var unit = PROVINCE.unit("Sở Nội vụ", PROVINCE.id);
        var officer = PROVINCE.person(PROVINCE.holder(unit, "UNIT_OFFICER", "UNIT"));
        assertThat(tasks(officer)).isEmpty();
        assertThat(invite(units(unit)).body().path("sent").asInt()).isEqualTo(1);
        assertThat(of(unit).path("capacity").asString()).isEqualTo("SUPERIOR");
        var task = tasks(officer).getFirst();
        assertThat(task.path("dueOn").asString()).isEqualTo(day.toString());
        assertThat(task.path("aboutId").asString()).isEqualTo(id.toString());
        assertThat(task.path("text").asString()).startsWith("Trả lời giấy mời dự hội nghị: Hội nghị ");
        assertThat(tasks(assembly.leader(1))).as("it was not invited").isEmpty();
        assertThat(answer(officer, unit, Competition.newAnswer("COMES", null)).status())
                .isEqualTo(200);
        assertThat(tasks(officer)).isEmpty();
    }

    @Test
    void aUnitComesSendsSomebodyOrCannotAndTheAttendanceIsFilledFromThat() {
        invite(Competition.newInvitations());
        var comes = answer(assembly.leader(0), assembly.unit(0), Competition.newAnswer("COMES", null));
        assertThat(comes.header("ETag")).isEqualTo("\"2\"");
        assertThat(comes.body().path("answeredAt").asString()).isNotEmpty();
        var sends = Competition.newAnswer("SENDS", "Bà Phó Chủ tịch");
        sends.put("delegateOffice", "Phó Chủ tịch xã");
        answer(assembly.leader(1), assembly.unit(1), sends);
        answer(assembly.leader(2), assembly.unit(2), Competition.newAnswer("CANNOT", "trùng kỳ họp"));
        assertThat(of(assembly.unit(2)).path("reason").asString()).isEqualTo("trùng kỳ họp");
        var filled = assembly.officer().post(path + "/attendances/from-answers", null);
        assertThat(filled.status()).as(filled.text()).isEqualTo(200);
        var present = filled.body().path("attendances");
        assertThat(present.findValuesAsString("unitId"))
                .containsExactlyInAnyOrder(
                        assembly.unit(0).toString(), assembly.unit(1).toString());
        assertThat(present.findValuesAsString("name")).contains("Bà Phó Chủ tịch");
        assertThat(present.findValuesAsString("office")).contains("Phó Chủ tịch xã");
        var again = assembly.officer().post(path + "/attendances/from-answers", null);
        assertThat(again.body().path("attendances").size()).isEqualTo(2);
        assertThat(again.header("ETag")).isEqualTo(filled.header("ETag"));
    }

    @Test
    void onlyTheInvitedUnitAnswersAndOfAGuestWhoeverInvites() {
        invite(Competition.newInvitations());
        var body = Competition.newAnswer("COMES", null);
        assertThat(answer(assembly.leader(2), assembly.unit(1), body).status()).isEqualTo(403);
        assertThat(answer(assembly.officer(), assembly.unit(1), body).status()).isEqualTo(403);
        var guest = "/invitations/" + guest().path("id").asString() + "/answer";
        assertThat(assembly.leader(1).put(path + guest, 1, body).status()).isEqualTo(403);
        assertThat(assembly.leader(0).put(path + guest, 1, body).status()).isEqualTo(200);
        assertThat(assembly.officer().put(path + guest, 1, body).status())
                .as("somebody was faster")
                .isEqualTo(412);
        assertThat(assembly.leader(1)
                        .post(path + "/invitations", Competition.newInvitations())
                        .status())
                .as("a member invites nobody")
                .isEqualTo(403);
    }

    @Test
    void anAnswerSaysWhoIsSentOrWhyNobodyComesAndNothingElse() {
        invite(Competition.newInvitations());
        assertThat(faults(Competition.newAnswer("SENDS", null))).containsExactly("/delegate");
        assertThat(faults(Competition.newAnswer("CANNOT", " "))).containsExactly("/reason");
        var both = Competition.newAnswer("COMES", null);
        both.put("delegate", "Bà A");
        assertThat(faults(both)).containsExactly("/delegate");
        var office = Competition.newAnswer("CANNOT", "bận");
        office.put("delegateOffice", "Phó Chủ tịch");
        assertThat(faults(office)).containsExactly("/delegateOffice");
        assertThat(faults(Map.of("answer", "COMES", "reason", "vì"))).containsExactly("/reason");
        assertThat(of(assembly.unit(1)).path("answer").isNull()).isTrue();
    }

    @Test
    void aChangedPlaceIsToldAnewAndAnotherDayAsksAgain() {
        invite(Competition.newInvitations());
        answer(assembly.leader(1), assembly.unit(1), Competition.newAnswer("COMES", null));
        conference.put("title", "Hội nghị đổi tên");
        change(2);
        assertThat(texts(assembly.leader(1), "CONFERENCE_CHANGED"))
                .as("the name alone is no news")
                .isEmpty();
        conference.put("place", "Nhà văn hóa");
        change(3);
        assertThat(texts(assembly.leader(1), "CONFERENCE_CHANGED")).hasSize(1);
        assertThat(texts(assembly.leader(1), "CONFERENCE_CHANGED").getFirst()).contains("Nhà văn hóa");
        assertThat(of(assembly.unit(1)).path("answer").asString()).isEqualTo("COMES");
        conference.put("place", "Hội trường tỉnh");
        change(4);
        conference.put("heldOn", day.plusDays(3).toString());
        change(5);
        assertThat(texts(assembly.leader(1), "CONFERENCE_CHANGED")).hasSize(3);
        assertThat(of(assembly.unit(1)).path("answer").isNull()).isTrue();
        assertThat(tasks(assembly.leader(1)).getFirst().path("dueOn").asString())
                .isEqualTo(day.plusDays(3).toString());
        assertThat(texts(assembly.leader(1), "CONFERENCE_INVITED")).hasSize(1);
    }

    @Test
    void afterTheDayNobodyIsInvitedAnswersOrIsTold() {
        invite(units(assembly.unit(1)));
        Assembly.sql("update conference set held_on = kit.business_today() where id = '" + id + "'");
        assertThat(answer(assembly.leader(1), assembly.unit(1), Competition.newAnswer("CANNOT", "ốm"))
                        .status())
                .as("on the day itself")
                .isEqualTo(200);
        Assembly.sql("update conference set held_on = kit.business_today() - 1 where id = '" + id + "'");
        var late = answer(assembly.leader(1), assembly.unit(1), Competition.newAnswer("COMES", null));
        assertThat(late.status()).isEqualTo(409);
        assertThat(invite(Competition.newInvitations()).status()).isEqualTo(409);
        conference.put("heldOn", day.minusDays(40).toString());
        change(2);
        assertThat(texts(assembly.leader(1), "CONFERENCE_CHANGED")).isEmpty();
    }

    @Test
    void aConferenceOfNoLiveSeasonInvitesNobody() {
        var recorded = Competition.season(assembly.cluster, "2024", "2024-01-01", "2024-12-31", "RECORDED");
        var meeting = Competition.conference(assembly.cluster, day.toString(), Map.of("YEAR_END", recorded));
        var refused = assembly.officer()
                .post("/api/v1/conferences/" + meeting + "/invitations", Competition.newInvitations());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("mùa thi đua");
    }

    @Test
    void anInvitationIsTakenBackAndNothingOfAGuestIsKept() {
        invite(Competition.newInvitations());
        var reason = Map.of("reason", "mời nhầm");
        var guest = path + "/invitations/" + guest().path("id").asString() + "/withdrawal";
        assertThat(assembly.officer()
                        .with("If-Match", "\"9\"")
                        .post(guest, reason)
                        .status())
                .isEqualTo(412);
        assertThat(assembly.officer()
                        .with("If-Match", "\"1\"")
                        .post(guest, reason)
                        .status())
                .isEqualTo(204);
        var unit = path + "/invitations/" + Competition.invitation(id, assembly.unit(2)) + "/withdrawal";
        assertThat(assembly.leader(0)
                        .with("If-Match", "\"1\"")
                        .post(unit, reason)
                        .status())
                .isEqualTo(204);
        assertThat(texts(assembly.leader(2), "CONFERENCE_UNINVITED")).hasSize(1);
        assertThat(tasks(assembly.leader(2))).isEmpty();
        assertThat(invitations()).hasSize(2);
        var audited = PROVINCE.administrator()
                .get("/api/v1/audit/cluster?aggregateId=" + id)
                .text();
        assertThat(audited).contains("conference.invitation-withdrawn").doesNotContain("Bà Khách");
        assertThat(invite(units(assembly.unit(2))).body().path("sent").asInt()).isEqualTo(1);
        assertThat(texts(assembly.leader(2), "CONFERENCE_INVITED"))
                .as("invited anew")
                .hasSize(2);
    }

    @Test
    void whatIsAtFaultInAnInvitationIsNamed() {
        var nobody = invite(Map.of("members", false, "units", List.of(), "guests", List.of()));
        assertThat(pointers(nobody)).containsExactly("/units");
        assertThat(pointers(invite(units(assembly.unit(1), UUID.randomUUID())))).containsExactly("/units/1/unitId");
        var unnamed = new HashMap<String, Object>(Competition.newInvitations());
        unnamed.put("guests", List.of(Map.of("name", " ", "capacity", "GUEST")));
        assertThat(pointers(invite(unnamed))).containsExactly("/guests/0/name");
        assertThat(invitations()).isEmpty();
    }

    @Test
    void theListIsInPages() {
        invite(Competition.newInvitations());
        var first = assembly.leader(1).get(path + "/invitations?limit=3").body();
        assertThat(first.path("items").size()).isEqualTo(3);
        var rest = assembly.leader(1)
                .get(path + "/invitations?limit=3&after=" + first.path("next").asString())
                .body();
        assertThat(rest.path("items").size()).isEqualTo(1);
    }

    private Map<String, Object> conference() {
        var body = Competition.newConference(assembly.cluster, day.toString(), Map.of("YEAR_END", assembly.season));
        body.put("startsAt", "08:30");
        return body;
    }

    private Api.Answer invite(Map<String, Object> body) {
        return assembly.officer().post(path + "/invitations", body);
    }

    private static Map<String, Object> units(UUID... units) {
        return Map.of(
                "members",
                false,
                "units",
                Stream.of(units)
                        .map(unit -> Map.of("unitId", unit, "capacity", "SUPERIOR"))
                        .toList(),
                "guests",
                List.of());
    }

    private void change(int version) {
        var changed = assembly.officer().put(path, version, conference);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private Api.Answer answer(Api caller, UUID unit, Map<String, Object> body) {
        var invitation = of(unit);
        return caller.put(
                path + "/invitations/" + invitation.path("id").asString() + "/answer",
                invitation.path("version").asInt(),
                body);
    }

    private List<String> faults(Map<String, Object> body) {
        return pointers(answer(assembly.leader(1), assembly.unit(1), body));
    }

    private static List<String> pointers(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").findValuesAsString("pointer");
    }

    private Stream<JsonNode> invitations() {
        return assembly.officer()
                .get(path + "/invitations")
                .body()
                .path("items")
                .valueStream();
    }

    private JsonNode of(@Nullable UUID unit) {
        return invitations()
                .filter(one -> unit == null
                        ? one.path("unitId").isNull()
                        : one.path("unitId").asString("").equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode guest() {
        return of(null);
    }

    private int version() {
        return assembly.officer().get(path).body().path("version").asInt();
    }

    private static List<String> texts(Api person, String code) {
        return person.get("/api/v1/messages?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(message -> message.path("code").asString().equals(code))
                .map(message -> message.path("text").asString())
                .toList();
    }

    private static List<JsonNode> tasks(Api person) {
        return person.get("/api/v1/tasks")
                .body()
                .path("items")
                .valueStream()
                .filter(task -> task.path("code").asString().equals("CONFERENCE_ANSWER"))
                .toList();
    }

    private static UUID created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }
}
