package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
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
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Plans;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** 5,000 clusters of 50,000 units with three seasons each, asked over HTTP as the console asks. */
class LargeLeagueIT {
    private static final String ADMINISTRATOR = "account-of-a-large-league";
    private static final int ROUNDS = 200;

    private static final Map<String, Object> SETTINGS =
            Map.of("thidua.messages.remind-every", "24h", "thidua.messages.deliver-every", "24h");
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.start(ClusterService.class, SETTINGS);
    private static final JdbcClient JDBC = SERVICE.bean("jdbcClient", JdbcClient.class);

    @BeforeAll
    static void aLargeLeague() throws SQLException {
        var done = SERVICE.api()
                .post(
                        "/api/v1/setup",
                        Map.of(
                                "code", "set-me-up",
                                "unit",
                                        Map.of(
                                                "code", "H01",
                                                "name", "Ban Thi đua trung ương (bịa)",
                                                "kind", "ADMINISTRATION",
                                                "level", "CENTRAL",
                                                "validFrom", "1990-01-01"),
                                "administrators",
                                        List.of(Map.of(
                                                "name",
                                                "Nguyễn Quản Trị",
                                                "account",
                                                Map.of("kind", "PERSON", "subject", ADMINISTRATOR)))));
        assertThat(done.status()).isEqualTo(201);
        try (var connection = SERVICE.database().asSuperuser();
                var statement = connection.createStatement()) {
            LargeRegister.fill(connection);
            LargeRegister.withoutTriggers(statement, """
                    insert into cluster (id, code, name, kind, organiser_id, provenance)
                    select cast(md5('c' || n) as uuid), 'K' || n,
                           (array['Cụm thi đua', 'Khối thi đua'])[n % 2 + 1]
                           || (array[' các xã đồng bằng', ' các trường phổ thông', ' các phường', ' các sở, ngành'])[n % 4 + 1] || ' số ' || n,
                           (array['REGIONAL', 'SECTORAL'])[n % 2 + 1],
                           case when n <= 100 then (select id from unit where code = 'H01')
                                else cast(md5((n % 3434 + 2)::text) as uuid) end,
                           'INVENTED'
                    from generate_series(1, 5000) n
                    """, """
                    insert into membership (cluster_id, organiser_id, unit_id, during, provenance)
                    select c.id, c.organiser_id, cast(md5(((n * 11 + j) % 50000 + 1)::text) as uuid),
                           daterange('2020-01-01', case when j < 8 then null else date '2025-01-01' end), 'INVENTED'
                    from generate_series(1, 5000) n join cluster c on c.code = 'K' || n, generate_series(0, 10) j
                    """, """
                    insert into season (id, cluster_id, name, during, mode, state, provenance)
                    select cast(md5('s' || n || '-' || y) as uuid), cast(md5('c' || n) as uuid), y::text,
                           daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1)), 'LIVE',
                           case when y = 2026 then 'OPEN' else 'CLOSED' end, 'INVENTED'
                    from generate_series(1, 5000) n, generate_series(2024, 2026) y
                    """, """
                    insert into headship (season_id, cluster_id, unit_id, role, how, provenance)
                    select s.id, s.cluster_id, cast(md5(((n * 11 + j) % 50000 + 1)::text) as uuid),
                           case j when 0 then 'HEAD' else 'DEPUTY' end, 'ROTATION', 'INVENTED'
                    from generate_series(1, 5000) n join season s on s.cluster_id = cast(md5('c' || n) as uuid), generate_series(0, 2) j
                    """, """
                    insert into conference (id, cluster_id, held_on, place, title, provenance)
                    select cast(md5(s.id || p) as uuid), s.cluster_id,
                           lower(s.during) + case p when 'SIGNING' then 40 else 350 end, 'Hội trường lớn', 'Hội nghị ' || p, 'INVENTED'
                    from season s, unnest(array['SIGNING', 'YEAR_END']) p
                    """, """
                    insert into conference_purpose (conference_id, cluster_id, season_id, purpose)
                    select cast(md5(s.id || p) as uuid), s.cluster_id, s.id, p from season s, unnest(array['SIGNING', 'YEAR_END']) p
                    """, """
                    insert into key_task (season_id, cluster_id, kind, body, due_on, provenance)
                    select s.id, s.cluster_id, 'KEY_TASK', 'Nhiệm vụ ' || t, upper(s.during) - t, 'INVENTED'
                    from season s, generate_series(1, 3) t where s.state = 'OPEN'
                    """);
            statement.execute("vacuum analyze");
        }
    }

