package vn.thidua.indicator.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Reads and writes periods. */
@Repository
class PeriodStore {
    private static final String SELECT =
            "select id, season_id, kind, name, opens_at, due_at, closes_at, version from period ";

    private final JdbcClient jdbc;

    PeriodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Instant now() {
        return jdbc.sql("select kit.business_now()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Optional<Period> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, _) -> period(row))
                .optional();
    }

    Optional<Period> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query((row, _) -> period(row))
                .optional();
    }

    /** A season has three at most. */
    List<Period> ofSeason(UUID seasonId) {
        return jdbc.sql(SELECT + "where season_id = :season order by opens_at, id")
                .param("season", seasonId)
                .query((row, _) -> period(row))
                .list();
    }

    void insert(Period period) {
        jdbc.sql("""
                        insert into period (id, season_id, kind, name, opens_at, due_at, closes_at)
                        values (:id, :season, :kind, :name, :opens, :due, :closes)
                        """)
                .param("id", period.id())
                .param("season", period.seasonId())
                .param("kind", period.kind().name())
                .param("name", period.name())
                .param("opens", utc(period.opensAt()))
                .param("due", utc(period.dueAt()))
                .param("closes", utc(period.closesAt()))
                .update();
    }

    void update(Period period) {
        jdbc.sql("""
                        update period set name = :name, opens_at = :opens, due_at = :due, closes_at = :closes, version = :version
                        where id = :id
                        """)
                .param("id", period.id())
                .param("name", period.name())
                .param("opens", utc(period.opensAt()))
                .param("due", utc(period.dueAt()))
                .param("closes", utc(period.closesAt()))
                .param("version", period.version())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                Period.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Objects.requireNonNull(Rows.instant(row, "opens_at")),
                Objects.requireNonNull(Rows.instant(row, "due_at")),
                Objects.requireNonNull(Rows.instant(row, "closes_at")),
                row.getLong("version"));
    }
}
