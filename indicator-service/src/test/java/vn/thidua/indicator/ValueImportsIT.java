package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.value;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.indicator.valueimport.Taking;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.ServiceUnderTest;

/** Many values of many units, posted at once and taken in the background. */
class ValueImportsIT {
    private static final String PATH = "/api/v1/value-imports";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Catalogue catalogue = Catalogue.instance();
    private final ServiceUnderTest service = catalogue.service;
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID poor = season.indicator("COUNT", "REDUCE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final Map<UUID, String> codes = new HashMap<>();
    private final Api officer = everywhere();

    @BeforeEach
    void nothingElseWaits() {
        Taking.all(service);
    }

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void manyValuesOfManyUnitsAreTakenAndEachRowSaysWhatBecameOfIt() {
        var posted = post(
                officer,
                row(season.first, budget, new BigDecimal("100.5"), "explanation", "theo kho bạc"),
                row(season.second, budget, 7),
                row(season.first, poor, -3),
                TriedOn.with(row(season.first, poor, 3), "unitCode", "KHONG-CO"),
                TriedOn.with(row(season.second, poor, 3), "indicatorCode", "KHONG-CO"),
                row(season.second, budget, 8));
        assertThat(posted.status()).as(posted.text()).isEqualTo(202);
        assertThat(posted.header("Location")).isEqualTo(PATH + "/" + posted.id());
        assertThat(posted.body().path("state").asString()).isEqualTo("WAITING");
        Taking.all(service);
        var done = officer.get(PATH + "/" + posted.id()).body();
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("done").asInt()).isEqualTo(6);
        assertThat(done.path("saved").asInt()).isEqualTo(2);
        assertThat(done.path("refused").asInt()).isEqualTo(4);
        var rows = rows(posted.id(), "");
        assertThat(rows.findValuesAsString("outcome"))
                .containsExactly("SAVED", "SAVED", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(rows.findValuesAsString("code"))
                .containsExactly("not-negative", "not-member", "not-found", "indicator-twice");
        assertThat(rows.findValuesAsString("pointer"))
                .containsExactly("/rows/2/value", "/rows/3/unitCode", "/rows/4/indicatorCode", "/rows/5/indicatorCode");
        assertThat(rows.path(2).path("problem").asString()).isEqualTo("invalid-content");
        assertThat(rows.path(2).path("errors").path(0).path("detail").asString())
                .isEqualTo("Không được âm");
        var refused = officer.get(PATH + "/" + posted.id() + "/rows?outcome=REFUSED&limit=3")
                .body();
        assertThat(refused.path("items").size()).isEqualTo(3);
        assertThat(refused.path("next").asString()).isEqualTo("4");
        assertThat(standing(season.first, budget).path("value").decimalValue()).isEqualByComparingTo("100.5");
        assertThat(standing(season.first, budget).path("explanation").asString())
                .isEqualTo("theo kho bạc");
    }

    @Test
    void theSameAgainChangesNothing() {
        var key = officer.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = post(key, row(season.first, budget, 5));
        assertThat(post(key, row(season.first, budget, 5)).text()).isEqualTo(first.text());
        Taking.all(service);
        var again = post(officer, row(season.first, budget, 5));
        Taking.all(service);
        assertThat(officer.get(PATH + "/" + again.id()).body().path("unchanged").asInt())
                .isEqualTo(1);
        assertThat(standing(season.first, budget).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseTypedStaysUnlessItsVersionIsKnown() {
        var report = season.report(period, season.first);
        ok(season.leader(season.first).put(cell(report, budget), 0, value(50)));
        var blind = taken(row(season.first, budget, 60), row(season.first, poor, 2));
        assertThat(rows(blind, "").findValuesAsString("outcome")).containsExactly("REFUSED", "SAVED");
        assertThat(rows(blind, "").findValuesAsString("code")).containsExactly("value-of-another");
        assertThat(standing(season.first, budget).path("value").asInt()).isEqualTo(50);
        assertThat(rows(taken(row(season.first, budget, 60, "version", 0)), "").findValuesAsString("code"))
                .containsExactly("value-overtaken");
        taken(row(season.first, budget, 60, "version", 1));
        assertThat(standing(season.first, budget).path("value").asInt()).isEqualTo(60);
        // One's own is corrected without.
        taken(row(season.first, budget, 61));
        assertThat(standing(season.first, budget).path("value").asInt()).isEqualTo(61);
    }

    @Test
    void aNumberThatIsNotExactSaysSoAndSaidAgainWithoutItIsExact() {
        taken(row(season.first, budget, 7, "qualifier", "NEARLY"), row(season.first, poor, 3, "qualifier", "EXACT"));
        assertThat(standing(season.first, budget).path("qualifier").asString()).isEqualTo("NEARLY");
        assertThat(standing(season.first, poor).path("qualifier").isNull()).isTrue();
        taken(row(season.first, budget, 7));
        assertThat(standing(season.first, budget).path("version").asInt()).isEqualTo(2);
        assertThat(standing(season.first, budget).path("qualifier").isNull()).isTrue();
        assertThat(post(officer, row(season.first, budget, 7, "qualifier", "DƯỚI"))
                        .status())
                .as("a word that nobody knows")
                .isEqualTo(422);
    }

    @Test
    void aNumberThatIsNoneHereIsRefusedByItself() {
        var id = taken(row(season.first, budget, new BigDecimal("1e400000")), row(season.second, budget, 1));
        assertThat(rows(id, "").findValuesAsString("outcome")).containsExactly("REFUSED", "SAVED");
        assertThat(rows(id, "").findValuesAsString("code")).containsExactly("range");
    }

    @Test
    void aProcessThatIsKilledMidwayIsTakenUpAndNothingIsDoubled() throws Exception {
        season.report(period, season.first);
        season.report(period, season.second);
        var id = post(
                        officer,
                        row(season.first, budget, 1),
                        row(season.first, poor, 2),
                        row(season.second, budget, 3),
                        row(season.second, poor, 4))
                .id();
        assertThat(Taking.step(service)).isTrue();
        assertThat(progress(id)).isEqualTo("RUNNING 2");
        try (var held = holding(season.second)) {
            var dying = Thread.ofPlatform().start(() -> Taking.step(service));
            Eventually.within(PATIENCE, "it is in the middle of the second unit", () -> blocked() == 1);
            assertThat(kill()).isEqualTo(1);
            dying.join();
            held.rollback();
        }
        assertThat(progress(id)).isEqualTo("RUNNING 2");
        Eventually.within(PATIENCE, "another takes it up", () -> {
            Taking.step(service);
            return progress(id).equals("DONE 4");
        });
        for (var unit : List.of(season.first, season.second)) {
            assertThat(standing(unit, budget).path("version").asInt()).isEqualTo(1);
            assertThat(standing(unit, poor).path("version").asInt()).isEqualTo(1);
        }
        assertThat(number("select count(*) from kit.audit where action = 'report.cells-saved' and unit_id in ('"
                        + season.first + "', '" + season.second + "')"))
                .isEqualTo(2);
    }

    @Test
    void twoInstancesNeverTakeARowTwice() throws Exception {
        season.report(period, season.first);
        var id = post(officer, row(season.first, budget, 1), row(season.second, budget, 3))
                .id();
        try (var held = holding(season.first)) {
            var one = Thread.ofPlatform().start(() -> Taking.step(service));
            Eventually.within(PATIENCE, "the first is at it", () -> blocked() == 1);
            assertThat(Taking.step(service))
                    .as("the second finds nothing to do")
                    .isFalse();
            held.rollback();
            one.join();
        }
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> Taking.all(service)));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(progress(id)).isEqualTo("DONE 2");
        assertThat(standing(season.first, budget).path("version").asInt()).isEqualTo(1);
        assertThat(standing(season.second, budget).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsCancelledStopsAndWhatWasTakenStays() {
        var id = post(officer, row(season.first, budget, 1), row(season.second, budget, 3))
                .id();
        Taking.step(service);
        var cancelled = officer.post(PATH + "/" + id + "/cancellation", null);
        assertThat(cancelled.body().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(Taking.step(service)).isFalse();
        assertThat(progress(id)).isEqualTo("CANCELLED 1");
        assertThat(standing(season.first, budget).path("value").asInt()).isEqualTo(1);
        assertThat(rows(id, "").path(1).path("outcome").isNull()).isTrue();
        assertThat(officer.post(PATH + "/" + id + "/cancellation", null).status())
                .isEqualTo(200);
        assertThat(officer.post(PATH + "/" + taken(row(season.first, budget, 1)) + "/cancellation", null)
                        .problem())
                .isEqualTo("import-ended");
    }

    @Test
    void somebodyElsesImportIsNotSeenNorStopped() {
        var id = post(officer, row(season.first, budget, 1)).id();
        var leader = season.leader(season.first);
        assertThat(leader.get(PATH).body().path("items").size()).isZero();
        assertThat(leader.get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(leader.get(PATH + "/" + id + "/rows").status()).isEqualTo(404);
        assertThat(leader.post(PATH + "/" + id + "/cancellation", null).status())
                .isEqualTo(404);
        assertThat(officer.get(PATH).body().path("items").path(0).path("id").asString())
                .isEqualTo(id.toString());
    }

    @Test
    void aUnitOfOthersAndAClosedPeriodAreRefusedWithTheirReason() {
        var own = season.officer(season.first);
        var id = post(own, row(season.first, budget, 1), row(season.second, budget, 1))
                .id();
        Taking.all(service);
        var rows = own.get(PATH + "/" + id + "/rows").body().path("items");
        assertThat(rows.path(0).path("outcome").asString()).isEqualTo("SAVED");
        assertThat(rows.path(1).path("problem").asString()).isEqualTo("forbidden");
        assertThat(reports(season.second)).isZero();
        season.clock("12 days");
        var late = post(own, row(season.first, budget, 2)).id();
        Taking.all(service);
        var refused = own.with("Accept-Language", "en")
                .get(PATH + "/" + late + "/rows")
                .body()
                .path("items")
                .path(0);
        assertThat(refused.path("problem").asString()).isEqualTo("period-closed");
        assertThat(refused.path("detail").asString()).contains("closed at");
    }

    @Test
    void whoMayWriteNowhereHandsNothingIn() {
        assertThat(post(season.standing(), row(season.first, budget, 1)).status())
                .isEqualTo(403);
    }

    @Test
    void onlySoManyRowsAndSoManyAtOnce() {
        var many = Collections.nCopies(1001, row(season.first, budget, 1));
        assertThat(officer.post(PATH, Map.of("periodId", period, "rows", many)).status())
                .isEqualTo(422);
        for (int i = 0; i < 20; i++) {
            assertThat(post(officer, row(season.first, budget, i)).status()).isEqualTo(202);
        }
        assertThat(post(officer, row(season.first, budget, 1)).problem()).isEqualTo("imports-waiting");
    }

    @Test
    void aLargeBodyIsTakenHereAndNowhereElse() {
        var long2000 = "số ".repeat(600).strip();
        var large = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 900; i++) {
            large.add(row(season.first, budget, i, "explanation", long2000));
        }
        var body = Map.of("periodId", period, "rows", large);
        assertThat(officer.post(PATH, body).status()).isEqualTo(202);
        assertThat(officer.post("/api/v1/reports", body).status()).isEqualTo(413);
        var huge = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 8; i++) {
            huge.addAll(large);
        }
        assertThat(officer.post(PATH, Map.of("periodId", period, "rows", huge)).status())
                .isEqualTo(413);
    }

    @Test
    void whatAKilledInstanceWasTakingAnotherTakesOnAtOnceAndNotBefore() throws SQLException {
        var id = post(officer, row(season.first, budget, 1)).id();
        try (var dying = service.database().asApp();
                var killing = service.database().asSuperuser()) {
            dying.setAutoCommit(false);
            int backend;
            try (var statement = dying.createStatement()) {
                // As one does that is in the middle of the import.
                statement.execute("select id from value_import where id = '" + id + "' for update");
                try (var row = statement.executeQuery("select pg_backend_pid()")) {
                    row.next();
                    backend = row.getInt(1);
                }
            }
            try (var another = ServiceUnderTest.start(
                    IndicatorService.class,
                    service.database(),
                    Map.of("thidua.feed.sources", "", "thidua.value-imports.every", "100ms"))) {
                assertThat(another.database()).isEqualTo(service.database());
                var other = post(officer, row(season.second, budget, 2)).id();
                Eventually.within(
                        PATIENCE,
                        "what nobody holds is taken",
                        () -> progress(other).equals("DONE 1"));
                assertThat(progress(id)).as("what somebody holds is left alone").isEqualTo("WAITING 0");
                try (var statement = killing.createStatement()) {
                    statement.execute("select pg_terminate_backend(" + backend + ")");
                }
                Eventually.within(
                        Duration.ofSeconds(5),
                        "it is taken over",
                        () -> progress(id).equals("DONE 1"));
            }
        } catch (SQLException gone) {
            // The connection that was killed cannot be closed in order.
            assertThat(gone.getSQLState()).isIn("57P01", "08006", "08003");
        }
        assertThat(progress(id)).isEqualTo("DONE 1");
    }

    @Test
    void oldImportsAreSwept() {
        var id = post(officer, row(season.first, budget, 1)).id();
        Taking.all(service);
        Taking.sweep(service, Duration.ofDays(1));
        assertThat(progress(id)).isEqualTo("DONE 1");
        assertThat(Taking.sweep(service, Duration.ZERO)).isPositive();
        assertThat(officer.get(PATH + "/" + id).status()).isEqualTo(404);
    }

    private Api everywhere() {
        var account = "importer-" + UUID.randomUUID();
        catalogue.known.person(account, Map.of("UNIT_OFFICER", season.first, "UNIT_LEADER", season.second));
        return service.api().as(vn.thidua.kit.test.TestIssuer.instance().person(account));
    }

    private Map<String, Object> row(UUID unit, UUID indicator, Object value, Object... more) {
        return TriedOn.with(
                Map.of(
                        "unitCode",
                        code("select code from kit.unit_copy where id = '", unit),
                        "indicatorCode",
                        code("select code from indicator where id = '", indicator),
                        "value",
                        value),
                more);
    }

    private String code(String query, UUID id) {
        return codes.computeIfAbsent(id, _ -> text(query + id + "'"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private Api.Answer post(Api by, Map<String, Object>... rows) {
        return by.post(PATH, Map.of("periodId", period, "rows", List.of(rows)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private UUID taken(Map<String, Object>... rows) {
        var id = post(officer, rows).id();
        Taking.all(service);
        return id;
    }

    private JsonNode rows(UUID id, String query) {
        return officer.get(PATH + "/" + id + "/rows" + query).body().path("items");
    }

    private String progress(UUID id) {
        var now = officer.get(PATH + "/" + id).body();
        return now.path("state").asString() + " " + now.path("done").asInt();
    }

    private JsonNode standing(UUID unit, UUID indicator) {
        var id = text("select id from report where period_id = '" + period + "' and unit_id = '" + unit + "'");
        for (var row : season.standing().get("/api/v1/reports/" + id).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row.path("cell");
            }
        }
        throw new AssertionError("no row for " + indicator);
    }

    private int reports(UUID unit) {
        return number("select count(*) from report where unit_id = '" + unit + "'");
    }

    /** A connection that keeps that unit's report from being written. */
    private Connection holding(UUID unit) throws SQLException {
        var connection = service.database().asOwner();
        connection.setAutoCommit(false);
        connection.createStatement().execute("select from report where unit_id = '" + unit + "' for update");
        return connection;
    }

    private int blocked() {
        return number(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    /** As the operating system would end it: whoever waits for that lock is gone. */
    private int kill() {
        return number("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """);
    }

    private int number(String query) {
        return Integer.parseInt(text(query));
    }

    private String text(String query) {
        try (var connection = service.database().asSuperuser();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
