package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.LogicalCopy;
import vn.thidua.kit.test.PhysicalCopy;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.test.TestPostgres;

/** A published season computed a second time in one plain statement, from reports, verifications, targets and the frozen text of the sheet. */
class IndependentRecomputationIT {
    /** Nothing here is the service's own calculation: percents, rungs, steps, pools, rounding and ranks are written out again. */
    private static final String PLAIN_SQL = """
            with sheet as (select id, season_id, period_id, content::jsonb as c from scoresheet where id = ?),
            criterion as (
                select g ->> 'code' as group_code, (g ->> 'maximum')::numeric as group_maximum,
                       (g ->> 'bonusMaximum')::numeric as pool, k ->> 'code' as code, (k ->> 'maximum')::numeric as maximum,
                       (k ->> 'indicatorId')::uuid as indicator_id, k -> 'rule' as rule
                from sheet, jsonb_array_elements(c -> 'groups') g, jsonb_array_elements(g -> 'criteria') k),
            fact as (
                select m.unit_id, k.code,
                       case when k.indicator_id is null
                            then greatest(0, ceil(extract(epoch from r.first_submitted_at - p.due_at) / 86400))
                            else coalesce(v.value, l.value) end as value,
                       i.direction, coalesce(t.registered, t.assigned) as plan, t.last_year
                from sheet s
                join period p on p.id = s.period_id
                join season_member m on m.season_id = s.season_id
                cross join criterion k
                join report r on r.period_id = p.id and r.unit_id = m.unit_id and r.status in ('SUBMITTED', 'ACCEPTED')
                left join indicator i on i.id = k.indicator_id
                left join target t on t.season_id = s.season_id and t.unit_id = m.unit_id and t.indicator_id = k.indicator_id
                left join report_cell l on l.report_id = r.id and l.indicator_id = k.indicator_id
                left join lateral (
                    select w.value from verification w where w.revision_id = l.revision_id order by w.id desc limit 1) v on true),
            fulfilled as (
                select f.*,
                       case direction when 'REDUCE' then last_year - value
                                      when 'KEEP' then greatest(0, plan - abs(value - plan)) else value end as reached,
                       case direction when 'REDUCE' then last_year - plan else plan end as planned
                from fact f),
            points as (
                select f.unit_id, k.group_code, k.group_maximum, k.pool, k.rule ->> 'type' = 'BONUS' as is_bonus,
                       round(coalesce(case k.rule ->> 'type'
                           when 'PROPORTIONAL' then
                               case when f.planned > 0
                                    then k.maximum * least(greatest(f.reached, 0), f.planned) / f.planned end
                           when 'LADDER' then (
                               select (x ->> 'points')::numeric from jsonb_array_elements(k.rule -> 'rungs') x
                               where (x ->> 'from' is null or f.value > (x ->> 'from')::numeric
                                      or f.value = (x ->> 'from')::numeric and (x ->> 'fromInclusive')::boolean)
                                 and (x ->> 'to' is null or f.value < (x ->> 'to')::numeric
                                      or f.value = (x ->> 'to')::numeric and (x ->> 'toInclusive')::boolean))
                           when 'YES_NO' then
                               (k.rule ->> case when f.value = 0 then 'otherwise' else 'points' end)::numeric
                           when 'DAYS_LATE' then (
                               select (x ->> 'points')::numeric from jsonb_array_elements(k.rule -> 'steps') x
                               where x ->> 'upTo' is null or f.value <= (x ->> 'upTo')::numeric
                               order by (x ->> 'upTo')::numeric nulls last limit 1)
                           when 'BONUS' then least((k.rule ->> 'cap')::numeric,
                               floor(greatest(0, f.value - (k.rule ->> 'from')::numeric) / (k.rule ->> 'per')::numeric)
                               * (k.rule ->> 'points')::numeric) end, 0), 2) as points
                from fulfilled f join criterion k on k.code = f.code),
            by_group as (
                select unit_id, group_code,
                       least(group_maximum, coalesce(sum(points) filter (where not is_bonus), 0))
                       + least(pool, coalesce(sum(points) filter (where is_bonus), 0)) as points
                from points group by unit_id, group_code, group_maximum, pool),
            total as (select unit_id, sum(points) as total from by_group group by unit_id)
            select unit_id, total, rank() over (order by total desc) as rank from total
            """;

