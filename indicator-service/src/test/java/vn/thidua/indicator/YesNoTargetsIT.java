package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.row;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** What is to be reached of a yes/no is yes or no. What was written before that was asked stays until somebody says otherwise. */
class YesNoTargetsIT {
    private static final String FAULT = "1 là có, 0 là không";

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID ready = season.indicator("YES_NO", "KEEP", 0, false);
    private final String sheet = "/api/v1/targets/" + season.id;
    private final String cell = sheet + "/" + season.first + "/" + ready;
    private final String amendments = sheet + "/amendments";
    private final String ofCluster = sheet + "/cluster/" + ready;
    private final Api standing = season.standing();

    @Test
    void aTargetOfAYesNoIsYesOrNoWhereverItHasANumber() {
        var half = Map.of("periodKind", "H1", "assigned", -1, "registered", 1);
        var refused = standing.put(
                cell,
                0,
                Map.of(
                        "assigned",
                        2,
                        "registered",
                        new BigDecimal("0.5"),
                        "lastYear",
                        100,
                        "portions",
                        List.of(Map.of("periodKind", "M9", "registered", 0), half)));
        refused(refused, "/assigned", "/registered", "/lastYear", "/portions/1/assigned");
        ok(standing.put(
                cell,
                0,
                Map.of(
                        "assigned",
                        new BigDecimal("1.0"),
                        "registered",
                        0,
                        "lastYear",
                        1,
                        "portions",
                        List.of(Map.of("periodKind", "H1", "assigned", 0, "registered", 1)))));
    }

    @Test
    void aSheetOfTargetsWithAnotherNumberForAYesNoIsRefusedWhole() {
        var budget = season.indicator("QUANTITY", "RAISE", 2, false);
        var rows = List.of(row(season.first, budget, 100, 120, 90), row(season.second, ready, 1, 3, null));
        refused(standing.put(sheet, 0, Map.of("rows", rows)), "/rows/1/registered");
        assertThat(standing.get(sheet).body().path("targets").asInt()).isZero();
    }

    @Test
    void aFrozenYesIsAmendedToNoAndToNothingElse() {
        season.promised();
        refused(standing.post(amendments, amended(1, 2)), "/registered");
        var portioned = amended(1, 1);
        portioned.put("portions", List.of(Map.of("periodKind", "M9", "registered", 7)));
        refused(standing.post(amendments, portioned), "/portions/0/registered");
        var proposed = LivingSeason.created(standing.post(amendments, amended(1, 0)));
        ok(season.standing().post(amendments + "/" + proposed.id() + "/approval", null));
    }

    @Test
    void aClusterPromisesHowManyOfItsMembersSayYes() {
        season.promised();
        refusedBecause(standing.put(ofCluster, 0, Map.of("registered", -1)), "Không được âm", "/registered");
        refusedBecause(
                standing.put(
                        ofCluster,
                        0,
                        Map.of(
                                "registered",
                                2,
                                "portions",
                                List.of(Map.of("periodKind", "H1", "assigned", new BigDecimal("1.5"))))),
                "Phải là số nguyên",
                "/portions/0/assigned");
        ok(standing.put(ofCluster, 0, Map.of("assigned", 3, "registered", 2, "lastYear", 0)));
    }

    @Test
    void aClusterWhoseNumberIsOneMembersAnswerPromisesYesOrNo() {
        season.promised();
        ok(standing.put(ofCluster, 0, Map.of("registered", 3)));
        ok(standing.put("/api/v1/indicators/" + ready + "/aggregation", 0, Map.of("rule", "MIN")));
        refused(
                standing.put(ofCluster, 1, Map.of("registered", 2, "lastYear", 3, "reason", "giao lại")),
                "/registered",
                "/lastYear");
        ok(standing.put(ofCluster, 1, Map.of("assigned", 1, "registered", 3, "reason", "số đã đăng ký giữ nguyên")));
        ok(standing.put(ofCluster, 2, Map.of("registered", 1, "reason", "giao lại")));
    }

