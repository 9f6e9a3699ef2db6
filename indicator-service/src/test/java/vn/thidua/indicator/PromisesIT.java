package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.created;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.pasted;
import static vn.thidua.indicator.LivingSeason.row;
import static vn.thidua.indicator.LivingSeason.value;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** What a target can say beyond one number, and what a report is held against because of it. */
class PromisesIT {
    private static final List<String> COMMUNES = List.of("Nà Hoa", "Gò Nắng", "Suối Mây", "Bến Đá");

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID communes = season.indicator("COUNT", "RAISE", 0, false);
    private final String sheet = "/api/v1/targets/" + season.id;

    @Test
    void midYearIsHeldAgainstItsPortionAndTheYearAgainstTheWhole() {
        promise("registered", 200, "portions", List.of(Map.of("periodKind", "H1", "assigned", 70, "registered", 80)));
        var officer = season.officer(season.first);
        var half = season.report(season.period("H1", 10), season.first);
        var atHalf = ok(officer.put(cell(half, communes), 0, value(60))).body();
        assertThat(percent(atHalf.path("percentOfPlan"))).isEqualByComparingTo("75");
        var seen = rowOf(officer, half);
        assertThat(seen.path("registered").asInt()).isEqualTo(80);
        assertThat(seen.path("assigned").asInt()).isEqualTo(70);
        assertThat(seen.path("year").path("registered").asInt()).isEqualTo(200);
        var nine = season.report(season.period("M9", 10), season.first);
        ok(officer.put(cell(nine, communes), 0, value(60)));
        assertThat(percent(rowOf(officer, nine).path("percentOfPlan"))).isEqualByComparingTo("30");
        assertThat(rowOf(officer, nine).path("year").isNull()).isTrue();
        assertThat(officer.get(sheet).body().path("text").asString()).contains(" | - | 200 | - | H1: 70 / 80\n");
    }

