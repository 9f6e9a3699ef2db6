package vn.thidua.cluster.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.cluster.ClusterService;
import vn.thidua.cluster.LargeRegister;
import vn.thidua.kit.test.ServiceUnderTest;

/** A register of 50,000 units, each with two states, is read by its indexes and about as fast as plain SQL. */
class LargeRegisterIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2025, 9, 1);
    private static final int ROUNDS = 30;
    /** A millisecond, in nanoseconds: these lists take two or three, and most of that is planning. */
    private static final long NOISE = 1_000_000;

    private static final ServiceUnderTest SERVICE = ServiceUnderTest.start(ClusterService.class, Map.of());
    private static final UnitQueries QUERIES = SERVICE.bean(UnitQueries.class);
    private static final JdbcClient JDBC = SERVICE.bean("jdbcClient", JdbcClient.class);

    @BeforeAll
    static void aLargeCountry() throws SQLException {
        try (var connection = SERVICE.database().asSuperuser()) {
            LargeRegister.fill(connection);
        }
    }

    @AfterAll
    static void closed() {
        SERVICE.close();
    }

    @Test
    void noListTreeOrSearchGoesThroughTheWholeRegister() {
        asked().forEach((what, filter) -> {
            var plan = String.join(
                    "\n",
                    JDBC.sql("explain " + UnitQueries.LIST)
                            .params(UnitQueries.parameters(filter, null))
                            .query(String.class)
                            .list());
            assertThat(plan).as(what).doesNotContain("Seq Scan on unit");
        });
    }

    @Test
    void whatIsFoundIsRight() {
        var asked = asked();
        assertThat(names(asked.get("tops"))).hasSize(34).allMatch(name -> name.startsWith("Tỉnh "));
        assertThat(names(asked.get("search"))).containsExactly("Trường Ngọc Réo 47424");
        assertThat(names(asked.get("slip of typing")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("Trường Ngọc Réo "));
        assertThat(names(asked.get("search on a day"))).containsExactly("Trường Ngọc Réo 47424 cũ");
        assertThat(names(asked.get("code"))).containsExactly("Trường Ngọc Réo 47424");
        var first = QUERIES.list(filter(null, null, null, TODAY, null), null);
        var next = QUERIES.list(filter(null, null, null, TODAY, first.getLast().id()), null);
        assertThat(first).hasSize(51);
        assertThat(next).doesNotContainAnyElementsOf(first).hasSize(51);
    }

    @Test
    void everyListIsAtMostThreeTimesAsSlowAsPlainSql() {
        var tooSlow = new ArrayList<String>();
        var asked = asked();
        plain().forEach((what, sql) -> {
            var filter = java.util.Objects.requireNonNull(asked.get(what));
            var ours = new ArrayList<Long>();
            var theirs = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(took(() -> QUERIES.list(filter, null)));
                theirs.add(took(() -> JDBC.sql(sql)
                        .query((row, _) -> row.getString("name") + row.getString("parent_name"))
                        .list()));
            }
            System.out.printf("%s: %.2f ms, plain SQL %.2f ms%n", what, fastest(ours) / 1e6, fastest(theirs) / 1e6);
            if (fastest(ours) > 3 * fastest(theirs) + NOISE) {
                tooSlow.add(what + " " + fastest(ours) + " against " + fastest(theirs));
            }
        });
        assertThat(tooSlow).isEmpty();
    }

    private static Map<String, UnitQueries.Filter> asked() {
        var asked = new LinkedHashMap<String, UnitQueries.Filter>();
        asked.put("list", filter(null, null, null, TODAY, null));
        asked.put("next page", filter(null, null, null, TODAY, unit(40_000)));
        asked.put("list on a day", filter(null, null, null, BEFORE, null));
        asked.put("tops", filter(null, null, Unit.Level.PROVINCE, TODAY, null));
        asked.put("children", filter(null, unit(20), null, TODAY, null));
        asked.put("children on a day", filter(null, unit(20), null, BEFORE, null));
        asked.put("search", filter("ngoc reo 47424", null, null, TODAY, null));
        asked.put("search on a day", filter("ngoc reo 47424", null, null, BEFORE, null));
        asked.put("slip of typing", filter("truong ngoc rep 47424", null, null, TODAY, null));
        asked.put("code", filter("u47424", null, null, TODAY, null));
        return asked;
    }

    /** The same, each written for its one case. */
    private static Map<String, String> plain() {
        var select = """
                select u.id, u.code, u.agency_code, u.budget_code, u.address, u.phone, u.email, s.name, s.short_name, s.name_en,
                       s.formal_name, u.kind, u.level, s.parent_id, p.name as parent_name, u.version,
                       (select min(lower(x.during)) from unit_state x where x.unit_id = u.id) as valid_from,
                       (select case when bool_or(upper_inf(x.during)) then null else max(upper(x.during)) - 1 end
                        from unit_state x where x.unit_id = u.id) as valid_to
                from unit_state s join unit u on u.id = s.unit_id
                left join unit_state p on p.unit_id = s.parent_id and p.during @> date '%1$s'
                where s.during @> date '%1$s' and %2$s
                order by s.name collate "vi-VN-x-icu", s.unit_id limit 51
                """;
        var plain = new LinkedHashMap<String, String>();
        plain.put("list", select.formatted(TODAY, "true"));
        plain.put("list on a day", select.formatted(BEFORE, "true"));
        plain.put("tops", select.formatted(TODAY, "u.level = 'PROVINCE'"));
        plain.put("children", select.formatted(TODAY, "s.parent_id = '" + unit(20) + "'"));
        plain.put("children on a day", select.formatted(BEFORE, "s.parent_id = '" + unit(20) + "'"));
        var search = """
                search_text(s.name) like '%ngoc reo 47424%'""";
        plain.put("search", select.formatted(TODAY, search));
        plain.put("search on a day", select.formatted(BEFORE, search));
        return plain;
    }

    private static UnitQueries.Filter filter(
            @Nullable String q,
            @Nullable UUID parent,
            Unit.@Nullable Level level,
            LocalDate asOf,
            @Nullable UUID after) {
        return new UnitQueries.Filter(q, null, parent, null, level, asOf, after, 51);
    }

    private static List<String> names(UnitQueries.@Nullable Filter filter) {
        return QUERIES.list(java.util.Objects.requireNonNull(filter), null).stream()
                .map(UnitController.UnitView::name)
                .toList();
    }

    private static UUID unit(int number) {
        return JDBC.sql("select cast(md5(cast(:number as text)) as uuid)")
                .param("number", Integer.toString(number))
                .query(UUID.class)
                .single();
    }

    private static long took(Supplier<List<?>> work) {
        var begun = System.nanoTime();
        var rows = work.get().size();
        var time = System.nanoTime() - begun;
        assertThat(rows).isPositive();
        return time;
    }

    /** What it takes while the machine does nothing else. */
    private static long fastest(List<Long> times) {
        return java.util.Collections.min(times);
    }
}
