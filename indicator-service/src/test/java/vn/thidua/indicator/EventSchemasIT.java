package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Contract;

/** What is published has the form that its schema promises. */
class EventSchemasIT {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Catalogue catalogue = Catalogue.instance();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicator",
                "targets",
                "period",
                "period-opening",
                "report",
                "cell-thread",
                "consolidation",
                "aggregation",
                "cluster-target",
                "target-amendment"
            })
    void everyEventOfASeasonsReportingFitsItsSchema(String aggregate) throws SQLException {
        var season = new LivingSeason(catalogue);
        season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("H1", 10);
        var report = season.submitted(period, season.first, 150);
        var indicator = season.indicators.getFirst();
        season.standing()
                .post(
                        "/api/v1/reports/" + report + "/verifications",
                        Map.of("indicatorId", indicator, "value", 144, "reason", "theo số của thuế"));
        talk(season, "/api/v1/reports/" + report + "/comments", indicator);
        consolidate(season, "/api/v1/periods/" + period + "/consolidation", indicator);
        amend(season, indicator);
        season.standing().post("/api/v1/reports/" + report + "/return", Map.of("reason", "thiếu số"));
        var over = new LivingSeason(catalogue);
        LivingSeason.created(over.standing()
                .post(
                        "/api/v1/periods/" + over.closedPeriod() + "/openings",
                        Map.of(
                                "unitId",
                                over.first,
                                "until",
                                java.time.Instant.now().plusSeconds(3600).toString(),
                                "reason",
                                "mất điện")));
        var events = events(aggregate);
        assertThat(events).isNotEmpty();
        var wrong = new ArrayList<String>();
        events.forEach(event -> wrong.addAll(faults(aggregate, event)));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"figure", "scoresheet", "ranking"})
    void everyEventOfFiguresAndScoringFitsItsSchema(String aggregate) throws SQLException {
        var recorded = new Recorded("S.1-" + aggregate, "S.2-" + aggregate);
        var growth = recorded.indicator("Tăng trưởng", "%", "PERCENT", "RAISE");
        recorded.state(recorded.ofUnit(growth, "S.1-" + aggregate, "GROWTH", 17, "%"));
        recorded.state(recorded.ofMembers(growth, "PERCENT_OF_PLAN", 12, 12, 55));
        var season = new LivingSeason(catalogue);
        var scored = new ScoredSeason(season).frozen();
        LivingSeason.ok(scored.assess(season.first, "I.1", 0, 90));
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), ranking, "2026"));
        var events = events(aggregate);
        assertThat(events).isNotEmpty();
        var wrong = new ArrayList<String>();
        events.forEach(event -> wrong.addAll(faults(aggregate, event)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aSchemaRefusesWhatItDoesNotPromise() {
        var good = """
                {"seasonId":"01890000-0000-7000-8000-000000000021","text":"x","sha256":"%s","frozenAt":"2026-03-05T02:00:00Z"}
                """.formatted("a".repeat(64));
        assertThat(faults("targets", good)).isEmpty();
        assertThat(faults("targets", good.replace("aaaa", "zzzz"))).isNotEmpty();
        assertThat(faults("targets", good.replace("\"text\":\"x\",", ""))).isNotEmpty();
    }

    @Test
    void thePublishedExamplesFitToo() {
        var checked = 0;
        for (var example : Contract.examples()) {
            for (var event : example.response().path("jsonBody")) {
                if (event.path("aggregatetype").isString()) {
                    checked++;
                    assertThat(faults(
                                    event.path("aggregatetype").asString(),
                                    event.path("data").toString()))
                            .as(example.file().toString())
                            .isEmpty();
                }
            }
        }
        assertThat(checked).isPositive();
    }

    private static void talk(LivingSeason season, String comments, UUID indicator) {
        var officer = season.standing();
        var said = LivingSeason.created(
                officer.post(comments, Map.of("indicatorId", indicator, "text", "Số này lấy ở đâu?")));
        var thread = comments + "/" + said.body().path("threadId").asString();
        for (var step :
                List.of(thread + "/resolution", thread + "/reopening", comments + "/" + said.id() + "/withdrawal")) {
            assertThat(officer.post(step, null).status()).isEqualTo(204);
        }
    }

    /** One that is taken on, and one that is not. */
    private static void amend(LivingSeason season, UUID indicator) {
        var amendments = "/api/v1/targets/" + season.id + "/amendments";
        for (var decision : List.of("/approval", "/refusal")) {
            var proposed = LivingSeason.created(season.officer(season.first)
                    .post(
                            amendments,
                            Map.of(
                                    "unitId",
                                    season.first,
                                    "indicatorId",
                                    indicator,
                                    "assigned",
                                    100,
                                    "registered",
                                    decision.length(),
                                    "portions",
                                    List.of(Map.of("periodKind", "H1", "registered", 5)),
                                    "reason",
                                    "mưa lũ")));
            LivingSeason.ok(season.standing()
                    .post(
                            amendments + "/" + proposed.id() + decision,
                            decision.equals("/refusal") ? Map.of("reason", "chưa đủ căn cứ") : null));
        }
    }

    private static void consolidate(LivingSeason season, String consolidation, UUID indicator) {
        LivingSeason.ok(season.standing()
                .put("/api/v1/indicators/" + indicator + "/aggregation", 0, Map.of("rule", "AVERAGE")));
        LivingSeason.ok(season.standing()
                .put(
                        "/api/v1/targets/" + season.id + "/cluster/" + indicator,
                        0,
                        Map.of("registered", 400, "portions", List.of(Map.of("periodKind", "M9", "assigned", 300)))));
        LivingSeason.ok(season.standing()
                .put(consolidation + "/" + indicator, 0, Map.of("adjusted", 140, "reason", "trừ phần tính trùng")));
        LivingSeason.ok(season.standing().post(consolidation + "/submission", null));
        LivingSeason.ok(season.leader(season.head).post(consolidation + "/adoption", null));
        LivingSeason.ok(season.standing().post(consolidation + "/return", Map.of("reason", "thêm đơn vị")));
    }

    private static List<String> faults(String aggregate, String data) {
        // Without this, "format" is a remark and not a rule.
        var found = schema(aggregate)
                .validate(
                        data,
                        InputFormat.JSON,
                        run -> run.executionConfig(rules -> rules.formatAssertionsEnabled(true)));
        return found.stream()
                .map(error -> aggregate + ": " + error.getMessage())
                .toList();
    }

    private static Schema schema(String aggregate) {
        try {
            var file = Path.of("contract", "events", aggregate + ".schema.json");
            return REGISTRY.getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What was published of that kind, whether or not it has its place in the feed by now. */
    private List<String> events(String aggregate) throws SQLException {
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.prepareStatement("""
                        select data from kit.feed_event where aggregate_type = ?
                        union all select data from kit.outbox where aggregate_type = ?
                        """)) {
            statement.setString(1, aggregate);
            statement.setString(2, aggregate);
            var rows = statement.executeQuery();
            var events = new ArrayList<String>();
            while (rows.next()) {
                events.add(rows.getString(1));
            }
            return events;
        }
    }
}
