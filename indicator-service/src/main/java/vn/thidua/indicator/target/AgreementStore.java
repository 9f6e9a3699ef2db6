package vn.thidua.indicator.target;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Keeps each step of agreeing with the numbers that were on the table; nothing of it is rewritten. */
@Repository
class AgreementStore {
    private record Next(UUID unitId, long version) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AgreementStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Where the units stand that ever proposed, or that one of them. */
    Map<UUID, Agreement> present(UUID seasonId, @Nullable UUID unitId) {
        return jdbc
                .sql("""
                        select unit_id, kind, version, at, actor from target_agreement
                        where season_id = :season and (cast(:unit as uuid) is null or unit_id = :unit)
                        """)
                .param("season", seasonId)
                .param("unit", unitId, Types.OTHER)
                .query((row, _) -> new Agreement(
                        row.getObject("unit_id", UUID.class),
                        Agreement.Step.valueOf(row.getString("kind")),
                        row.getLong("version"),
                        Rows.instant(row, "at"),
                        row.getString("actor")))
                .list()
                .stream()
                .collect(Collectors.toMap(Agreement::unitId, Function.identity()));
    }

    Agreement find(UUID seasonId, UUID unitId) {
        return present(seasonId, unitId).getOrDefault(unitId, Agreement.none(unitId));
    }

    /** What tells one state of those units' targets from another; units without any are left out. */
    Map<UUID, String> states(UUID seasonId, Collection<UUID> unitIds) {
        var states = new HashMap<UUID, String>();
        jdbc.sql("""
                        select unit_id, string_agg(indicator_id || ' ' || version, ',' order by indicator_id) as state
                        from target where season_id = :season and unit_id = any(:units) group by unit_id
                        """)
                .param("season", seasonId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> states.put(row.getObject("unit_id", UUID.class), row.getString("state")))
                .list();
        return states;
    }

    /** Adds the same step to all of them, in one statement, with the targets that each has now. */
    void add(
            UUID seasonId,
            Collection<Agreement> before,
            Agreement.Step step,
            @Nullable String note,
            Caller caller,
            Basis basis) {
        jdbc.sql("""
                        insert into target_agreement_step (season_id, unit_id, version, kind, note, targets, actor_kind, actor, mandate_id)
                        select :season, g."unitId", g.version, :kind, :note,
                               (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                                           'indicatorId', t.indicator_id, 'code', i.code, 'name', i.name, 'valueKind', i.value_kind,
                                           'levels', coalesce(i.levels, '{}'),
                                           'unitOfMeasure', t.unit_of_measure, 'assigned', t.assigned, 'registered', t.registered,
                                           'lastYear', t.last_year, 'h1Assigned', t.h1_assigned, 'h1Registered', t.h1_registered,
                                           'm9Assigned', t.m9_assigned, 'm9Registered', t.m9_registered,
                                           'items', coalesce(t.items, '{}')))
                                       order by i.code, i.id), '[]')
                                from target t join indicator i on i.id = t.indicator_id
                                where t.season_id = :season and t.unit_id = g."unitId"),
                               :actorKind, :actor, :mandate
                        from jsonb_to_recordset(cast(:units as jsonb)) as g("unitId" uuid, version bigint)
                        """)
                .param("season", seasonId)
                .param("kind", step.name())
                .param("note", note, Types.VARCHAR)
                .param("actorKind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .param(
                        "units",
                        json.writeValueAsString(before.stream()
                                .map(one -> new Next(one.unitId(), one.version() + 1))
                                .toList()))
                .update();
    }
}
