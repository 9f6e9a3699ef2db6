package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.indicator.report.ReportFacts;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Plans;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** One cluster among many, of ten members and sixty indicators each, is read without going through the others. */
class LargeProvinceIT {
    private static final int CLUSTERS = 300;
    private static final int INDICATORS = 60;
    private static final int CELLS = ManyClusters.MEMBERS * INDICATORS;
    /** A third of what each of the large tables holds: whoever goes through one of them reads more. */
    private static final long MOST_READ = (long) CLUSTERS * CELLS / 3;

    private static final String OFFICER = "officer-of-a-large-province";

    private static final Catalogue CATALOGUE = Catalogue.apart();
    private static final ServiceUnderTest SERVICE = CATALOGUE.service;
    private static final JdbcClient JDBC = SERVICE.bean("jdbcClient", JdbcClient.class);

    @BeforeAll
    static void aLargeProvince() throws SQLException {
        var season = new LivingSeason(CATALOGUE);
        for (int i = 0; i < INDICATORS - 2; i++) {
            season.indicator("QUANTITY", "RAISE", 2, false);
        }
        var named = season.indicator("COUNT", "RAISE", 0, false);
        season.indicator("PERCENT", "RAISE", 2, false);
        var period = season.promised().period("YEAR", 30);
        CATALOGUE.known.person(OFFICER, season.organiser, "STANDING_OFFICER", "UNIT");
        ManyClusters.like(season, period, CLUSTERS);
        var database = SERVICE.database();
        for (var statement : List.of(
                "update target set items = '{Xã Một,Xã Hai}', registered = 2, h1_registered = null, m9_registered = null where indicator_id = '%s'"
                        .formatted(named),
                "update cell_revision set reached = '{Xã Một,Xã Ba}', value = 2 where indicator_id = '%s' and actor = 'bench'"
                        .formatted(named),
                "update report_cell set value = 2 where indicator_id = '%s'".formatted(named),
                """
                insert into verification (report_id, indicator_id, revision_id, reported, value, reason, actor_kind, actor, mandate_id)
                select report_id, indicator_id, id, value, value + 1, 'theo sổ', 'PERSON', 'bench', uuidv7()
                from cell_revision where actor = 'bench' and hashtext(id::text) % 5 = 0
                """,
                """
                insert into indicator_aggregation (indicator_id, rule, version)
                select id, case value_kind when 'QUANTITY' then 'SUM' when 'COUNT' then 'UNION' else 'AVERAGE' end, 1 from indicator
                """,
                """
                insert into cluster_target (id, season_id, indicator_id, version, assigned, actor_kind, actor, mandate_id)
                select uuidv7(), b.season, i.id, 1, 1000, 'PERSON', 'bench', uuidv7() from bench_season b cross join indicator i
                """,
                """
                insert into figure (season_id, period_kind, indicator_id, subject, measure, value, unit_of_measure, qualifier, actuality, basis, quote,
                                    provenance)
                select b.season, 'YEAR', i.id, 'CLUSTER', 'VALUE', 900, i.unit_of_measure, 'EXACT', 'ACTUAL', 'STATED', 'đạt 900', 'INVENTED'
                from bench_season b cross join indicator i
                """,
                """
                insert into consolidation (period_id, status, edition, submitted_at, submitted_by, adopted_at, adopted_by)
                select period, 'ADOPTED', 1, now(), 'bench', now(), 'another' from bench_season where k % 2 = 0
                """,
                """
                insert into consolidated_number (period_id, edition, indicator_id, rule, computed, expected, known, not_applicable, missing)
                select b.period, 1, i.id, 'SUM', 1000, 10, 10, 0, 0 from bench_season b cross join indicator i where b.k % 2 = 0
                """,
                "vacuum analyze")) {
            ManyClusters.sql(database, statement);
        }
    }

    @AfterAll
    static void closed() {
        SERVICE.close();
    }