    @AfterAll
    static void closed() {
        SERVICE.close();
    }

    @Test
    void nothingThatIsLookedAtGoesThroughAWholeTable() throws SQLException {
        var through = new ArrayList<String>();
        try (var plans = Plans.of(SERVICE.database());
                var telling = ServiceUnderTest.start(ClusterService.class, SERVICE.database(), SETTINGS)) {
            var administrator = administrator(telling);
            asked().forEach((what, path) -> {
                var told = plans.during(() -> found(administrator, path));
                assertThat(told).as(what).isNotEmpty();
                told.stream()
                        .filter(plan ->
                                plan.matches("(?s).*Seq Scan on (unit|unit_state|cluster|membership|season|headship"
                                        + "|conference|conference_purpose|key_task)\\b.*"))
                        .map(plan -> what + ":\n" + plan)
                        .forEach(through::add);
            });
        }
        assertThat(through).isEmpty();
    }

    @Test
    void everythingThatIsLookedAtIsAtMostThreeTimesAsSlowAsPlainSql() {
        var tooSlow = new ArrayList<String>();
        var administrator = administrator(SERVICE);
        var nothing = "/api/v1/key-tasks?seasonId=" + UUID.randomUUID();
        plain().forEach((what, sql) -> {
            var path = Objects.requireNonNull(asked().get(what));
            var ours = new ArrayList<Long>();
            var empty = new ArrayList<Long>();
            var theirs = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(took(() -> found(administrator, path)));
                // What any request takes: the connection, the token, the mandates, a list that finds nothing.
                empty.add(took(() -> found(administrator, nothing)));
                theirs.add(took(
                        () -> assertThat(JDBC.sql(sql).query().listOfRows()).isNotEmpty()));
            }
            var mine = Collections.min(ours) - Collections.min(empty);
            var plain = Collections.min(theirs);
            System.out.printf("%s: %.2f ms, plain SQL %.2f ms%n", what, mine / 1e6, plain / 1e6);
            if (mine > 3 * plain) {
                tooSlow.add(what + " " + mine + " against " + plain);
            }
        });
        assertThat(tooSlow).isEmpty();
    }

    @Test
    void whatIsFoundIsRight() {
        var asked = asked();
        var board = found(administrator(SERVICE), asked.get("board of a season"));
        assertThat(board.body().path("items").findValuesAsString("code"))
                .contains("HEAD_SET", "YEAR_END_HELD", "COMPACT_SIGNED", "REGULATION_ADOPTED");
        assertThat(items("members on a past day")).isEqualTo(11);
        assertThat(items("members")).isEqualTo(8);
        assertThat(items("clusters")).isEqualTo(50);
        assertThat(found(administrator(SERVICE), asked.get("search"))
                        .body()
                        .path("items")
                        .findValuesAsString("code"))
                .containsExactly("K4321");
        assertThat(found(administrator(SERVICE), asked.get("cluster of a unit on a past day"))
                        .body()
                        .path("items")
                        .findValuesAsString("code"))
                .containsExactly("K4321");
    }

    private static Map<String, String> asked() {
        var cluster = id("c4321");
        var season = id("s4321-2026");
        var asked = new LinkedHashMap<String, String>();
        asked.put("clusters", "/api/v1/clusters");
        asked.put("next clusters", "/api/v1/clusters?after=" + cluster);
        asked.put("search", "/api/v1/clusters?q=pho%20thong%20so%204321");
        asked.put("slip of typing", "/api/v1/clusters?q=truong%20pho%20thoong%20so%204321");
        asked.put("clusters of an organiser", "/api/v1/clusters?organiserId=" + id("3000"));
        asked.put("cluster of a unit on a past day", "/api/v1/clusters?asOf=2024-05-01&memberId=" + id(member(10)));
        asked.put("members", "/api/v1/clusters/" + cluster + "/members");
        asked.put("members on a past day", "/api/v1/clusters/" + cluster + "/members?asOf=2024-05-01");
        asked.put("who led a cluster", "/api/v1/clusters/" + cluster + "/headships");
        asked.put("seasons", "/api/v1/seasons");
        asked.put("next seasons", "/api/v1/seasons?after=" + id("s4321-2025"));
        asked.put("seasons of a cluster", "/api/v1/seasons?clusterId=" + cluster);
        asked.put("season", "/api/v1/seasons/" + season);
        asked.put("board of a season", "/api/v1/seasons/" + season + "/due");
        asked.put("conferences", "/api/v1/conferences");
        asked.put("next conferences", "/api/v1/conferences?after=" + conference("s4321-2025"));
        asked.put("conferences of a season", "/api/v1/conferences?seasonId=" + season);
        asked.put("compacts of a season", "/api/v1/compacts?seasonId=" + season);
        asked.put("tree", "/api/v1/units?parentId=" + id("20"));
        asked.put("tree on a past day", "/api/v1/units?asOf=2024-05-01&parentId=" + id("20"));
        asked.put("what waits", "/api/v1/tasks");
        return asked;
    }

    /** The same, each written for its one case. */
    private static Map<String, String> plain() {
        var cluster = """
                select c.*, unit_name(c.organiser_id, kit.business_today()) as organiser_name,
                       (select count(*) from membership m where m.cluster_id = c.id and m.during @> kit.business_today()) as members
                from cluster c where %s order by c.name collate "vi-VN-x-icu", c.id limit 51
                """;
        var plain = new LinkedHashMap<String, String>();
        plain.put("clusters", cluster.formatted("true"));
        plain.put("search", cluster.formatted("search_text(c.name) like '%pho thong so 4321%'"));
        plain.put(
                "cluster of a unit on a past day",
                cluster.formatted("c.id in (select cluster_id from membership where unit_id = '" + id(member(10))
                        + "' and during @> date '2024-05-01')"));
        plain.put("members on a past day", """
                select m.*, u.code, unit_name(m.unit_id, date '2024-05-01') from membership m join unit u on u.id = m.unit_id
                where m.cluster_id = '%s' and m.during @> date '2024-05-01' order by m.id
                """.formatted(id("c4321")));
        plain.put("seasons", """
                select s.*, c.name as cluster_name, c.organiser_id, array(
                    select row(h.*, unit_name(h.unit_id, lower(s.during))) from headship h where h.season_id = s.id)
                from season s join cluster c on c.id = s.cluster_id order by lower(s.during) desc, s.id desc limit 51
                """);
        plain.put("board of a season", """
                select (select row(h.*) from headship h where h.season_id = s.id and h.role = 'HEAD'),
                       (select row(r.*) from regulation r where r.season_id = s.id order by number desc limit 1),
                       (select row(p.*) from compact p where p.season_id = s.id and p.status in ('SIGNING', 'SIGNED') limit 1),
                       array(select row(f.*) from conference_purpose p join conference f on f.id = p.conference_id where p.season_id = s.id),
                       array(select row(k.*) from key_task k where k.season_id = s.id),
                       array(select row(e.*) from election e where e.season_id = s.id),
                       array(select row(d.*) from due_rule d)
                from season s where s.id = '%s'
                """.formatted(id("s4321-2026")));
        return plain;
    }

    private static int items(String what) {
        return found(administrator(SERVICE), asked().get(what))
                .body()
                .path("items")
                .size();
    }

    private static Api.Answer found(Api api, @Nullable String path) {
        var answer = api.get(Objects.requireNonNull(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    private static Api administrator(ServiceUnderTest instance) {
        return instance.api().as(TestIssuer.instance().person(ADMINISTRATOR));
    }

    /** The number of cluster 4321's {@code j}th member. */
    private static String member(int j) {
        return Integer.toString((4321 * 11 + j) % 50_000 + 1);
    }

    private static UUID id(String key) {
        return JDBC.sql("select cast(md5(:key) as uuid)")
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    private static UUID conference(String season) {
        return id(id(season) + "SIGNING");
    }

    private static long took(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }
}
