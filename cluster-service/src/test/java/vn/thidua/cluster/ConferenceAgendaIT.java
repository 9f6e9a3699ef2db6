package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.PaperReading;

/** What a conference goes through, and when it begins. */
class ConferenceAgendaIT {
    private static final Province PROVINCE = Province.instance();

    private final Assembly assembly = Assembly.of(2);
    private final String path = "/api/v1/conferences/" + assembly.conference;

    @Test
    void anAgendaIsReadInItsOrderWithWhoPresentsAndWhichPurposeItServes() {
        var opening = Competition.newAgendaItem("Khai mạc");
        var election = Competition.newAgendaItem("Suy tôn đơn vị dẫn đầu");
        election.put("startsAt", null);
        election.put("minutes", null);
        election.put("unitId", assembly.unit(1));
        election.put("presenter", "Bà Trưởng phòng");
        election.put("serves", Map.of("purpose", "ELECTION", "seasonId", assembly.season));
        var written = put(1, List.of(opening, election));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(written.header("ETag")).isEqualTo("\"2\"");
        var agenda = agenda();
        assertThat(titles(agenda)).containsExactly("Khai mạc", "Suy tôn đơn vị dẫn đầu");
        assertThat(agenda.path(0).path("startsAt").asString()).isEqualTo("08:00");
        assertThat(agenda.path(0).path("minutes").asInt()).isEqualTo(15);
        assertThat(agenda.path(1).path("position").asInt()).isEqualTo(2);
        assertThat(agenda.path(1).path("startsAt").isNull()).isTrue();
        assertThat(agenda.path(1).path("unitName").asString()).isEqualTo("Xã thành viên");
        assertThat(agenda.path(1).path("presenter").asString()).isEqualTo("Bà Trưởng phòng");
        assertThat(agenda.path(1).path("purpose").asString()).isEqualTo("ELECTION");
    }

    @Test
    void anAgendaTakesThePlaceOfTheOneBeforeAndMayBeEmptied() {
        put(
                1,
                List.of(
                        Competition.newAgendaItem("Một"),
                        Competition.newAgendaItem("Hai"),
                        Competition.newAgendaItem("Ba")));
        put(2, List.of(Competition.newAgendaItem("Ba"), Competition.newAgendaItem("Một")));
        assertThat(titles(agenda())).containsExactly("Ba", "Một");
        assertThat(put(3, List.of()).status()).isEqualTo(200);
        assertThat(agenda().size()).isZero();
    }

