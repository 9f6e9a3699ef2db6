package vn.thidua.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads the audit, newest first, within what the caller may see. */
final class AuditQueries {
    private static final String SELECT = """
            select a.*, exists (select from kit.audit_seal s where s.audit_id = a.id) as sealed
            from kit.audit a
            where (a.unit_id = any(:units) or a.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
              and (cast(:after as uuid) is null or a.id < :after)
              and (cast(:aggregate as uuid) is null or a.aggregate_id = :aggregate)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<AuditController.Row> rows(Reach reach, @Nullable UUID aggregateId, @Nullable UUID after, int limit) {
        return select(SELECT + " order by a.id desc limit :limit", reach, aggregateId, after, limit);
    }

    /**
     * Writes that rest on a mandate which was already withdrawn, or over, when they were made: this service had not heard of it.
     */
    List<AuditController.Row> reviews(Reach reach, @Nullable UUID after, int limit) {
        return select(SELECT + """
                          and exists (select from kit.mandate_copy m where m.id = a.mandate_id
                                      and (m.withdrawn_at < a.at
                                           or upper(m.during) <= (a.at at time zone 'Asia/Ho_Chi_Minh')::date))
                        order by a.id desc limit :limit
                        """, reach, null, after, limit);
    }

    private List<AuditController.Row> select(
            String sql, Reach reach, @Nullable UUID aggregateId, @Nullable UUID after, int limit) {
        return jdbc.sql(sql)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("aggregate", aggregateId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private AuditController.Row row(ResultSet row) throws SQLException {
        return new AuditController.Row(
                row.getObject("id", UUID.class),
                java.util.Objects.requireNonNull(Rows.instant(row, "at")),
                row.getString("actor_kind"),
                row.getString("actor"),
                null,
                row.getString("origin"),
                row.getString("action"),
                row.getString("aggregate_type"),
                row.getObject("aggregate_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                tree(row.getString("before")),
                tree(row.getString("after")),
                row.getString("reason"),
                row.getObject("mandate_id", UUID.class),
                Rows.instant(row, "mandate_as_of"),
                row.getBoolean("sealed"));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
