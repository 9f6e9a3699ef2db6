package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Whoever leads a conference marks which item of its agenda is under way; everybody sees it, and the minutes give the hours. */
class ConferenceCourseIT {
    private final Assembly assembly = Assembly.of(2);
    private final UUID id =
            Competition.conference(assembly.cluster, Competition.today(), Map.of("YEAR_END", assembly.season));
    private final String path = "/api/v1/conferences/" + id;

    @Test
    void anItemIsBegunAndEndsWhenTheNextIsAndTheMinutesGiveTheHours() {
        agenda();
        var begun = goOn(2, 1);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(begun.header("ETag")).isEqualTo("\"3\"");
        assertThat(underWay()).containsExactly("Khai mạc");
        goOn(3, 2);
        assertThat(underWay()).containsExactly("Báo cáo");
        assertThat(item(0).path("endedAt").isNull()).isFalse();
        assertThat(item(2).path("begunAt").isNull()).isTrue();
        goOn(4, null);
        assertThat(underWay()).isEmpty();
        set(1, "08:01", "08:20");
        set(2, "08:20", "09:05");
        var minutes = assembly.officer().get(path + "/minutes");
        assertThat(PaperReading.word(minutes.bytes()).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "(Mục đầu của chương trình bắt đầu lúc 08:01.)",
                        "08:00: Khai mạc – từ 08:01 đến 08:20",
                        "08:00: Báo cáo – từ 08:20 đến 09:05",
                        "08:00: Bế mạc",
                        "(Mục cuối của chương trình kết thúc lúc 09:05.)");
    }

    @Test
    void saidAgainItChangesNothingAndOfTwoAtOnceOneIsToldOfTheOther() {
        agenda();
        goOn(2, 1);
        var at = item(0).path("begunAt").asString();
        var again = goOn(2, 1);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"3\"");
        assertThat(item(0).path("begunAt").asString()).isEqualTo(at);
        assertThat(goOn(2, 2).status()).isEqualTo(412);
        var both = Stream.of(2, 3)
                .map(position ->
                        CompletableFuture.supplyAsync(() -> goOn(3, position).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both).containsExactlyInAnyOrder(200, 412);
        assertThat(underWay()).hasSize(1);
        assertThatThrownBy(() -> Assembly.sql(
                        "update agenda_item set begun_at = now(), ended_at = null where conference_id = '" + id + "'"))
                .hasStackTraceContaining("agenda_item_under_way");
    }

    @Test
    void whatWasMarkedByMistakeLeavesNoTraceAndWhatWasEndedIsTakenUpAgain() {
        agenda();
        goOn(2, 1);
        var began = item(0).path("begunAt").asString();
        goOn(3, 3);
        var mistaken = Competition.underWay(1);
        mistaken.put("mistaken", true);
        var back = assembly.officer().put(path + "/agenda/under-way", 4, mistaken);
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(underWay()).containsExactly("Khai mạc");
        assertThat(item(0).path("begunAt").asString()).isEqualTo(began);
        assertThat(item(2).path("begunAt").isNull()).isTrue();
    }

    @Test
    void anItemIsBegunOnTheDayOfTheConferenceByWhoeverLeadsItAlone() {
        agenda();
        assertThat(assembly.leader(1)
                        .put(path + "/agenda/under-way", 2, Competition.underWay(1))
                        .status())
                .as("a member")
                .isEqualTo(403);
        assertThat(goOn(2, 9).body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/position");
        assertThat(assembly.officer()
                        .send("PUT", path + "/agenda/under-way", Competition.underWay(1))
                        .problem())
                .isEqualTo("version-required");
        assertThat(assembly.leader(0)
                        .put(path + "/agenda/under-way", 2, Competition.underWay(1))
                        .status())
                .as("the head")
                .isEqualTo(200);
        Assembly.sql("update conference set held_on = kit.business_today() - 1 where id = '" + id + "'");
        var late = goOn(3, 2);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asString()).contains("trong ngày họp");
        assertThat(goOn(3, null).status()).as("ended after midnight").isEqualTo(200);
    }

    @Test
    void anAgendaChangedMeanwhileKeepsWhatWasBegun() {
        agenda();
        goOn(2, 2);
        var added = Competition.newAgendaItem("Phát biểu chỉ đạo");
        var report = Competition.newAgendaItem("Báo cáo tóm tắt");
        report.put("was", 2);
        var without = put(3, List.of(added));
        assertThat(without.body().path("errors").findValuesAsString("pointer")).containsExactly("/items");
        var twice = put(3, List.of(report, report));
        assertThat(twice.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/items/0/was", "/items/1/was");
        assertThat(put(3, List.of(added, added, report)).status()).isEqualTo(200);
        assertThat(underWay()).containsExactly("Báo cáo tóm tắt");
        assertThat(item(2).path("position").asInt()).isEqualTo(3);
    }

    private void agenda() {
        Competition.agenda(
                id,
                1,
                List.of(
                        Competition.newAgendaItem("Khai mạc"),
                        Competition.newAgendaItem("Báo cáo"),
                        Competition.newAgendaItem("Bế mạc")));
    }

    private Api.Answer put(int version, List<Map<String, Object>> items) {
        return assembly.officer().put(path + "/agenda", version, Competition.newAgenda(items));
    }

    private Api.Answer goOn(int version, @Nullable Integer position) {
        return assembly.officer().put(path + "/agenda/under-way", version, Competition.underWay(position));
    }

    private JsonNode item(int index) {
        return assembly.leader(1).get(path).body().path("agenda").path(index);
    }

    private List<String> underWay() {
        return assembly.leader(1)
                .get(path)
                .body()
                .path("agenda")
                .valueStream()
                .filter(one ->
                        !one.path("begunAt").isNull() && one.path("endedAt").isNull())
                .map(one -> one.path("title").asString())
                .toList();
    }

    private void set(int position, String begun, String ended) {
        Assembly.sql("""
                update agenda_item set begun_at = (kit.business_today() + time '%s') at time zone 'Asia/Ho_Chi_Minh',
                       ended_at = (kit.business_today() + time '%s') at time zone 'Asia/Ho_Chi_Minh'
                where conference_id = '%s' and position = %d
                """.formatted(begun, ended, id, position));
    }
}
