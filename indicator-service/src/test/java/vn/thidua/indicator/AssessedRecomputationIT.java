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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules that {@link IndependentRecomputationIT} does not reach, because people assess them: a published season of all of them
 * computed a second time in one plain statement, from the assessments and the frozen text of the sheet.
 */
class AssessedRecomputationIT {
    /** Nothing here is the service's own calculation. */
    private static final String PLAIN_SQL = """
            with sheet as (select id, season_id, content::jsonb as c from scoresheet where id = ?),
            criterion as (
                select g ->> 'code' as group_code, (g ->> 'maximum')::numeric as group_maximum,
                       (g ->> 'bonusMaximum')::numeric as pool, k ->> 'code' as code, (k ->> 'maximum')::numeric as maximum,
                       k -> 'rule' as rule
                from sheet, jsonb_array_elements(c -> 'groups') g, jsonb_array_elements(g -> 'criteria') k),
            said as (
                select distinct on (a.unit_id, a.criterion_code) a.unit_id, a.criterion_code as code, a.value
                from assessment a join sheet s on s.id = a.scoresheet_id
                order by a.unit_id, a.criterion_code, a.revision desc),
            fact as (
                select m.unit_id, k.*, v.value, l.value as ruling, w.value as workload
                from sheet s join season_member m on m.season_id = s.season_id cross join criterion k
                left join said v on v.unit_id = m.unit_id and v.code = k.code
                left join said l on l.unit_id = m.unit_id and l.code = k.code || ':ruling'
                left join said w on w.unit_id = m.unit_id and w.code = k.code || ':workload'),
            raw as (
                select f.*, case rule ->> 'type'
                    when 'PER_PERCENT' then
                        case when value < (rule ->> 'floor')::numeric then 0
                             when value < 100 then greatest(0, maximum
                                 - floor((100 - value) / (rule #>> '{under,per}')::numeric) * (rule #>> '{under,points}')::numeric)
                             else maximum end
                    when 'COUNT' then (
                        select (x ->> 'points')::numeric from jsonb_array_elements(rule -> 'steps') x
                        where x ->> 'upTo' is null or f.value <= (x ->> 'upTo')::numeric
                        order by (x ->> 'upTo')::numeric nulls last limit 1)
                    when 'CHOICE' then (
                        select (x ->> 'points')::numeric from jsonb_array_elements(rule -> 'options') x
                        where (x ->> 'value')::numeric = f.value)
                    when 'FIXED' then (rule ->> 'points')::numeric
                    when 'GIVEN' then value
                    when 'GIVEN_BONUS' then value
                    when 'CONDITIONS' then (
                        select max((x ->> 'points')::numeric) from jsonb_array_elements(rule -> 'cases') x
                        where not exists (
                            select from jsonb_array_elements(x -> 'when') y
                            left join said i on i.unit_id = f.unit_id and i.code = f.code || ':' || (y ->> 'input')
                            where i.value is null
                               or i.value < (y #>> '{range,from}')::numeric
                               or (i.value = (y #>> '{range,from}')::numeric and not (y #>> '{range,fromInclusive}')::boolean)
                               or i.value > (y #>> '{range,to}')::numeric
                               or (i.value = (y #>> '{range,to}')::numeric and not (y #>> '{range,toInclusive}')::boolean)))
                    when 'DEDUCTION' then maximum - (
                        select (x ->> 'points')::numeric from jsonb_array_elements(rule -> 'rungs') x
                        where f.value >= coalesce((x ->> 'from')::numeric, f.value)
                          and f.value < coalesce((x ->> 'to')::numeric, f.value + 1))
                    when 'OVER_FULFILMENT' then (rule ->> 'points')::numeric / 100
                        * case rule ->> 'reading' when 'EXCESS' then greatest(0, value - 100) else greatest(0, value) end
                    when 'AWARD_BONUS' then (
                        select sum((x ->> 'points')::numeric * coalesce(i.value, 0)) from jsonb_array_elements(rule -> 'levels') x
                        left join said i on i.unit_id = f.unit_id and i.code = f.code || ':' || (x ->> 'input'))
                    when 'WORKLOAD_BONUS' then
                        case when value < (rule ->> 'from')::numeric then 0 else (
                            select (x ->> 'points')::numeric from jsonb_array_elements(rule -> 'rungs') x
                            where workload >= coalesce((x ->> 'from')::numeric, workload)
                              and workload < coalesce((x ->> 'to')::numeric, workload + 1)) end
                    when 'PENALTY' then - least((rule ->> 'cap')::numeric,
                        floor(greatest(0, value - (rule ->> 'from')::numeric) / (rule ->> 'per')::numeric)
                        * (rule ->> 'points')::numeric)
                    when 'AGENCY_PENALTY' then case when value = 0 then 0 else - (rule ->> 'points')::numeric end
                    end as points
                from fact f),
            counted as (
                select unit_id, group_code, group_maximum, pool,
                       case when rule ->> 'type' in ('PENALTY', 'AGENCY_PENALTY') then 'PENALTY'
                            when rule ->> 'type' in ('GIVEN_BONUS', 'AWARD_BONUS', 'WORKLOAD_BONUS')
                                 or rule ->> 'reading' = 'EXCESS' then 'BONUS'
                            else 'BASE' end as kind,
                       case when rule ->> 'type' in ('PENALTY', 'AGENCY_PENALTY') then coalesce(points, 0)
                            else round(least(maximum, greatest(0, coalesce(points, ruling, 0))), 2) end as points
                from raw),
            by_group as (
                select unit_id, group_code, greatest(0,
                       least(group_maximum, coalesce(sum(points) filter (where kind = 'BASE'), 0))
                       + least(pool, coalesce(sum(points) filter (where kind = 'BONUS'), 0))
                       + coalesce(sum(points) filter (where kind = 'PENALTY'), 0)) as points
                from counted group by unit_id, group_code, group_maximum, pool),
            total as (select unit_id, sum(points) as total from by_group group by unit_id)
            select unit_id, total, rank() over (order by total desc) as rank from total
            """;

