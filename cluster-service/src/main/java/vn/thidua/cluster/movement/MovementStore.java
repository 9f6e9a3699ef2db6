package vn.thidua.cluster.movement;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads and writes movements. */
@Repository
class MovementStore {
    record Filter(
            @Nullable UUID seasonId,
            @Nullable UUID clusterId,
            @Nullable UUID unitId,
            @Nullable UUID after,
            int limit) {}

    private static final String VIEW = """
            select m.id, m.season_id, m.unit_id,
                   unit_name(m.unit_id, coalesce(m.launched_on, lower(s.during), kit.business_today())) as unit_name,
                   m.level, m.kind, m.name, m.launched_on, m.provenance, m.source, m.version
            from movement m left join season s on s.id = m.season_id
            """;

    private final JdbcClient jdbc;

    MovementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** Whether it was new: a unit launches a movement of that name once a season. */
    boolean insert(Movement movement) {
        return jdbc.sql("""
                        insert into movement (id, season_id, unit_id, level, kind, name, launched_on, provenance, source)
                        values (:id, :season, :unit, :level, :kind, :name, :launched, :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", movement.id())
                        .param("season", movement.seasonId(), Types.OTHER)
                        .param("unit", movement.unitId())
                        .param("level", movement.level().name())
                        .param("kind", movement.kind().name())
                        .param("name", movement.name())
                        .param("launched", movement.launchedOn(), Types.DATE)
                        .param("provenance", movement.origin().provenance().name())
                        .param("source", movement.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    /** The movement, held against other writers until the transaction ends. */
    Optional<Movement> lock(UUID id) {
        return jdbc.sql("""
                        select season_id, unit_id, level, kind, name, launched_on, provenance, source, version
                        from movement where id = :id for update
                        """)
                .param("id", id)
                .query((row, _) -> new Movement(
                        id,
                        row.getObject("season_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        Movement.Level.valueOf(row.getString("level")),
                        Movement.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Rows.date(row, "launched_on"),
                        new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                        row.getLong("version")))
                .optional();
    }

    void rewrite(Movement movement) {
        jdbc.sql("""
                        update movement set level = :level, kind = :kind, name = :name, launched_on = :launched,
                               provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)
                .param("id", movement.id())
                .param("level", movement.level().name())
                .param("kind", movement.kind().name())
                .param("name", movement.name())
                .param("launched", movement.launchedOn(), Types.DATE)
                .param("provenance", movement.origin().provenance().name())
                .param("source", movement.origin().source(), Types.VARCHAR)
                .param("version", movement.version())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from movement where id = :id").param("id", id).update();
    }

    /** The exemplars that were found in it. */
    List<Recording.Standing> standing(UUID id) {
        return jdbc.sql("select id from exemplar where movement_id = :id order by id")
                .param("id", id)
                .query((row, _) -> new Recording.Standing("EXEMPLAR", row.getObject("id", UUID.class)))
                .list();
    }

    /** Another movement of that name, of the same unit and season. */
    Optional<UUID> sameElsewhere(Movement movement) {
        return jdbc.sql("""
                        select id from movement where unit_id = :unit and season_id is not distinct from cast(:season as uuid)
                          and name = :name and id <> :id
                        """)
                .param("id", movement.id())
                .param("unit", movement.unitId())
                .param("season", movement.seasonId(), Types.OTHER)
                .param("name", movement.name())
                .query(UUID.class)
                .optional();
    }

    /**
     * Whether it is there and may be seen.
     *
     * @param reach null for a caller who may see every movement
     */
    boolean isSeen(UUID id, @Nullable Reach reach) {
        return jdbc.sql("""
                        select exists (select from movement m where m.id = :id
                            and (:all or m.unit_id = any(:units)
                                 or m.unit_id in (select kit.units_and_below(:roots, kit.business_today()))))
                        """)
                .param("id", id)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .query(Boolean.class)
                .single();
    }

    UUID same(Movement movement) {
        return jdbc.sql("""
                        select id from movement where unit_id = :unit and season_id is not distinct from cast(:season as uuid)
                          and name = :name
                        """)
                .param("unit", movement.unitId())
                .param("season", movement.seasonId(), Types.OTHER)
                .param("name", movement.name())
                .query(UUID.class)
                .single();
    }

    Optional<MovementController.MovementView> find(UUID id) {
        return jdbc.sql(VIEW + " where m.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    /**
     * In the order of their recording.
     *
     * @param reach null for a caller who may see every movement
     */
    List<MovementController.MovementView> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(VIEW + """
                                where (cast(:season as uuid) is null or m.season_id = :season)
                                  and (cast(:cluster as uuid) is null or s.cluster_id = :cluster)
                                  and (cast(:unit as uuid) is null or m.unit_id = :unit)
                                  and (:all or m.unit_id = any(:units)
                                       or m.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                                  and (cast(:after as uuid) is null or m.id > :after)
                                order by m.id limit :limit
                                """)
                .param("season", filter.seasonId(), Types.OTHER)
                .param("cluster", filter.clusterId(), Types.OTHER)
                .param("unit", filter.unitId(), Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
    }

    private static MovementController.MovementView view(java.sql.ResultSet row) throws java.sql.SQLException {
        return new MovementController.MovementView(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                Movement.Level.valueOf(row.getString("level")),
                Movement.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Rows.date(row, "launched_on"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
