package vn.thidua.indicator;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;

/**
 * Rankings of many clusters of ten members by a sheet of sixty criteria: computed, and published, each beside plain SQL that only reads
 * the same facts. One at a time, one client. Printed, not asserted.
 */
public final class RankingBenchmark {
    private static final int INDICATORS = 60;
    private static final int GROUPS = 6;

    /** What the facts of a period are, and nothing done with them. */
    private static final String FACTS = """
            select t.unit_id, t.indicator_id, i.value_kind, i.direction, t.assigned, t.registered, t.last_year,
                   r.id, r.status, c.revision_id, c.value, c.not_applicable, v.computation, b.id, b.value
            from planned t
            join indicator i on i.id = t.indicator_id
            left join report r on r.period_id = t.period_id and r.unit_id = t.unit_id
            left join report_cell c on c.report_id = r.id and c.indicator_id = t.indicator_id
            left join cell_revision v on v.id = c.revision_id
            left join verified_cell b on b.report_id = r.id and b.indicator_id = t.indicator_id
            where t.period_id = cast(? as uuid)
            order by t.unit_id, i.code, i.id
            """;

    private final Catalogue catalogue = Catalogue.instance();
    private final int clusters;

    private RankingBenchmark(int clusters) {
        this.clusters = clusters;
    }

    /** @param args how many clusters, 2,000 unless told */
    public static void main(String[] args) throws Exception {
        try {
            var benchmark = new RankingBenchmark(args.length == 0 ? 2_000 : Integer.parseInt(args[0]));
            benchmark.run(benchmark.prepare());
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    /** One season is lived as people live it; the others are copies of it with units and numbers of their own. */
    private LivingSeason prepare() throws SQLException {
        var season = new LivingSeason(catalogue);
        for (int i = 0; i < INDICATORS; i++) {
            season.indicator("QUANTITY", "RAISE", 2, false);
        }
        season.promised();
        var period = season.period("YEAR", 30);
        var sheet = LivingSeason.created(season.standing().post("/api/v1/scoresheets", sheet(season))).id();
        LivingSeason.ok(
                season.standing().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + sheet + "/freeze", null));
        var database = catalogue.service.database();
        ManyClusters.like(season, period, clusters);
        for (var statement : copies(season, sheet)) {
            ManyClusters.sql(database, statement);
        }
        ManyClusters.sql(database, "vacuum analyze");
        return season;
    }

    private List<String> copies(LivingSeason season, UUID sheet) {
        return List.of(
                """
                insert into scoresheet
                select (jsonb_populate_record(o, jsonb_build_object('id', b.sheet, 'season_id', b.season))).*
                from scoresheet o cross join bench_season b where o.id = '%s'
                """.formatted(sheet),
                """
                insert into scoresheet_criterion (scoresheet_id, code, indicator_id, lowest, maximum)
                select b.sheet, c.code, c.indicator_id, c.lowest, c.maximum
                from scoresheet_criterion c cross join bench_season b where c.scoresheet_id = '%s'
                """.formatted(sheet));
    }

    private static Map<String, @Nullable Object> sheet(LivingSeason season) {
        var groups = new ArrayList<Map<String, Object>>();
        var each = INDICATORS / GROUPS;
        for (int g = 0; g < GROUPS; g++) {
            var criteria = new ArrayList<Map<String, Object>>();
            for (int c = 0; c < each; c++) {
                criteria.add(Map.of(
                        "code", g + "." + c,
                        "name", "Tiêu chí " + g + "." + c,
                        "maximum", 10,
                        "indicatorId", season.indicators.get(g * each + c),
                        "rule", rule(c)));
            }
            groups.add(Map.of(
                    "code", "N" + g, "name", "Nhóm " + g, "maximum", 10 * each, "bonusMaximum", 0, "criteria", criteria));
        }
        var sheet = new HashMap<String, @Nullable Object>();
        sheet.put("seasonId", season.id);
        sheet.put("title", "Bảng điểm sáu mươi tiêu chí");
        sheet.put("maximum", 10 * INDICATORS);
        sheet.put("bonus", "INSIDE");
        sheet.put("notApplicable", "EXCLUDE");
        sheet.put("plan", "REGISTERED_ELSE_ASSIGNED");
        sheet.put("belowZero", false);
        sheet.put("rounding", Map.of("at", "CRITERION", "scale", 2, "mode", "HALF_UP"));
        sheet.put("groups", groups);
        sheet.put("provenance", "INVENTED");
        return sheet;
    }

    private static Map<String, Object> rule(int number) {
        return number % 2 == 0
                ? Map.of("type", "PROPORTIONAL", "of", "PERCENT_OF_PLAN")
                : Map.of("type", "LADDER", "of", "PERCENT_OF_PLAN", "rungs", List.of(rung(null, 75, 2), rung(75, 95, 6), rung(95, null, 10)));
    }

    private static Map<String, @Nullable Object> rung(@Nullable Integer from, @Nullable Integer to, int points) {
        var rung = new HashMap<String, @Nullable Object>();
        rung.put("from", from);
        rung.put("fromInclusive", from != null);
        rung.put("to", to);
        rung.put("toInclusive", false);
        rung.put("points", points);
        return rung;
    }

    private void run(LivingSeason season) throws SQLException {
        var by = season.standing();
        var sheets = ManyClusters.column(catalogue.service.database(), "sheet");
        var periods = ManyClusters.column(catalogue.service.database(), "period");
        System.out.printf("%,d clusters of %d members, %d criteria%n", clusters, ManyClusters.MEMBERS, INDICATORS);
        var warm = Math.min(clusters / 10, 100);
        ranked(by, sheets.subList(0, warm)).forEach(ranking -> published(by, ranking));
        read(periods.subList(0, warm));
        var read = read(periods);
        var rest = sheets.subList(warm, clusters);
        var begun = System.nanoTime();
        var rankings = ranked(by, rest);
        var computed = (System.nanoTime() - begun) / 1e6 / rest.size();
        begun = System.nanoTime();
        rankings.forEach(ranking -> published(by, ranking));
        var published = (System.nanoTime() - begun) / 1e6 / rest.size();
        System.out.printf(
                "a cluster's facts read %.2f ms   ranked %.2f ms, ratio %.2f   published %.2f ms, ratio %.2f%n",
                read, computed, computed / read, published, published / read);
    }

    private static List<UUID> ranked(Api by, List<UUID> sheets) {
        return sheets.stream()
                .map(sheet -> LivingSeason.created(by.post("/api/v1/rankings", Map.of("scoresheetId", sheet)))
                        .id())
                .toList();
    }

    private static void published(Api by, UUID ranking) {
        LivingSeason.ok(by.with("If-Match", "\"1\"")
                .post("/api/v1/rankings/" + ranking + "/publication", Map.of("confirm", "2026")));
    }

    /** Milliseconds a cluster. */
    private double read(List<UUID> periods) throws SQLException {
        var database = catalogue.service.database();
        var begun = System.nanoTime();
        var rows = 0;
        try (var connection = DriverManager.getConnection(database.url(), database.app(), database.password());
                var statement = connection.prepareStatement(FACTS)) {
            for (var period : periods) {
                statement.setString(1, period.toString());
                try (var facts = statement.executeQuery()) {
                    while (facts.next()) {
                        facts.getBigDecimal("value");
                        rows++;
                    }
                }
            }
        }
        if (rows != periods.size() * ManyClusters.MEMBERS * INDICATORS) {
            throw new IllegalStateException(rows + " facts of " + periods.size() + " clusters");
        }
        return (System.nanoTime() - begun) / 1e6 / periods.size();
    }
}