    private static final String SHEET = """
            {"title": "Bảng điểm", "maximum": 74, "rounding": {"scale": 2, "mode": "HALF_UP"}, "provenance": "INVENTED",
             "unmatched": "RULING",
             "groups": [{"code": "I", "name": "Chung", "maximum": 60, "bonusMaximum": 14, "criteria": [
               {"code": "1", "name": "Theo %", "maximum": 10, "rule": {"type": "PER_PERCENT", "of": "VALUE", "floor": 50,
                "under": {"per": 1.5, "points": 0.35, "whole": true}}},
               {"code": "2", "name": "Số lần", "maximum": 5, "rule": {"type": "COUNT",
                "steps": [{"upTo": 0, "points": 5}, {"upTo": 2, "points": 3.125}, {"upTo": null, "points": 0}]}},
               {"code": "3", "name": "Tình huống", "maximum": 10, "rule": {"type": "CHOICE",
                "options": [{"value": 1, "name": "có", "points": 10}, {"value": 2, "name": "một phần", "points": 6}]}},
               {"code": "4", "name": "Cố định", "maximum": 3, "rule": {"type": "FIXED", "points": 3}},
               {"code": "5", "name": "Hội đồng", "maximum": 9, "rule": {"type": "GIVEN"}},
               {"code": "6", "name": "Điều kiện", "maximum": 8,
                "inputs": [{"code": "thang", "name": "thiếu tháng"}, {"code": "quy", "name": "thiếu quý"}],
                "rule": {"type": "CONDITIONS", "overlap": "HIGHEST", "cases": [
                 {"name": "đủ", "points": 8, "when": [{"input": "thang", "range": {"to": 0, "toInclusive": true}},
                  {"input": "quy", "range": {"to": 0, "toInclusive": true}}]},
                 {"name": "thiếu tháng", "points": 5.5, "when": [{"input": "thang", "range": {"from": 1, "to": 3}},
                  {"input": "quy", "range": {"to": 1, "toInclusive": false}}]}]}},
               {"code": "7", "name": "Tồn đọng", "maximum": 10, "rule": {"type": "DEDUCTION", "of": "VALUE", "rungs": [
                {"to": 5, "points": 0}, {"from": 5, "to": 20, "points": 2.225}, {"from": 20, "points": 10}]}},
               {"code": "8", "name": "Cả tỷ lệ", "maximum": 9, "rule": {"type": "OVER_FULFILMENT", "of": "VALUE", "points": 6.1,
                "reading": "WHOLE_PERCENT"}},
               {"code": "9", "name": "Khen thưởng", "maximum": 15,
                "inputs": [{"code": "cp", "name": "Cờ Chính phủ"}, {"code": "tinh", "name": "Cờ tỉnh"}],
                "rule": {"type": "AWARD_BONUS", "stacking": "SUM",
                 "levels": [{"input": "cp", "points": 5}, {"input": "tinh", "points": 2.5}]}},
               {"code": "10", "name": "Khối lượng", "maximum": 5, "inputs": [{"code": "workload", "name": "số vụ"}],
                "rule": {"type": "WORKLOAD_BONUS", "of": "VALUE", "from": 100,
                 "rungs": [{"to": 50, "points": 1}, {"from": 50, "points": 4.45}]}},
               {"code": "11", "name": "Thưởng", "maximum": 5, "rule": {"type": "GIVEN_BONUS"}},
               {"code": "12", "name": "Phần vượt", "maximum": 4, "rule": {"type": "OVER_FULFILMENT", "of": "VALUE", "points": 7.7,
                "reading": "EXCESS"}},
               {"code": "13", "name": "Trừ", "maximum": 0, "rule": {"type": "PENALTY", "of": "VALUE", "from": 1, "per": 2,
                "points": 0.75, "cap": 3}},
               {"code": "14", "name": "Không phát động", "maximum": 0, "rule": {"type": "AGENCY_PENALTY", "points": 8}}]}]}
            """;

