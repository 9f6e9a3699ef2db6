package vn.thidua.kit.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How far this service has read another's feed, what it has applied, and what it has set aside. */
final class CopyStore {
    /**
     * @param epoch null before anything was read
     * @param snapshotPosition while a snapshot is being read, the position it stands for
     * @param types the aggregates taken on the way there; what was told of others was passed over
     */
    record ReadPosition(
            @Nullable UUID epoch, long position, @Nullable Long snapshotPosition, Set<String> types) {
        ReadPosition {
            types = Set.copyOf(types);
        }
    }

    record Aggregate(String type, UUID id) {}

    record Parked(UUID id, String source, @Nullable UUID epoch, FeedEvent event, String error, Instant parkedAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CopyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ReadPosition position(String source) {
        return jdbc.sql("select epoch, position, snapshot_position, types from kit.feed_cursor where source = :source")
                .param("source", source)
                .query((row, _) -> new ReadPosition(
                        row.getObject("epoch", UUID.class),
                        row.getLong("position"),
                        row.getObject("snapshot_position", Long.class),
                        Set.of((String[]) row.getArray("types").getArray())))
                .optional()
                .orElse(new ReadPosition(null, 0, null, Set.of()));
    }

    /** Takes the cursor for this transaction; false when another instance has moved it since {@code expected} was read. */
    boolean lock(String source, ReadPosition expected) {
        jdbc.sql("insert into kit.feed_cursor (source) values (:source) on conflict do nothing")
                .param("source", source)
                .update();
        jdbc.sql("select source from kit.feed_cursor where source = :source for update")
                .param("source", source)
                .query(String.class)
                .single();
        return position(source).equals(expected);
    }

    /** @param asOf null leaves it: while a snapshot is incomplete, the copy is not as of anything */
    void move(String source, ReadPosition to, @Nullable Instant asOf) {
        jdbc.sql("""
                        update kit.feed_cursor set epoch = :epoch, position = :position, snapshot_position = :snapshot,
                               types = :types, as_of = coalesce(:asOf, as_of)
                        where source = :source
                        """)
                .param("source", source)
                .param("epoch", to.epoch(), Types.OTHER)
                .param("position", to.position())
                .param("snapshot", to.snapshotPosition(), Types.BIGINT)
                .param("types", to.types().toArray(String[]::new))
                .param("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Whether the event is newer than what was applied, in which case it counts as applied from here on. */
    boolean advance(String source, UUID epoch, FeedEvent event) {
        return jdbc.sql("""
                                insert into kit.feed_applied as a (source, aggregate_type, aggregate_id, epoch, version)
                                values (:source, :type, :id, :epoch, :version)
                                on conflict (source, aggregate_type, aggregate_id)
                                do update set epoch = excluded.epoch, version = excluded.version, applied_at = clock_timestamp()
                                where a.epoch <> excluded.epoch or a.version < excluded.version
                                """)
                        .param("source", source)
                        .param("type", event.aggregateType())
                        .param("id", event.aggregateId())
                        .param("epoch", epoch)
                        .param("version", event.version())
                        .update()
                == 1;
    }

    void park(String source, UUID epoch, FeedEvent event, String error) {
        jdbc.sql("""
                        insert into kit.feed_parked as p (source, epoch, aggregate_type, aggregate_id, aggregate_version, event, error)
                        values (:source, :epoch, :type, :id, :version, cast(:event as jsonb), :error)
                        on conflict (source, aggregate_type, aggregate_id)
                        do update set epoch = excluded.epoch, aggregate_version = excluded.aggregate_version, event = excluded.event,
                                      error = excluded.error, parked_at = clock_timestamp()
                        """)
                .param("source", source)
                .param("epoch", epoch)
                .param("type", event.aggregateType())
                .param("id", event.aggregateId())
                .param("version", event.version())
                .param("event", json.writeValueAsString(event))
                .param("error", error.length() > 2000 ? error.substring(0, 2000) : error)
                .update();
    }

    void unpark(String source, String aggregateType, UUID aggregateId) {
        jdbc.sql("""
                        delete from kit.feed_parked
                        where source = :source and aggregate_type = :type and aggregate_id = :id
                        """)
                .param("source", source)
                .param("type", aggregateType)
                .param("id", aggregateId)
                .update();
    }

    boolean hasParked(String source) {
        return jdbc.sql("select exists (select from kit.feed_parked where source = :source)")
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    List<Parked> parked() {
        return jdbc.sql("select id, source, epoch, event, error, parked_at from kit.feed_parked order by id")
                .query(this::parkedRow)
                .list();
    }

    Optional<Parked> parked(UUID id) {
        return jdbc.sql("select id, source, epoch, event, error, parked_at from kit.feed_parked where id = :id")
                .param("id", id)
                .query(this::parkedRow)
                .optional();
    }

    /**
     * Ends the reading of a snapshot: what was applied in an earlier epoch and did not come again with the snapshot of this one
     * counts as no longer applied, and what was set aside then as no longer there.
     *
     * @return what the source no longer knows; what came again but was set aside is not among it
     */
    List<Aggregate> vanished(String source, UUID epoch) {
        jdbc.sql("delete from kit.feed_parked where source = :source and epoch is distinct from :epoch")
                .param("source", source)
                .param("epoch", epoch)
                .update();
        return jdbc.sql("""
                        delete from kit.feed_applied a
                        where a.source = :source and a.epoch <> :epoch
                          and not exists (select from kit.feed_parked p
                                          where p.source = a.source and p.aggregate_type = a.aggregate_type
                                            and p.aggregate_id = a.aggregate_id)
                        returning a.aggregate_type, a.aggregate_id
                        """)
                .param("source", source)
                .param("epoch", epoch)
                .query((row, _) ->
                        new Aggregate(row.getString("aggregate_type"), row.getObject("aggregate_id", UUID.class)))
                .list();
    }

    private Parked parkedRow(ResultSet row, int number) throws SQLException {
        return new Parked(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getObject("epoch", UUID.class),
                json.readValue(row.getString("event"), FeedEvent.class),
                row.getString("error"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }
}
