package vn.thidua.indicator.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;

/** Reads and writes openings of single units. */
@Repository
class OpeningStore {
    private final JdbcClient jdbc;

    OpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Opening insert(UUID periodId, UUID unitId, Instant until, String reason, String by, Basis basis) {
        return jdbc.sql("""
                        insert into period_opening (period_id, unit_id, until, reason, opened_by, mandate_id)
                        values (:period, :unit, :until, :reason, :by, :mandate)
                        returning id, period_id, unit_id, until, reason, opened_at, opened_by
                        """)
                .param("period", periodId)
                .param("unit", unitId)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("by", by)
                .param("mandate", basis.mandateId())
                .query((row, _) -> opening(row))
                .single();
    }

    /** The newest first. */
    List<Opening> ofPeriod(UUID periodId, int limit) {
        return jdbc.sql("""
                        select id, period_id, unit_id, until, reason, opened_at, opened_by
                        from period_opening where period_id = :period order by id desc limit :limit
                        """)
                .param("period", periodId)
                .param("limit", limit)
                .query((row, _) -> opening(row))
                .list();
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                row.getObject("id", UUID.class),
                row.getObject("period_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Objects.requireNonNull(Rows.instant(row, "until")),
                row.getString("reason"),
                Objects.requireNonNull(Rows.instant(row, "opened_at")),
                row.getString("opened_by"));
    }
}
