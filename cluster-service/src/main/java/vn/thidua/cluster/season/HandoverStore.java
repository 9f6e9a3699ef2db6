package vn.thidua.cluster.season;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;

/** Reads and writes hand-overs; none is ever changed. */
@Repository
class HandoverStore {
    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was the first, of both its seasons. */
    boolean insert(Handover handover) {
        return jdbc.sql("""
                        insert into handover (id, cluster_id, from_season_id, to_season_id, from_unit_id, to_unit_id, handed_over_on,
                                              conference_id, note, provenance, source)
                        values (:id, :cluster, :from, :to, :fromUnit, :toUnit, :day, :conference, :note, :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", handover.id())
                        .param("cluster", handover.clusterId())
                        .param("from", handover.fromSeasonId())
                        .param("to", handover.toSeasonId())
                        .param("fromUnit", handover.fromUnitId(), Types.OTHER)
                        .param("toUnit", handover.toUnitId())
                        .param("day", handover.handedOverOn())
                        .param("conference", handover.conferenceId(), Types.OTHER)
                        .param("note", handover.note(), Types.VARCHAR)
                        .param("provenance", handover.origin().provenance().name())
                        .param("source", handover.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    void insertTasks(UUID handoverId, Map<UUID, UUID> tasks) {
        jdbc.sql("""
                        insert into handover_task (handover_id, from_task_id, to_task_id)
                        select :id, t.old, t.new from unnest(:old, :new) as t (old, new)
                        """)
                .param("id", handoverId)
                .param("old", tasks.keySet().toArray(UUID[]::new))
                .param("new", tasks.values().toArray(UUID[]::new))
                .update();
    }

    /** The hand-over out of one of the seasons, or into one of them. */
    UUID between(UUID fromSeasonId, UUID toSeasonId) {
        return jdbc.sql(
                        "select id from handover where from_season_id = :from or to_season_id = :to order by id limit 1")
                .param("from", fromSeasonId)
                .param("to", toSeasonId)
                .query(UUID.class)
                .single();
    }

    Optional<HandoverController.HandoverView> outOf(UUID seasonId) {
        return jdbc.sql("""
                        select h.id, h.from_season_id, h.to_season_id, h.from_unit_id, unit_name(h.from_unit_id, h.handed_over_on) as from_name,
                               h.to_unit_id, unit_name(h.to_unit_id, h.handed_over_on) as to_name, h.handed_over_on, h.conference_id,
                               h.note, h.provenance, h.source
                        from handover h where h.from_season_id = :season
                        """)
                .param("season", seasonId)
                .query((row, _) -> new HandoverController.HandoverView(
                        row.getObject("id", UUID.class),
                        row.getObject("from_season_id", UUID.class),
                        row.getObject("to_season_id", UUID.class),
                        row.getObject("from_unit_id", UUID.class),
                        row.getString("from_name"),
                        row.getObject("to_unit_id", UUID.class),
                        row.getString("to_name"),
                        Objects.requireNonNull(Rows.date(row, "handed_over_on")),
                        row.getObject("conference_id", UUID.class),
                        row.getString("note"),
                        tasks(row.getObject("id", UUID.class)),
                        offices(row.getObject("from_season_id", UUID.class)),
                        offices(row.getObject("to_season_id", UUID.class)),
                        Provenance.valueOf(row.getString("provenance")),
                        row.getString("source")))
                .optional();
    }

    private List<HandoverController.HandedOffice> offices(UUID seasonId) {
        return jdbc.sql("""
                        select h.unit_id, unit_name(h.unit_id, lower(s.during)) as unit_name, h.role, h.representative
                        from headship h join season s on s.id = h.season_id
                        where h.season_id = :season and h.role <> 'HEAD' order by headship_rank(h.role), h.id
                        """)
                .param("season", seasonId)
                .query((row, _) -> new HandoverController.HandedOffice(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Headship.Role.valueOf(row.getString("role")),
                        row.getString("representative")))
                .list();
    }

    private List<HandoverController.HandedTask> tasks(UUID handoverId) {
        return jdbc.sql("""
                        select from_task_id, to_task_id from handover_task where handover_id = :id order by from_task_id
                        """)
                .param("id", handoverId)
                .query((row, _) -> new HandoverController.HandedTask(
                        row.getObject("from_task_id", UUID.class), row.getObject("to_task_id", UUID.class)))
                .list();
    }
}