    @Test
    void aNumberFromBeforeStaysWhileSomethingElseOfItsTargetIsSaid() throws SQLException {
        ok(standing.put(cell, 0, Map.of("assigned", 1)));
        fromBefore("update target set assigned = 2 where season_id = '%s'");
        refused(standing.put(cell, 1, Map.of("assigned", 3)), "/assigned");
        ok(season.officer(season.first).put(cell, 1, Map.of("assigned", 2, "registered", 1)));
        ok(standing.put(sheet, 2, Map.of("rows", List.of(row(season.first, ready, 2, 0, null)))));
        refused(
                standing.put(sheet, 3, Map.of("rows", List.of(row(season.first, ready, 2, 2, null)))),
                "/rows/0/registered");
        ok(standing.put(sheet, 3, Map.of("rows", List.of(row(season.first, ready, 1, 0, null)))));
    }

    @Test
    void aFrozenNumberFromBeforeHindersNoAmendmentAndAProposalFromBeforeIsApprovedNoMore() throws SQLException {
        season.promised();
        fromBefore("update target set assigned = 5, last_year = 90 where season_id = '%s'");
        var proposed = LivingSeason.created(standing.post(amendments, amended(5, 0)));
        ok(season.standing().post(amendments + "/" + proposed.id() + "/approval", null));
        var open = LivingSeason.created(standing.post(amendments, amended(5, 1)));
        fromBefore("update target_amendment set registered = 4 where season_id = '%s' and status = 'PROPOSED'");
        refused(season.standing().post(amendments + "/" + open.id() + "/approval", null), "/registered");
        ok(season.standing()
                .post(amendments + "/" + open.id() + "/refusal", Map.of("reason", "ghi lại có hoặc không")));
    }

    @Test
    void theDatabaseItselfTakesOnlyYesOrNo() throws SQLException {
        ok(standing.put(cell, 0, Map.of("assigned", 1)));
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            for (var column : List.of(
                    "assigned",
                    "registered",
                    "last_year",
                    "h1_assigned",
                    "h1_registered",
                    "m9_assigned",
                    "m9_registered")) {
                assertThatThrownBy(() -> statement.executeUpdate(
                                "update target set %s = 2 where season_id = '%s'".formatted(column, season.id)))
                        .as(column)
                        .hasMessageContaining("not one of the answers");
                assertThatThrownBy(
                                () -> statement.executeUpdate("""
                                insert into target (season_id, unit_id, indicator_id, unit_of_measure, %s)
                                values ('%s', '%s', '%s', 'có/không', 0.5)
                                """.formatted(column, season.id, season.second, ready)))
                        .as(column)
                        .hasMessageContaining("not one of the answers");
                assertThatThrownBy(() -> statement.executeUpdate("""
                                insert into cluster_target (id, season_id, indicator_id, version, actor_kind, actor, mandate_id, %s)
                                values (uuidv7(), '%s', '%s', 1, 'PERSON', 'ai đó', uuidv7(), 0.5)
                                """.formatted(column, season.id, ready)))
                        .as(column)
                        .hasMessageContaining("nor how many said yes");
                if (!column.equals("last_year")) {
                    assertThatThrownBy(() ->
                                    statement.executeUpdate("""
                                    insert into target_amendment (season_id, unit_id, indicator_id, reason, proposed_by, %s)
                                    values ('%s', '%s', '%s', 'vì', 'ai đó', 2)
                                    """.formatted(column, season.id, season.first, ready)))
                            .as(column)
                            .hasMessageContaining("not one of the answers");
                }
            }
            assertThat(statement.executeUpdate(
                            "update target set registered = 0, h1_registered = 1 where season_id = '%s'"
                                    .formatted(season.id)))
                    .isOne();
        }
    }

    /** As it may stand from before yes or no was asked. */
    private void fromBefore(String sql) throws SQLException {
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.formatted(season.id))).isPositive();
        }
    }

    private Map<String, @Nullable Object> amended(int assigned, int registered) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("unitId", season.first);
        body.put("indicatorId", ready);
        body.put("assigned", assigned);
        body.put("registered", registered);
        body.put("reason", "theo thông báo mới");
        return body;
    }

    private static void refused(Api.Answer answer, String... pointers) {
        refusedBecause(answer, FAULT, pointers);
    }

    private static void refusedBecause(Api.Answer answer, String fault, String... pointers) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer")).containsExactly(pointers);
        assertThat(answer.text()).contains(fault);
    }
}
