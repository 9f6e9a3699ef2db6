package vn.thidua.indicator.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.UnitRows;

/** Writes targets. */
@Repository
class TargetStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UnitRows units;

    TargetStore(JdbcClient jdbc, JsonMapper json, UnitRows units) {
        this.jdbc = jdbc;
        this.units = units;
        this.json = json;
    }

    Optional<Target> find(UUID seasonId, UUID unitId, UUID indicatorId) {
        return jdbc.sql("""
                        select * from target where season_id = :season and unit_id = :unit and indicator_id = :indicator
                        """)
                .param("season", seasonId)
                .param("unit", unitId)
                .param("indicator", indicatorId)
                .query((row, _) -> target(row))
                .optional();
    }

    /** The season's targets, by unit and indicator. */
    Map<List<UUID>, Target> present(UUID seasonId) {
        return jdbc
                .sql("select * from target where season_id = :season")
                .param("season", seasonId)
                .query((row, _) -> target(row))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        target -> List.of(target.unitId(), target.indicatorId()), Function.identity()));
    }

    /** The targets of those units that have any, each unit's by indicator. */
    Map<UUID, List<Target>> ofUnits(UUID seasonId, Collection<UUID> unitIds) {
        return jdbc
                .sql("""
                        select * from target where season_id = :season and unit_id = any(:units) order by unit_id, indicator_id
                        """)
                .param("season", seasonId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> target(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Target::unitId));
    }

    /** How those indicators that there are, are measured. */
    Map<UUID, TargetDrafts.Measured> measured(List<UUID> indicatorIds) {
        var known = units.of(indicatorIds);
        var found = new HashMap<UUID, TargetDrafts.Measured>();
        jdbc.sql("""
                        select id, value_kind, value_kind = 'COUNT' and formula is null as counted,
                               coalesce(cardinality(levels), 0) as levels
                        from indicator where id = any(:ids)
                        """)
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return found.put(
                            id,
                            new TargetDrafts.Measured(
                                    Objects.requireNonNull(known.get(id)),
                                    row.getBoolean("counted"),
                                    Answers.of(
                                            Measure.ValueKind.valueOf(row.getString("value_kind")),
                                            row.getInt("levels"))));
                })
                .list();
        return found;
    }

    /** Writes all given rows in one statement; a row that says what is there already keeps its version. */
    void put(UUID seasonId, List<Target> targets) {
        jdbc.sql("""
                        insert into target as t (season_id, unit_id, indicator_id, assigned, registered, last_year, unit_of_measure,
                                                 h1_assigned, h1_registered, m9_assigned, m9_registered, items)
                        select :season, g."unitId", g."indicatorId", g.assigned, g.registered, g."lastYear", g."unitOfMeasure",
                               g."h1Assigned", g."h1Registered", g."m9Assigned", g."m9Registered", g.items
                        from jsonb_to_recordset(cast(:rows as jsonb)) as g("unitId" uuid, "indicatorId" uuid, assigned numeric,
                             registered numeric, "lastYear" numeric, "unitOfMeasure" text, "h1Assigned" numeric, "h1Registered" numeric,
                             "m9Assigned" numeric, "m9Registered" numeric, items text[])
                        on conflict (season_id, unit_id, indicator_id) do update
                        set assigned = excluded.assigned, registered = excluded.registered, last_year = excluded.last_year,
                            unit_of_measure = excluded.unit_of_measure, h1_assigned = excluded.h1_assigned,
                            h1_registered = excluded.h1_registered, m9_assigned = excluded.m9_assigned,
                            m9_registered = excluded.m9_registered, items = excluded.items, version = t.version + 1
                        where (t.assigned, t.registered, t.last_year, t.unit_of_measure, t.h1_assigned, t.h1_registered, t.m9_assigned,
                               t.m9_registered, t.items)
                              is distinct from (excluded.assigned, excluded.registered, excluded.last_year, excluded.unit_of_measure,
                                                excluded.h1_assigned, excluded.h1_registered, excluded.m9_assigned,
                                                excluded.m9_registered, excluded.items)
                        """)
                .param("season", seasonId)
                .param(
                        "rows",
                        json.writeValueAsString(
                                targets.stream().map(FlatTarget::of).toList()))
                .update();
    }

    /** Takes away the rows that are not among the given ones. */
    void keepOnly(UUID seasonId, List<Target> targets) {
        jdbc.sql("""
                        delete from target t
                        where t.season_id = :season
                          and not exists (select from jsonb_to_recordset(cast(:rows as jsonb)) as g("unitId" uuid, "indicatorId" uuid)
                                          where g."unitId" = t.unit_id and g."indicatorId" = t.indicator_id)
                        """)
                .param("season", seasonId)
                .param("rows", json.writeValueAsString(targets))
                .update();
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("unit_id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                row.getBigDecimal("assigned"),
                row.getBigDecimal("registered"),
                row.getBigDecimal("last_year"),
                row.getString("unit_of_measure"),
                portions(row),
                items(row),
                row.getLong("version"));
    }

    static List<Target.Portion> portions(ResultSet row) throws SQLException {
        return portions(row, "");
    }

    /** @param when what the columns' names end with */
    static List<Target.Portion> portions(ResultSet row, String when) throws SQLException {
        var portions = new ArrayList<Target.Portion>();
        for (var part : Target.Part.values()) {
            var column = part == Target.Part.H1 ? "h1" : "m9";
            var assigned = Decimals.plainOrNull(row.getBigDecimal(column + "_assigned" + when));
            var registered = Decimals.plainOrNull(row.getBigDecimal(column + "_registered" + when));
            if (assigned != null || registered != null) {
                portions.add(new Target.Portion(part, assigned, registered));
            }
        }
        return portions;
    }

    static List<String> items(ResultSet row) throws SQLException {
        return items(row, "");
    }

    /** @param when what the column's name ends with */
    static List<String> items(ResultSet row, String when) throws SQLException {
        var items = row.getArray("items" + when);
        return items == null ? List.of() : List.of((String[]) items.getArray());
    }
}
