package vn.thidua.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the files of the five documents say, before anything is loaded from them. */
class RecordFilesTest {
    static List<String> documents() {
        return DemoLoader.DOCUMENTS;
    }

    @Test
    void sixty_three_provinces_became_thirty_four() throws Exception {
        JsonNode units = DemoLoader.read("records/units").path("units");

        assertThat(living(units, "2019-06-01")).hasSize(63).contains("T63-THUA-THIEN-HUE");
        assertThat(living(units, "2025-06-30")).hasSize(63).contains("T63-HUE");
        assertThat(living(units, "2025-07-01")).hasSize(34).contains("T34-TUYEN-QUANG", "T63-HUE");
    }

    @Test
    void every_province_that_ended_has_one_successor_that_begins_the_day_after() throws Exception {
        JsonNode file = DemoLoader.read("records/units");
        List<String> gone = file.path("lineages")
                .valueStream()
                .flatMap(lineage -> lineage.path("predecessors").valueStream())
                .map(JsonNode::asString)
                .toList();
        Set<String> ended = file.path("units")
                .valueStream()
                .filter(unit -> unit.has("validTo"))
                .map(unit -> unit.path("code").asString())
                .collect(Collectors.toSet());

        assertThat(gone).doesNotHaveDuplicates().hasSameElementsAs(ended);
        file.path("lineages")
                .forEach(lineage -> lineage.path("successors")
                        .forEach(successor -> assertThat(living(
                                        file.path("units"),
                                        lineage.path("effectiveFrom").asString()))
                                .contains(successor.asString())));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_name_a_document_uses_is_known_and_everything_says_what_it_rests_on(String name) throws Exception {
        JsonNode file = DemoLoader.read("records/" + name);
        Names names = new Names();
        names.put("unit", "TW", "1");
        DemoLoader.read("records/units").path("units").forEach(unit -> names.put("unit", code(unit), "1"));
        DemoLoader.read("records/indicators").path("indicators").forEach(one -> names.put("indicator", code(one), "1"));
        file.path("seasons")
                .forEach(season -> names.put("season", season.path("name").asString(), "1"));
        file.path("conferences")
                .forEach(meeting -> names.put("conference", meeting.path("as").asString(), "1"));

        for (String part : List.of(
                "members",
                "seasons",
                "conferences",
                "headships",
                "regulations",
                "keyTasks",
                "movements",
                "compacts",
                "figures",
                "honours")) {
            file.path(part).forEach(one -> {
                assertThat(names.resolved(one)).isNotNull();
                assertThat(one.path("provenance").asString()).isIn("IN_DOCUMENT", "NOT_IN_DOCUMENT");
                assertThat(one.path("source").asString()).hasSizeBetween(1, 1000);
            });
        }
        assertThat(names.resolved(file.path("cluster")).path("organiserId").asString())
                .isEqualTo("1");
    }

    @Test
    void a_scale_that_no_document_prints_says_that_it_is_made_up() throws Exception {
        for (String name : DemoLoader.DOCUMENTS) {
            for (JsonNode sheet : DemoLoader.read("records/" + name).path("scoresheets")) {
                assertThat(sheet.path("provenance").asString()).isEqualTo("INVENTED");
                assertThat(sheet.path("source").asString()).contains("không in thang điểm");
            }
        }
    }

    @Test
    void figures_are_as_printed_and_a_statement_about_all_is_no_members_value() throws Exception {
        JsonNode west = DemoLoader.read("records/cum-tay-nam-bo").path("figures");
        JsonNode all = west.valueStream()
                .filter(figure -> figure.path("subject").asString().equals("MEMBERS"))
                .findFirst()
                .orElseThrow();

        assertThat(all.path("members").path("count").asInt()).isEqualTo(12);
        assertThat(all.path("value").isNull()).isTrue();
        for (String name : DemoLoader.DOCUMENTS) {
            for (JsonNode figure : DemoLoader.read("records/" + name).path("figures")) {
                JsonNode value = figure.path("value");
                if (value.isNumber()) {
                    assertThat(figure.path("quote").asString()).contains(printed(value));
                }
                assertThat(figure.path("basis").asString()).isEqualTo("STATED");
            }
        }
    }

    /** 193310 is printed 193.310, 14.4 is printed 14,4; five communes are printed 05. */
    private static String printed(JsonNode value) {
        var symbols = java.text.DecimalFormatSymbols.getInstance(java.util.Locale.of("vi", "VN"));
        return new java.text.DecimalFormat("#,##0.##", symbols).format(value.decimalValue());
    }

    private static String code(JsonNode one) {
        return one.path("code").asString();
    }

    private static List<String> living(JsonNode units, String day) {
        LocalDate on = LocalDate.parse(day);
        return units.valueStream()
                .filter(unit -> unit.path("level").asString().equals("PROVINCE"))
                .filter(unit ->
                        !LocalDate.parse(unit.path("validFrom").asString()).isAfter(on))
                .filter(unit -> !unit.has("validTo")
                        || !LocalDate.parse(unit.path("validTo").asString()).isBefore(on))
                .flatMap(unit -> Stream.of(code(unit)))
                .toList();
    }
}