    record Standing(UUID unitId, BigDecimal total, int rank) {}

    private static final int REVENUE = 0;
    private static final List<List<String>> KINDS = List.of(
            List.of("QUANTITY", "RAISE", "2"),
            List.of("COUNT", "REDUCE", "0"),
            List.of("COUNT", "KEEP", "0"),
            List.of("PERCENT", "RAISE", "1"),
            List.of("YES_NO", "KEEP", "0"),
            List.of("COUNT", "RAISE", "0"));
    /** By member, in the order of the indicators; the first two come to the same points by different ways. */
    private static final List<List<String>> VALUES = List.of(
            List.of("120", "850", "31", "95", "1", "3"),
            List.of("130.5", "899", "30", "96.5", "1", "9"),
            List.of("77.77", "937", "27", "74.9", "0", "0"));

    private static final Map<String, Object> AFTER_A_RESTORE =
            Map.of("thidua.feed.sources", "", "thidua.value-imports.every", "1h");

    @Test
    void aPublishedSeasonComputedAgainInPlainSqlAgreesToTheLastDigit() throws SQLException {
        var season = new LivingSeason(Catalogue.instance());
        var standings = played(season, new Random(1));
        assertThat(standings).extracting(Standing::rank).containsExactlyInAnyOrder(1, 2, 3);
        var tied = new LivingSeason(Catalogue.instance());
        var equal = played(tied, new Random(2), List.of(VALUES.get(2), VALUES.get(0), VALUES.get(2)));
        assertThat(equal).extracting(Standing::rank).as("a tie").containsExactlyInAnyOrder(1, 2, 2);
    }

    @Test
    void theOrderInWhichThingsWereEnteredDoesNotMatter() throws SQLException {
        var results = new ArrayList<List<BigDecimal>>();
        for (int seed = 3; seed < 6; seed++) {
            var season = new LivingSeason(Catalogue.instance());
            var byUnit = new HashMap<UUID, BigDecimal>();
            played(season, new Random(seed)).forEach(each -> byUnit.put(each.unitId(), each.total()));
            results.add(members(season).stream().map(byUnit::get).toList());
        }
        assertThat(results.get(1)).isEqualTo(results.getFirst());
        assertThat(results.get(2)).isEqualTo(results.getFirst());
    }

    @Test
    void afterARestoreThePublishedSeasonIsTheSameAndComputesToTheSameDigits() throws SQLException {
        var season = new LivingSeason(Catalogue.instance());
        var account = "reader-after-restore";
        season.catalogue.known.person(account, season.organiser, "STANDING_OFFICER", "UNIT");
        var issued = played(season, new Random(7), List.of(VALUES.get(2), VALUES.get(0), VALUES.get(2)));
        assertThat(issued).extracting(Standing::rank).as("a tie").containsExactlyInAnyOrder(1, 2, 2);
        var ranking = published(season.standing(), season.id);

        var restored = TestPostgres.create("restored");
        ServiceUnderTest.start(IndicatorService.class, restored, AFTER_A_RESTORE)
                .close();
        LogicalCopy.restore(season.catalogue.service.database(), restored);
        agrees(season, account, restored, ranking, issued);
    }

