package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.row;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class TargetsIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID jobs = season.indicator("COUNT", "RAISE", 0, false);
    private final String sheet = "/api/v1/targets/" + season.id;

    @Test
    void theAgencyAssignsAndAMemberRegistersBesideIt() {
        var assigned = season.standing()
                .put(cell(season.first), 0, Map.of("assigned", 100, "lastYear", new BigDecimal("90.5")));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(assigned.header("ETag")).isEqualTo("\"1\"");
        assertThat(assigned.body().path("unitOfMeasure").asString()).isEqualTo("tỷ đồng");
        var registered = season.officer(season.first)
                .put(
                        cell(season.first),
                        1,
                        Map.of("assigned", 100.0, "registered", 120, "lastYear", new BigDecimal("90.5")));
        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        assertThat(registered.body().path("registered").decimalValue()).isEqualByComparingTo("120");
    }

    @Test
    void aMemberDoesNotMoveWhatWasAssignedNorAnotherMembersPromise() {
        season.standing().put(cell(season.first), 0, Map.of("assigned", 100));
        var officer = season.officer(season.first);
        assertThat(officer.put(cell(season.first), 1, Map.of("assigned", 50, "registered", 60))
                        .status())
                .isEqualTo(403);
        assertThat(officer.put(cell(season.second), 0, Map.of("registered", 60)).status())
                .isEqualTo(403);
    }

    @Test
    void whoWritesOverAnOlderTargetIsToldSo() {
        season.standing().put(cell(season.first), 0, Map.of("assigned", 100));
        assertThat(season.standing()
                        .put(cell(season.first), 0, Map.of("assigned", 99))
                        .problem())
                .isEqualTo("version-mismatch");
        assertThat(season.standing()
                        .put(sheet, 0, Map.of("rows", List.of(row(season.first, jobs, 1, null, null))))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void manyTargetsAreWrittenAtOnceAndWhatIsNotNamedStaysOrFallsAwayAsSaid() {
        var one = row(season.first, budget, 100, 120, null);
        var two = row(season.second, budget, 100, 130, null);
        var written = season.standing().put(sheet, 0, Map.of("rows", List.of(one)));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(season.standing()
                        .put(sheet, 1, Map.of("rows", List.of(two)))
                        .body()
                        .path("targets")
                        .asInt())
                .isEqualTo(2);
        assertThat(season.standing()
                        .put(sheet, 2, Map.of("rows", List.of(two), "replace", true))
                        .body()
                        .path("targets")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aBatchIsRefusedWholeWithEveryFaultNamed() {
        var stranger = UUID.randomUUID();
        var rows = List.of(
                row(season.first, budget, 1, null, null),
                row(stranger, budget, 1, null, null),
                row(season.first, stranger, 1, null, null),
                row(season.first, budget, 2, null, null));
        var refused = season.standing().put(sheet, 0, Map.of("rows", rows));
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/rows/1/unitId", "/rows/2/indicatorId", "/rows/3");
        assertThat(season.standing().get(sheet).body().path("targets").asInt()).isZero();
    }

    @Test
    void aMemberOfAnEarlierYearHasNoTarget() {
        var former = LivingSeason.unit(catalogue);
        assertThat(season.standing().put(cell(former), 0, Map.of("assigned", 1)).status())
                .isEqualTo(422);
    }

    @Test
    void targetsAreFrozenOnlyWhenEveryMemberHasOne() {
        assertThat(freeze(season.standing()).status()).isEqualTo(409);
        season.standing().put(cell(season.first), 0, Map.of("assigned", 100));
        var refused = freeze(season.standing());
        assertThat(refused.body().path("unitIds").size()).isEqualTo(2);
    }

    @Test
    void frozenTargetsAreOneTextWithItsHashPublishedAndChangeNoMore() throws SQLException {
        season.promised();
        var frozen = season.officer(season.second).get(sheet);
        assertThat(frozen.body().path("text").asString())
                .startsWith("thidua-targets/1 | " + season.id + " | 2026\n")
                .contains(" | tỷ đồng | 100 | 120 | 90\n");
        assertThat(frozen.body().path("text").asString().lines()).hasSize(1 + 3 * 2);
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.prepareStatement("""
                        select data ->> 'sha256' from kit.feed_event where aggregate_type = 'targets' and aggregate_id = ?
                        union all
                        select data ->> 'sha256' from kit.outbox where aggregate_type = 'targets' and aggregate_id = ?
                        """)) {
            statement.setObject(1, season.id);
            statement.setObject(2, season.id);
            var row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(frozen.body().path("sha256").asString());
        }
        assertThat(freeze(season.standing()).problem()).isEqualTo("targets-frozen");
        assertThat(season.standing()
                        .put(cell(season.first), 1, Map.of("assigned", 1))
                        .problem())
                .isEqualTo("targets-frozen");
        assertThat(season.standing()
                        .put(sheet, 2, Map.of("rows", List.of(row(season.first, budget, 1, null, null))))
                        .problem())
                .isEqualTo("targets-frozen");
    }

    @Test
    void theDatabaseItselfKeepsWhatIsFrozen() throws SQLException {
        season.promised();
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update target set registered = 1 where season_id = '" + season.id + "'"))
                    .hasMessageContaining("frozen");
            assertThatThrownBy(
                            () -> statement.executeUpdate("delete from target where season_id = '" + season.id + "'"))
                    .hasMessageContaining("frozen");
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update target_sheet set text = 'x' where season_id = '" + season.id + "'"))
                    .hasMessageContaining("frozen");
        }
    }

    @Test
    void anIndicatorThatFrozenTargetsRelyOnKeepsItsDirection() {
        season.promised();
        var change = Map.of("name", "Tên mới", "unitOfMeasure", "tỷ đồng", "direction", "REDUCE");
        var refused = season.standing().put("/api/v1/indicators/" + budget, 1, change);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(season.standing()
                        .put("/api/v1/indicators/" + budget, 1, Map.of("name", "Tên mới", "unitOfMeasure", "tỷ đồng"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void strangersSeeNoTargetsAndTheMembersSeeEachOthers() {
        season.promised();
        assertThat(season.officer(LivingSeason.unit(catalogue)).get(sheet).status())
                .isEqualTo(404);
        assertThat(season.officer(LivingSeason.unit(catalogue))
                        .get("/api/v1/targets?seasonId=" + season.id)
                        .status())
                .isEqualTo(404);
        var reader = season.officer(season.first);
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = reader.get("/api/v1/targets?seasonId=" + season.id + "&limit=4" + next);
            seen.addAll(page.body().path("items").findValuesAsString("unitId"));
            var cursor = page.body().path("next");
            next = cursor.isNull() ? "" : "&after=" + cursor.asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(6);
        assertThat(reader.get("/api/v1/targets?seasonId=" + season.id + "&unitId=" + season.second)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theHeadOfTheSeasonWritesForAllAndTheHeadOfAnotherDoesNot() {
        var rows = Map.of("rows", List.of(row(season.second, budget, 100, null, null)));
        assertThat(season.officer(season.first).put(sheet, 0, rows).status()).isEqualTo(403);
        assertThat(season.officer(season.head).put(sheet, 0, rows).status()).isEqualTo(200);
    }

    @Test
    void aClosedSeasonTakesNoTargets() {
        season.closed();
        assertThat(season.standing()
                        .put(cell(season.first), 0, Map.of("assigned", 1))
                        .problem())
                .isEqualTo("season-closed");
    }

    private String cell(UUID unit) {
        return sheet + "/" + unit + "/" + budget;
    }

    private Api.Answer freeze(Api by) {
        return by.post(sheet + "/freeze", null);
    }
}