    @Test
    void whoeverReliesOnAnEarlierVersionIsToldAndOfTwoAtOnceOneIs() {
        assertThat(assembly.officer()
                        .send("PUT", path + "/agenda", Competition.newAgenda(List.of()))
                        .problem())
                .isEqualTo("version-required");
        var both = Stream.of("Bản của trưởng", "Bản của cơ quan")
                .map(title -> CompletableFuture.supplyAsync(
                        () -> put(1, List.of(Competition.newAgendaItem(title))).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both).containsExactlyInAnyOrder(200, 412);
        assertThat(agenda().size()).isEqualTo(1);
    }

    @Test
    void everyFieldAtFaultIsNamed() {
        var unknown = Competition.newAgendaItem("Phát biểu");
        unknown.put("unitId", UUID.randomUUID());
        var elsewhere = Competition.newAgendaItem("Ký giao ước");
        elsewhere.put("serves", Map.of("purpose", "SIGNING", "seasonId", assembly.season));
        assertThat(pointers(put(1, List.of(Competition.newAgendaItem("Khai mạc"), unknown, elsewhere))))
                .containsExactly("/items/1/unitId", "/items/2/serves");
        var bad = new HashMap<String, Object>();
        bad.put("startsAt", "25:00");
        bad.put("minutes", 0);
        bad.put("title", " ");
        bad.put("serves", Map.of("purpose", "SIGNING"));
        assertThat(pointers(put(1, List.of(bad))))
                .containsExactlyInAnyOrder(
                        "/items/0/startsAt", "/items/0/minutes", "/items/0/title", "/items/0/serves/seasonId");
        var many = Collections.nCopies(101, Competition.newAgendaItem("Mục"));
        assertThat(pointers(assembly.officer().put(path + "/agenda", 1, Map.of("items", many))))
                .containsExactly("/items");
        assertThat(agenda().size()).isZero();
    }

    @Test
    void onlyWhoeverActsForTheSeasonWritesTheAgenda() {
        var body = Competition.newAgenda(List.of(Competition.newAgendaItem("Khai mạc")));
        assertThat(assembly.leader(1).put(path + "/agenda", 1, body).status())
                .as("a member")
                .isEqualTo(403);
        assertThat(assembly.leader(0).put(path + "/agenda", 1, body).status())
                .as("the head")
                .isEqualTo(200);
        var audited = PROVINCE.administrator()
                .get("/api/v1/audit/cluster?aggregateId=" + assembly.conference)
                .body()
                .path("items");
        assertThat(audited.findValuesAsString("action")).contains("conference.agenda-changed");
    }

    @Test
    void anItemStaysWhenTheConferenceNoLongerServesItsPurpose() {
        var election = Competition.newAgendaItem("Suy tôn đơn vị dẫn đầu");
        election.put("serves", Map.of("purpose", "ELECTION", "seasonId", assembly.season));
        put(1, List.of(election));
        var body = Competition.newConference(assembly.cluster, "2026-12-10", Map.of("ELECTION", assembly.season));
        assertThat(assembly.officer().put(path, 2, body).status()).isEqualTo(200);
        assertThat(agenda().path(0).path("purpose").asString())
                .as("the purpose stayed")
                .isEqualTo("ELECTION");
        body.put("purposes", List.of(Map.of("purpose", "YEAR_END", "seasonId", assembly.season)));
        assertThat(assembly.officer().put(path, 3, body).status()).isEqualTo(200);
        assertThat(titles(agenda())).containsExactly("Suy tôn đơn vị dẫn đầu");
        assertThat(agenda().path(0).path("purpose").isNull()).isTrue();
    }

    @Test
    void aConferenceBeginsAtAnHourWhichIsChangedAndLeftOut() {
        var body = Competition.newConference(assembly.cluster, "2026-12-11", Map.of("YEAR_END", assembly.season));
        body.put("startsAt", "07:30");
        var called = assembly.officer().post("/api/v1/conferences", body);
        assertThat(called.body().path("startsAt").asString()).isEqualTo("07:30");
        body.put("startsAt", null);
        var changed = assembly.officer().put("/api/v1/conferences/" + called.id(), 1, body);
        assertThat(changed.body().path("startsAt").isNull()).isTrue();
        body.put("startsAt", "7h30");
        assertThat(pointers(assembly.officer().put("/api/v1/conferences/" + called.id(), 2, body)))
                .containsExactly("/startsAt");
    }

    @Test
    void theMinutesHaveTheAgendaInItsOrder() {
        var paper = Competition.newAgendaItem("Tham luận");
        paper.put("unitId", assembly.unit(1));
        paper.put("startsAt", "09:15");
        put(1, List.of(Competition.newAgendaItem("Khai mạc"), paper));
        var minutes = assembly.officer().get(path + "/minutes?format=DOCX");
        assertThat(PaperReading.word(minutes.bytes()).replaceAll("\\s+", " "))
                .containsSubsequence("Chương trình", "08:00: Khai mạc", "09:15: Tham luận (Xã thành viên)");
    }

    private Api.Answer put(int version, List<Map<String, Object>> items) {
        return assembly.officer().put(path + "/agenda", version, Competition.newAgenda(items));
    }

    private JsonNode agenda() {
        return assembly.leader(1).get(path).body().path("agenda");
    }

    private static List<String> titles(JsonNode agenda) {
        return agenda.findValuesAsString("title");
    }

    private static List<String> pointers(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").findValuesAsString("pointer");
    }
}