    @Test
    void afterAPhysicalRestoreOfTheServersFilesItIsTheSameToo() throws SQLException {
        var season = new LivingSeason(Catalogue.instance());
        var account = "reader-after-physical-restore";
        season.catalogue.known.person(account, season.organiser, "STANDING_OFFICER", "UNIT");
        var issued = played(season, new Random(8), List.of(VALUES.get(2), VALUES.get(0), VALUES.get(2)));
        var ranking = published(season.standing(), season.id);
        try (var copy = PhysicalCopy.of(season.catalogue.service.database())) {
            // What happens after the backup is not in it.
            var later = new LivingSeason(Catalogue.instance());
            agrees(season, account, copy.database(), ranking, issued);
            try (var connection = copy.database().asSuperuser();
                    var statement = connection.prepareStatement("select count(*) from season_copy where id = ?")) {
                statement.setObject(1, later.id);
                var row = statement.executeQuery();
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    /** The published season in a restored database: as it was issued, as plain SQL computes it, and as the service scores it anew. */
    private static void agrees(
            LivingSeason season,
            String account,
            TestPostgres.Database restored,
            JsonNode ranking,
            List<Standing> issued)
            throws SQLException {
        try (var service = ServiceUnderTest.start(IndicatorService.class, restored, AFTER_A_RESTORE)) {
            var reader = service.api().as(TestIssuer.instance().person(account));
            var sheet = UUID.fromString(ranking.path("scoresheetId").asString());
            assertThat(published(reader, season.id)).as("what was issued").isEqualTo(ranking);
            assertThat(inPlainSql(restored, sheet)).containsExactlyInAnyOrderElementsOf(issued);
            for (var one : issued) {
                var score =
                        LivingSeason.ok(reader.get("/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + one.unitId()));
                assertThat(score.body().path("total").decimalValue())
                        .as("scored anew by the service")
                        .isEqualByComparingTo(one.total());
            }
        }
    }

    /** The ranking of the season as it is read, to the last field. */
    private static JsonNode published(Api caller, UUID season) {
        var rankings = LivingSeason.ok(caller.get("/api/v1/rankings?seasonId=" + season))
                .body()
                .path("items");
        assertThat(rankings).hasSize(1);
        return LivingSeason.ok(caller.get(
                        "/api/v1/rankings/" + rankings.path(0).path("id").asString()))
                .body();
    }

    private static List<Standing> played(LivingSeason season, Random random) throws SQLException {
        return played(season, random, VALUES);
    }

    /** Lives the season in an order of its own up to the published ranking, and holds it against plain SQL. */
    private static List<Standing> played(LivingSeason season, Random random, List<List<String>> values)
            throws SQLException {
        var indicators = KINDS.stream()
                .map(kind -> season.indicator(kind.get(0), kind.get(1), Integer.parseInt(kind.get(2)), false))
                .toList();
        var period = promised(season, indicators);
        var sheet = LivingSeason.created(
                        season.standing().post("/api/v1/scoresheets", sheet(season, period, indicators)))
                .id();
        LivingSeason.ok(
                season.standing().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + sheet + "/freeze", null));
        var members = new ArrayList<>(members(season));
        Collections.shuffle(members, random);
        for (var unit : members) {
            reported(
                    season, period, unit, indicators, values.get(members(season).indexOf(unit)), random);
        }
        var ranking = LivingSeason.created(season.standing().post("/api/v1/rankings", Map.of("scoresheetId", sheet)));
        var published = LivingSeason.ok(season.standing()
                .with("If-Match", "\"1\"")
                .post("/api/v1/rankings/" + ranking.id() + "/publication", Map.of("confirm", "2026")));
        var issued = standings(published.body().path("rows"));
        assertThat(issued)
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(inPlainSql(season.catalogue.service.database(), sheet));
        return issued;
    }

    private static List<UUID> members(LivingSeason season) {
        return List.of(season.head, season.first, season.second);
    }

    private static UUID promised(LivingSeason season, List<UUID> indicators) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var unit : members(season)) {
            rows.add(LivingSeason.row(unit, indicators.get(REVENUE), 100, new BigDecimal("130.5"), 90));
            rows.add(LivingSeason.row(unit, indicators.get(1), 900, null, 1000));
            rows.add(LivingSeason.row(unit, indicators.get(2), 30, null, null));
            rows.add(LivingSeason.row(unit, indicators.get(3), 95, null, null));
            rows.add(LivingSeason.row(unit, indicators.get(4), 1, null, null));
            rows.add(LivingSeason.row(unit, indicators.get(5), 2, null, null));
        }
        LivingSeason.ok(season.standing().put("/api/v1/targets/" + season.id, 0, Map.of("rows", rows)));
        LivingSeason.ok(season.standing().post("/api/v1/targets/" + season.id + "/freeze", null));
        return season.period("YEAR", 10);
    }

    private static void reported(
            LivingSeason season, UUID period, UUID unit, List<UUID> indicators, List<String> values, Random random) {
        var report = season.report(period, unit);
        var officer = season.officer(unit);
        var order = new ArrayList<>(indicators);
        Collections.shuffle(order, random);
        for (var indicator : order) {
            var value = new BigDecimal(values.get(indicators.indexOf(indicator)));
            LivingSeason.ok(officer.put(LivingSeason.cell(report, indicator), 0, LivingSeason.value(value)));
        }
        LivingSeason.ok(season.leader(unit).post("/api/v1/reports/" + report + "/submission", null));
        // What is verified counts; said twice, the newer counts.
        for (var less : List.of("2", "1.25")) {
            var verified = new BigDecimal(values.get(REVENUE)).subtract(new BigDecimal(less));
            var answer = season.at(season.organiser, "VERIFIER")
                    .post(
                            "/api/v1/reports/" + report + "/verifications",
                            Map.of(
                                    "indicatorId",
                                    indicators.get(REVENUE),
                                    "value",
                                    verified,
                                    "reason",
                                    "theo số kho bạc"));
            assertThat(answer.status()).as(answer.text()).isLessThan(300);
        }
    }

    private static ObjectNode sheet(LivingSeason season, UUID period, List<UUID> indicators) {
        var sheet = (ObjectNode) JsonMapper.shared().readTree("""
                {"title": "Bảng điểm", "maximum": 100, "rounding": {"scale": 2, "mode": "HALF_UP"}, "provenance": "INVENTED",
                 "groups": [
                   {"code": "I", "name": "Kinh tế", "maximum": 70, "criteria": [
                     {"code": "1", "name": "Thu", "maximum": 37, "indicatorId": "%s", "rule": {"type": "PROPORTIONAL"}},
                     {"code": "2", "name": "Hộ nghèo", "maximum": 20, "indicatorId": "%s", "rule": {"type": "PROPORTIONAL"}},
                     {"code": "3", "name": "Trường", "maximum": 13, "indicatorId": "%s", "rule": {"type": "PROPORTIONAL"}}]},
                   {"code": "II", "name": "Việc khác", "maximum": 25, "bonusMaximum": 5, "criteria": [
                     {"code": "4", "name": "Bảo hiểm", "maximum": 8, "indicatorId": "%s", "rule": {"type": "LADDER", "of": "VALUE",
                      "rungs": [{"to": 75, "points": 1.125}, {"from": 75, "to": 95, "toInclusive": true, "points": 6},
                                {"from": 95, "fromInclusive": false, "points": 8}]}},
                     {"code": "5", "name": "Yên bình", "maximum": 10, "indicatorId": "%s", "rule": {"type": "YES_NO", "points": 10}},
                     {"code": "6", "name": "Báo cáo", "maximum": 7, "rule": {"type": "DAYS_LATE",
                      "steps": [{"upTo": 0, "points": 7}, {"upTo": null, "points": 0}]}},
                     {"code": "7", "name": "Mô hình", "maximum": 6, "indicatorId": "%s", "rule": {"type": "BONUS", "from": 1, "per": 2,
                      "points": 1.5, "cap": 6}}]}]}
                """.formatted(indicators.toArray()));
        return sheet.put("seasonId", season.id.toString()).put("periodId", period.toString());
    }

    private static List<Standing> standings(JsonNode rows) {
        return rows.valueStream()
                .map(row -> new Standing(
                        UUID.fromString(row.path("unitId").asString()),
                        row.path("total").decimalValue().stripTrailingZeros(),
                        row.path("rank").asInt()))
                .toList();
    }

    private static List<Standing> inPlainSql(TestPostgres.Database database, UUID sheet) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.prepareStatement(PLAIN_SQL)) {
            statement.setObject(1, sheet);
            var rows = statement.executeQuery();
            var standings = new ArrayList<Standing>();
            while (rows.next()) {
                standings.add(new Standing(
                        rows.getObject("unit_id", UUID.class),
                        rows.getBigDecimal("total").stripTrailingZeros(),
                        rows.getInt("rank")));
            }
            return standings;
        }
    }
}
