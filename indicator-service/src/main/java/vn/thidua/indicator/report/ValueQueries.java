package vn.thidua.indicator.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.security.Caller;

/** Finds what codes of units and indicators mean in a period. */
@Repository
class ValueQueries {
    /**
     * An indicator that the unit reports on.
     *
     * @param version of its cell, 0 while nobody has written it
     * @param actorKind with {@code actor} who wrote it last
     */
    record Known(
            UUID indicatorId,
            boolean computed,
            long version,
            @Nullable String actorKind,
            @Nullable String actor) {
        boolean isOf(Caller caller) {
            return caller.kind().name().equals(actorKind) && caller.subject().equals(actor);
        }
    }

    private final JdbcClient jdbc;

    ValueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> member(UUID periodId, String unitCode) {
        return jdbc.sql("""
                        select m.unit_id
                        from period p
                        join season_member m on m.season_id = p.season_id
                        join kit.unit_copy u on u.id = m.unit_id and u.code = :code
                        where p.id = :period
                        """)
                .param("period", periodId)
                .param("code", unitCode)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .optional();
    }

    /** By code; two catalogues may use the same one. */
    Map<String, List<Known>> known(UUID periodId, UUID unitId, List<String> codes) {
        var found = new HashMap<String, List<Known>>();
        jdbc.sql("""
                        select i.code, i.id, i.formula is not null as computed, coalesce(c.version, 0) as cell_version, v.actor_kind, v.actor
                        from planned t
                        join indicator i on i.id = t.indicator_id
                        left join report r on r.period_id = t.period_id and r.unit_id = t.unit_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join cell_revision v on v.id = c.revision_id
                        where t.period_id = :period and t.unit_id = :unit and i.code = any(:codes)
                        """)
                .param("period", periodId)
                .param("unit", unitId)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> found.computeIfAbsent(row.getString("code"), _ -> new ArrayList<>())
                        .add(new Known(
                                row.getObject("id", UUID.class),
                                row.getBoolean("computed"),
                                row.getLong("cell_version"),
                                row.getString("actor_kind"),
                                row.getString("actor"))))
                .list();
        return found;
    }
}