    @Test
    void nothingThatIsAskedOfOneClusterGoesThroughTheOthers() throws SQLException {
        var through = new ArrayList<String>();
        var asked = asked();
        try (var plans = Plans.counting(SERVICE.database());
                var telling = ServiceUnderTest.start(
                        IndicatorService.class, SERVICE.database(), Map.of("thidua.feed.sources", ""))) {
            var officer = officer(telling);
            asked.forEach((what, path) -> through.addAll(tooMuch(what, plans.during(() -> found(officer, path)))));
            // What a transaction asks last tells its plan to nobody; here the cluster's numbers are not the last.
            var told = plans.during(() -> LivingSeason.ok(officer.post(draft() + "/submission", null)));
            assertThat(told).anyMatch(plan -> plan.contains("cluster_planned"));
            through.addAll(tooMuch("a consolidation that is handed in", told));
            var facts = telling.bean(ReportFacts.class);
            through.addAll(tooMuch("what a ranking goes by", plans.during(() -> {
                assertThat(facts.of(period(), null)).hasSize(CELLS);
                assertThat(facts.punctuality(period())).hasSize(ManyClusters.MEMBERS);
            })));
        }
        assertThat(through).isEmpty();
    }

    /** Those plans that read more rows than are theirs. */
    private static List<String> tooMuch(String what, List<String> told) {
        System.out.printf(
                "%s: %,d rows read in %d statements%n",
                what, told.stream().mapToLong(Plans::rowsRead).sum(), told.size());
        assertThat(told).as("%s has read something", what).anyMatch(plan -> Plans.rowsRead(plan) > 0);
        return told.stream()
                .filter(plan -> Plans.rowsRead(plan) > MOST_READ)
                .map(plan -> "%s, %,d rows:\n%s".formatted(what, Plans.rowsRead(plan), plan))
                .toList();
    }

    /** Of a cluster that has not handed its consolidation in. */
    private static UUID period() {
        return JDBC.sql("select period from bench_season where k = 1")
                .query((row, _) -> row.getObject("period", UUID.class))
                .single();
    }

    private static String draft() {
        return "/api/v1/periods/%s/consolidation".formatted(period());
    }

    private static Map<String, String> asked() {
        var one = JDBC.sql("""
                        select b.season, b.period, b.unit, b.report, t.indicator_id
                        from bench_unit b join target t on t.season_id = b.season and t.unit_id = b.unit and t.items is not null
                        where b.k = :k and b.n = 5
                        """).param("k", CLUSTERS / 2).query().singleRow();
        var season = one.get("season");
        var period = one.get("period");
        var indicator = one.get("indicator_id");
        var asked = new LinkedHashMap<String, String>();
        asked.put("consolidation", "/api/v1/periods/" + period + "/consolidation");
        asked.put("a number's parts", "/api/v1/periods/" + period + "/consolidation/" + indicator);
        asked.put("digest", "/api/v1/digests?periodKind=YEAR&threshold=80&seasonId=" + season);
        asked.put("digest as a paper", "/api/v1/digests/report?periodKind=YEAR&seasonId=" + season);
        asked.put("targets", "/api/v1/targets?seasonId=" + season);
        asked.put("the targets' sheet", "/api/v1/targets/" + season);
        asked.put("periods", "/api/v1/periods?seasonId=" + season);
        asked.put("board", "/api/v1/periods/" + period + "/board");
        asked.put("a unit's series", "/api/v1/series?unitId=" + one.get("unit"));
        asked.put("report", "/api/v1/reports/" + one.get("report"));
        asked.put("grid", "/api/v1/periods/" + period + "/grid");
        return asked;
    }

    private static Api.Answer found(Api api, @Nullable String path) {
        var answer = api.get(Objects.requireNonNull(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    private static Api officer(ServiceUnderTest instance) {
        return instance.api().as(TestIssuer.instance().person(OFFICER));
    }
}
