package vn.thidua.indicator.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
import vn.thidua.kit.database.Rows;

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

    /** The season's sheet, begun if there is none, held against other writers until the transaction ends. */
    TargetSheet lock(UUID seasonId) {
        jdbc.sql("insert into target_sheet (season_id) values (:season) on conflict do nothing")
                .param("season", seasonId)
                .update();
        return jdbc.sql(
                        "select version, frozen_at, text, sha256, edition from target_sheet where season_id = :season for update")
                .param("season", seasonId)
                .query((row, _) -> {
                    var frozenAt = Rows.instant(row, "frozen_at");
                    return new TargetSheet(
                            seasonId,
                            row.getLong("version"),
                            frozenAt == null
                                    ? null
                                    : new TargetSheet.Frozen(
                                            frozenAt,
                                            row.getString("text"),
                                            row.getString("sha256"),
                                            row.getInt("edition")));
                })
                .single();
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

    /** How those indicators that there are, are measured. */
    Map<UUID, TargetDrafts.Measured> measured(List<UUID> indicatorIds) {
        var known = units.of(indicatorIds);
        var found = new HashMap<UUID, TargetDrafts.Measured>();
        jdbc.sql("select id, value_kind = 'COUNT' and formula is null as counted from indicator where id = any(:ids)")
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return found.put(
                            id,
                            new TargetDrafts.Measured(
                                    Objects.requireNonNull(known.get(id)), row.getBoolean("counted")));
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

    long touch(UUID seasonId) {
        return jdbc.sql("update target_sheet set version = version + 1 where season_id = :season returning version")
                .param("season", seasonId)
                .query(Long.class)
                .single();
    }

    /** Freezes that text as the next edition; the editions before it stay to be read. */
    TargetSheet.Frozen freeze(UUID seasonId, String text, String sha256, String by) {
        return jdbc.sql("""
                        with frozen as (
                            update target_sheet set frozen_at = kit.business_now(), frozen_by = coalesce(frozen_by, :by), text = :text,
                                   sha256 = :sha256, version = version + 1, edition = edition + 1
                            where season_id = :season returning season_id, edition, frozen_at, text, sha256)
                        insert into target_edition (season_id, edition, frozen_at, text, sha256) select * from frozen
                        returning frozen_at, edition
                        """)
                .param("season", seasonId)
                .param("by", by)
                .param("text", text)
                .param("sha256", sha256)
                .query((row, _) -> new TargetSheet.Frozen(
                        Objects.requireNonNull(Rows.instant(row, "frozen_at")), text, sha256, row.getInt("edition")))
                .single();
    }

    /** The season's rows as they are to be frozen; units are named later, from the members. */
    List<CanonicalTargets.Line> lines(UUID seasonId, Map<UUID, vn.thidua.indicator.season.Member> members) {
        return jdbc.sql("""
                        select t.unit_id, t.indicator_id, i.code, i.name, i.direction, t.unit_of_measure,
                               t.assigned, t.registered, t.last_year, t.h1_assigned, t.h1_registered, t.m9_assigned, t.m9_registered,
                               t.items
                        from target t join indicator i on i.id = t.indicator_id
                        where t.season_id = :season
                        """)
                .param("season", seasonId)
                .query((row, _) -> {
                    var member = Objects.requireNonNull(members.get(row.getObject("unit_id", UUID.class)));
                    return new CanonicalTargets.Line(
                            Objects.requireNonNull(member.code()),
                            Objects.requireNonNull(member.name()),
                            row.getString("code"),
                            row.getString("name"),
                            Measure.Direction.valueOf(row.getString("direction")),
                            row.getString("unit_of_measure"),
                            row.getBigDecimal("assigned"),
                            row.getBigDecimal("registered"),
                            row.getBigDecimal("last_year"),
                            portions(row),
                            items(row),
                            row.getObject("indicator_id", UUID.class));
                })
                .list();
    }

    /** Codes of the indicators that some member has a target of and cannot compute, as it has none of an input. */
    List<String> uncomputable(UUID seasonId) {
        return jdbc.sql("""
                        select distinct i.code from target t
                        join indicator_input x on x.indicator_id = t.indicator_id
                        join indicator i on i.id = t.indicator_id
                        where t.season_id = :season
                          and not exists (select from target o where o.season_id = t.season_id and o.unit_id = t.unit_id
                                          and o.indicator_id = x.input_id)
                        order by i.code
                        """)
                .param("season", seasonId)
                .query((row, _) -> row.getString("code"))
                .list();
    }

    List<UUID> unitsWithTargets(UUID seasonId) {
        return jdbc.sql("select distinct unit_id from target where season_id = :season")
                .param("season", seasonId)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
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
        var portions = new ArrayList<Target.Portion>();
        for (var part : Target.Part.values()) {
            var column = part == Target.Part.H1 ? "h1" : "m9";
            var assigned = Decimals.plainOrNull(row.getBigDecimal(column + "_assigned"));
            var registered = Decimals.plainOrNull(row.getBigDecimal(column + "_registered"));
            if (assigned != null || registered != null) {
                portions.add(new Target.Portion(part, assigned, registered));
            }
        }
        return portions;
    }

    static List<String> items(ResultSet row) throws SQLException {
        var items = row.getArray("items");
        return items == null ? List.of() : List.of((String[]) items.getArray());
    }
}
