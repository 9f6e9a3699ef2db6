package vn.thidua.kit.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.mandate.Reach;

/** Reads the feed that this service publishes. A null reach sees everything, internal events included. */
final class FeedQueries {
    record Appended(FeedPosition head, int moved) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FeedQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    FeedPosition head() {
        return jdbc.sql("select epoch, last_position, complete_until from kit.feed_head")
                .query((row, _) -> position(row))
                .single();
    }

    /** Gives committed events their positions; at most {@code batch} in one go. */
    Appended append(int batch) {
        return jdbc.sql("select epoch, last_position, complete_until, moved from kit.append_outbox(:batch)")
                .param("batch", batch)
                .query((row, _) -> new Appended(position(row), row.getInt("moved")))
                .single();
    }

    List<FeedEvent> after(long position, int limit, @Nullable Reach reach) {
        return events("""
                select e.* from kit.feed_event e
                where e.position > :after and %s
                order by e.position limit :limit
                """, position, Long.MAX_VALUE, limit, reach);
    }

    /** The newest event of each aggregate as the feed stood at {@code until}. */
    List<FeedEvent> snapshot(long after, long until, int limit, @Nullable Reach reach) {
        return events("""
                select e.* from kit.feed_event e
                where e.position > :after and e.position <= :until and %s
                  and not exists (select from kit.feed_event n
                                  where n.aggregate_type = e.aggregate_type and n.aggregate_id = e.aggregate_id
                                    and n.aggregate_version > e.aggregate_version and n.position <= :until)
                order by e.position limit :limit
                """, after, until, limit, reach);
    }

    private List<FeedEvent> events(String sql, long after, long until, int limit, @Nullable Reach reach) {
        var visible = reach == null
                ? "true"
                : "e.audience = 'UNIT' and (e.unit_id = any(:units)"
                        + " or e.unit_id in (select kit.units_and_below(:roots, kit.business_today())))";
        var query = jdbc.sql(sql.formatted(visible)).param("after", after).param("limit", limit);
        if (sql.contains(":until")) {
            query = query.param("until", until);
        }
        if (reach != null) {
            query = query.param("units", reach.unitArray()).param("roots", reach.rootArray());
        }
        return query.query(this::event).list();
    }

    private FeedEvent event(ResultSet row, int number) throws SQLException {
        return new FeedEvent(
                row.getLong("position"),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("aggregate_version"),
                row.getString("event_type"),
                row.getObject("unit_id", UUID.class),
                json.readTree(row.getString("data")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static FeedPosition position(ResultSet row) throws SQLException {
        return new FeedPosition(
                row.getObject("epoch", UUID.class),
                row.getLong("last_position"),
                row.getObject("complete_until", OffsetDateTime.class).toInstant());
    }
}