    @Test
    void aPortionStaysUntilItIsSpokenOfAndAMemberMovesItsOwnPartOnly() {
        var path = sheet + "/" + season.first + "/" + communes;
        var given = List.of(Map.of("periodKind", "H1", "assigned", 5, "registered", 6));
        ok(season.standing().put(path, 0, Map.of("assigned", 10, "portions", given)));
        var officer = season.officer(season.first);
        var kept = ok(officer.put(path, 1, Map.of("assigned", 10, "registered", 12)));
        assertThat(kept.body().path("portions").path(0).path("registered").asInt())
                .isEqualTo(6);
        var own = List.of(Map.of("periodKind", "H1", "assigned", 5, "registered", 7));
        assertThat(ok(officer.put(path, 2, Map.of("assigned", 10, "registered", 12, "portions", own)))
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(3);
        var moved = List.of(Map.of("periodKind", "H1", "assigned", 4, "registered", 7));
        assertThat(officer.put(path, 3, Map.of("assigned", 10, "registered", 12, "portions", moved))
                        .status())
                .isEqualTo(403);
        var gone = ok(season.standing().put(path, 3, Map.of("assigned", 10, "portions", List.of())));
        assertThat(gone.body().path("portions").size()).isZero();
        var twice = season.standing()
                .put(path, 4, Map.of("assigned", 10, "portions", List.of(given.getFirst(), given.getFirst())));
        assertThat(pointer(twice)).isEqualTo("/portions/1/periodKind");
    }

    @Test
    void aListIsPromisedByNameAndTheReportNamesWhatWasReached() throws SQLException {
        promise("items", COMMUNES);
        var officer = season.officer(season.first);
        var report = season.report(season.period("YEAR", 10), season.first);
        assertThat(rowOf(officer, report).path("registered").asInt()).isEqualTo(4);
        var saved = ok(officer.put(cell(report, communes), 0, reached("Suối Mây", "Nà Hoa")))
                .body();
        assertThat(saved.path("value").asInt()).isEqualTo(2);
        assertThat(percent(saved.path("percentOfPlan"))).isEqualByComparingTo("50");
        var seen = rowOf(officer, report);
        assertThat(names(seen.path("cell").path("reached"))).containsExactly("Nà Hoa", "Suối Mây");
        assertThat(names(seen.path("items"))).isEqualTo(COMMUNES);
        var more = TriedOn.with(reached("Nà Hoa", "Suối Mây", "Bến Đá"), "indicatorId", communes, "version", 1);
        ok(officer.post("/api/v1/reports/" + report + "/cells", Map.of("cells", List.of(more))));
        assertThat(rowOf(officer, report).path("cell").path("value").asInt()).isEqualTo(3);
        assertThat(ok(officer.put(cell(report, communes), 2, reached()))
                        .body()
                        .path("value")
                        .asInt())
                .as("none of them is a number too")
                .isZero();
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into cell_revision (report_id, indicator_id, version, value, reached, not_applicable, actuality, actor_kind,
                                                       actor, mandate_id)
                            select report_id, indicator_id, 9, 1, array['Xã khác'], false, actuality, actor_kind, actor, mandate_id
                            from cell_revision where report_id = '%s' limit 1
                            """.formatted(report)))
                    .hasMessageContaining("not on the list");
        }
        assertThat(officer.get(sheet).body().path("text").asString())
                .contains(" | - | 4 | - | Nà Hoa; Gò Nắng; Suối Mây; Bến Đá\n");
    }

    @Test
    void aNumberAloneDoesNotSayWhatOfAListWasReached() {
        promise("items", COMMUNES);
        var officer = season.officer(season.first);
        var report = season.report(season.period("YEAR", 10), season.first);
        var number = officer.put(cell(report, communes), 0, value(2));
        assertThat(code(number)).isEqualTo("name-items");
        var stranger = officer.put(cell(report, communes), 0, reached("Xã khác"));
        assertThat(code(stranger)).isEqualTo("item-unknown");
        var differs = officer.put(cell(report, communes), 0, TriedOn.with(reached("Nà Hoa"), "value", 2));
        assertThat(code(differs)).isEqualTo("count-differs");
        ok(officer.put(cell(report, communes), 0, reached("Nà Hoa")));
        var block = ok(
                officer.post("/api/v1/reports/" + report + "/cells", Map.of("cells", List.of(pasted(communes, 1, 1)))));
        assertThat(block.body().path("unchanged").asInt()).isOne();
    }

    @Test
    void aListIsCountedAndHasNoNameTwice() {
        var path = sheet + "/" + season.first + "/" + communes;
        assertThat(pointer(season.standing().put(path, 0, Map.of("registered", 3, "items", COMMUNES))))
                .isEqualTo("/registered");
        assertThat(pointer(season.standing().put(path, 0, Map.of("items", List.of("Nà Hoa", " nà  hoa")))))
                .isEqualTo("/items/1");
        var budget = season.indicator("QUANTITY", "RAISE", 2, false);
        assertThat(pointer(
                        season.standing().put(sheet + "/" + season.first + "/" + budget, 0, Map.of("items", COMMUNES))))
                .isEqualTo("/items");
        var plain = new LivingSeason(catalogue);
        var jobs = plain.indicator("COUNT", "RAISE", 0, false);
        var report = plain.report(plain.promised().period("H1", 10), plain.first);
        assertThat(code(plain.officer(plain.first).put(cell(report, jobs), 0, reached("Nà Hoa"))))
                .isEqualTo("no-items");
    }

    @Test
    void anAmendedTargetKeepsWhatItSaidFirstWithBothPercents() {
        season.promised();
        var officer = season.officer(season.first);
        var report = season.report(season.period("YEAR", 10), season.first);
        ok(officer.put(cell(report, communes), 0, value(60)));
        assertThat(rowOf(officer, report).path("first").isNull()).isTrue();
        var body = new HashMap<String, Object>(
                Map.of("unitId", season.first, "indicatorId", communes, "reason", "bão lụt"));
        body.putAll(Map.of("assigned", 100, "registered", 80));
        var proposed = created(officer.post(sheet + "/amendments", body));
        ok(season.standing().post(sheet + "/amendments/" + proposed.id() + "/approval", null));
        var seen = rowOf(officer, report);
        assertThat(percent(seen.path("percentOfPlan"))).isEqualByComparingTo("75");
        assertThat(seen.path("first").path("registered").asInt()).isEqualTo(120);
        assertThat(percent(seen.path("first").path("percentOfPlan"))).isEqualByComparingTo("50");
        assertThat(seen.path("first").path("amendedAt").asString()).isNotBlank();
        body.put("registered", 75);
        var again = created(officer.post(sheet + "/amendments", body));
        ok(season.standing().post(sheet + "/amendments/" + again.id() + "/approval", null));
        assertThat(rowOf(officer, report).path("first").path("registered").asInt())
                .isEqualTo(120);
    }

    @Test
    void whatLastYearCameToStandsBesideTheTargetOnceItIsAccepted() {
        season.promised();
        var last = season.period("YEAR", 10);
        var next = season.next("2027-01-01", "2028-01-01");
        next.indicators.add(communes);
        next.promised();
        assertThat(target(next).path("lastActual").isNull()).isTrue();
        var report = season.submitted(last, season.first, 130);
        assertThat(target(next).path("lastActual").isNull()).as("not final yet").isTrue();
        var verifier = season.standing();
        created(verifier.post(
                "/api/v1/reports/" + report + "/verifications",
                Map.of("indicatorId", communes, "value", 128, "reason", "trùng hai")));
        ok(verifier.post("/api/v1/reports/" + report + "/acceptance", null));
        var seen = target(next).path("lastActual");
        assertThat(seen.path("value").asInt()).isEqualTo(128);
        assertThat(seen.path("seasonId").asString()).isEqualTo(season.id.toString());
        var now = next.report(next.period("H1", 10), next.first);
        assertThat(rowOf(next.officer(next.first), now)
                        .path("lastActual")
                        .path("value")
                        .asInt())
                .isEqualTo(128);
        var muchLater = season.next("2030-01-01", "2031-01-01");
        muchLater.indicators.add(communes);
        muchLater.promised();
        assertThat(target(muchLater).path("lastActual").isNull())
                .as("not of the year before")
                .isTrue();
    }

    private JsonNode target(LivingSeason of) {
        return of.officer(of.first)
                .get("/api/v1/targets?seasonId=" + of.id + "&unitId=" + of.first)
                .body()
                .path("items")
                .path(0);
    }

    /** The same target for every member, frozen. */
    private void promise(Object... said) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var unit : List.of(season.head, season.first, season.second)) {
            var row = row(unit, communes, null, null, null);
            for (int i = 0; i < said.length; i += 2) {
                row.put((String) said[i], said[i + 1]);
            }
            rows.add(row);
        }
        ok(season.standing().put(sheet, 0, Map.of("rows", rows)));
        ok(season.standing().post(sheet + "/freeze", null));
    }

    private static Map<String, Object> reached(String... names) {
        return Map.of("notApplicable", false, "actuality", "ACTUAL", "reached", List.of(names));
    }

    private static JsonNode rowOf(Api by, UUID report) {
        return by.get("/api/v1/reports/" + report).body().path("rows").path(0);
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(name -> names.add(name.asString()));
        return names;
    }

    private static BigDecimal percent(JsonNode of) {
        return of.path("percent").decimalValue();
    }

    private static String pointer(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("pointer").asString();
    }

    private static String code(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("code").asString();
    }
}
