package vn.thidua.cluster.exemplar;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.exemplar.ExemplarViews.FollowUpView;
import vn.thidua.cluster.exemplar.ExemplarViews.ReplicationView;
import vn.thidua.cluster.exemplar.Replication.Course;
import vn.thidua.cluster.exemplar.Replication.FollowUp;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;

/** Reads and writes who replicates an exemplar. Who said so is the person behind the mandate. */
@Repository
class ReplicationStore {
    private final JdbcClient jdbc;

    ReplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the unit is registered already. */
    boolean insert(Replication registered, Basis basis) {
        return jdbc.sql("""
                        insert into exemplar_replication (id, exemplar_id, unit_id, since, registered_by, registered_mandate)
                        select :id, :exemplar, :unit, :since, m.person_id, m.id from mandate m where m.id = :mandate
                        on conflict do nothing
                        """)
                        .param("id", registered.id())
                        .param("exemplar", registered.exemplarId())
                        .param("unit", registered.unitId())
                        .param("since", registered.since())
                        .param("mandate", basis.mandateId())
                        .update()
                > 0;
    }

    UUID same(UUID exemplarId, UUID unitId) {
        return jdbc.sql("select id from exemplar_replication where exemplar_id = :exemplar and unit_id = :unit")
                .param("exemplar", exemplarId)
                .param("unit", unitId)
                .query(UUID.class)
                .single();
    }

    Optional<Replication> find(UUID exemplarId, UUID id) {
        return jdbc.sql("select unit_id, since from exemplar_replication where id = :id and exemplar_id = :exemplar")
                .param("id", id)
                .param("exemplar", exemplarId)
                .query((row, _) -> new Replication(
                        id,
                        exemplarId,
                        row.getObject("unit_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "since"))))
                .optional();
    }

    UUID insert(UUID replicationId, FollowUp followUp, Basis basis) {
        return jdbc.sql("""
                        insert into exemplar_follow_up (replication_id, day, state, done, reason, reported_by, reported_mandate)
                        select :replication, :day, :state, :done, :reason, m.person_id, m.id from mandate m where m.id = :mandate
                        returning id
                        """)
                .param("replication", replicationId)
                .param("day", followUp.day())
                .param("state", followUp.state().name())
                .param("done", followUp.done())
                .param("reason", followUp.reason(), Types.VARCHAR)
                .param("mandate", basis.mandateId())
                .query(UUID.class)
                .single();
    }

    /** In the order in which they were registered. */
    List<ReplicationView> list(UUID exemplarId, @Nullable UUID after, int limit) {
        var replications = jdbc.sql("""
                        select r.id, r.unit_id, unit_name(r.unit_id, kit.business_today()) as unit_name, r.since,
                               replication_state(r.id) as state
                        from exemplar_replication r
                        where r.exemplar_id = :exemplar and (cast(:after as uuid) is null or r.id > :after)
                        order by r.id limit :limit
                        """)
                .param("exemplar", exemplarId)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new ReplicationView(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Objects.requireNonNull(Rows.date(row, "since")),
                        Course.valueOf(row.getString("state")),
                        List.of()))
                .list();
        var followUps = followUps(replications.stream().map(ReplicationView::id).toArray(UUID[]::new));
        return replications.stream()
                .map(r -> new ReplicationView(
                        r.id(),
                        r.unitId(),
                        r.unitName(),
                        r.since(),
                        r.state(),
                        followUps.getOrDefault(r.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<FollowUpView>> followUps(UUID[] replications) {
        return jdbc
                .sql("""
                        select f.replication_id, f.id, f.day, f.state, f.done, f.reason, p.name as reported_by
                        from exemplar_follow_up f join person p on p.id = f.reported_by
                        where f.replication_id = any(:replications) order by f.day desc, f.id desc
                        """)
                .param("replications", replications)
                .query((row, _) -> Map.entry(
                        row.getObject("replication_id", UUID.class),
                        new FollowUpView(
                                row.getObject("id", UUID.class),
                                Objects.requireNonNull(Rows.date(row, "day")),
                                Course.valueOf(row.getString("state")),
                                row.getString("done"),
                                row.getString("reason"),
                                row.getString("reported_by"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