    /** By member; the third is ruled on twice, and the last two come to the same. */
    private static final List<Map<String, String>> SAID = List.of(
            Map.ofEntries(
                    Map.entry("1", "93.7"),
                    Map.entry("2", "1"),
                    Map.entry("3", "1"),
                    Map.entry("5", "8.333"),
                    Map.entry("6:thang", "2"),
                    Map.entry("6:quy", "0"),
                    Map.entry("7", "5"),
                    Map.entry("8", "117.77"),
                    Map.entry("9:cp", "1"),
                    Map.entry("9:tinh", "2"),
                    Map.entry("10", "100"),
                    Map.entry("10:workload", "50"),
                    Map.entry("11", "1.005"),
                    Map.entry("12", "120.5"),
                    Map.entry("13", "6"),
                    Map.entry("14", "0")),
            said("49.99", "3", "5"),
            said("49.99", "3", "5"));

    private final LivingSeason season = new LivingSeason(Catalogue.instance());

    private static Map<String, String> said(String percent, String count, String situation) {
        return Map.ofEntries(
                Map.entry("1", percent),
                Map.entry("2", count),
                Map.entry("3", situation),
                Map.entry("3:ruling", "2.345"),
                Map.entry("5", "9"),
                Map.entry("6:thang", "7"),
                Map.entry("6:quy", "2"),
                Map.entry("6:ruling", "0.5"),
                Map.entry("7", "20"),
                Map.entry("8", "-3"),
                Map.entry("9:cp", "0"),
                Map.entry("10", "99.999"),
                Map.entry("10:workload", "900"),
                Map.entry("12", "80"),
                Map.entry("13", "40"),
                Map.entry("14", "1"));
    }

    @Test
    void theSheetHasEveryRuleThatTheOtherProofDoesNotReach() {
        assertThat(JsonMapper.shared().readTree(SHEET).findValuesAsString("type"))
                .contains(
                        "PER_PERCENT",
                        "COUNT",
                        "CHOICE",
                        "FIXED",
                        "GIVEN",
                        "CONDITIONS",
                        "DEDUCTION",
                        "OVER_FULFILMENT")
                .contains("AWARD_BONUS", "WORKLOAD_BONUS", "GIVEN_BONUS", "PENALTY", "AGENCY_PENALTY");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPublishedSeasonOfAssessedRulesComputedAgainInPlainSqlAgreesToTheLastDigitInWhateverOrderItWasEntered(
            long order) throws SQLException {
        var sheet = (ObjectNode) JsonMapper.shared().readTree(SHEET);
        var id = LivingSeason.created(
                        season.standing().post("/api/v1/scoresheets", sheet.put("seasonId", season.id.toString())))
                .id();
        LivingSeason.ok(
                season.standing().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + id + "/freeze", null));
        assessed(id, new Random(order));
        var ranking = LivingSeason.created(season.standing().post("/api/v1/rankings", Map.of("scoresheetId", id)));
        var published = LivingSeason.ok(season.standing()
                .with("If-Match", "\"1\"")
                .post("/api/v1/rankings/" + ranking.id() + "/publication", Map.of("confirm", "2026")));
        var issued = new HashMap<UUID, String>();
        published
                .body()
                .path("rows")
                .forEach(row -> issued.put(
                        UUID.fromString(row.path("unitId").asString()),
                        row.path("rank").asInt() + " " + plain(row.path("total").decimalValue())));
        assertThat(issued).isEqualTo(inPlainSql(id));
        assertThat(issued.get(season.first))
                .isEqualTo(issued.get(season.second))
                .startsWith("2 ");
        assertThat(issued.get(season.head)).isEqualTo("1 66.02");
    }

    /** Everything in an order of its own, some of it said twice: the newer counts. */
    private void assessed(UUID sheet, Random order) {
        record Said(UUID unit, String code, String value) {}
        var all = new ArrayList<Said>();
        var units = List.of(season.head, season.first, season.second);
        for (int i = 0; i < units.size(); i++) {
            var unit = units.get(i);
            SAID.get(i).forEach((code, value) -> all.add(new Said(unit, code, value)));
        }
        Collections.shuffle(all, order);
        for (var one : all) {
            var path = "/api/v1/scores/%s/%s/%s/assessment".formatted(sheet, one.unit(), one.code());
            var revision = 0;
            if (one.code().equals("5") || one.code().equals("3:ruling")) {
                LivingSeason.ok(season.standing().put(path, revision++, ScoredSeason.assessment(1)));
            }
            LivingSeason.ok(
                    season.standing().put(path, revision, ScoredSeason.assessment(new BigDecimal(one.value()))));
        }
    }

    private Map<UUID, String> inPlainSql(UUID sheet) throws SQLException {
        try (var connection = season.catalogue.service.database().asOwner();
                var statement = connection.prepareStatement(PLAIN_SQL)) {
            statement.setObject(1, sheet);
            var rows = statement.executeQuery();
            var standings = new HashMap<UUID, String>();
            while (rows.next()) {
                standings.put(
                        rows.getObject("unit_id", UUID.class),
                        rows.getInt("rank") + " " + plain(rows.getBigDecimal("total")));
            }
            return standings;
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
