package vn.thidua.indicator.valueimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.security.Caller;

/** Reads imports for whoever posted them, and for nobody else. */
@Repository
class ValueImportQueries {
    private static final String ALL = """
            select i.id, i.period_id, p.name as period_name, i.form, i.dry, i.state, i.total, i.saved, i.unchanged, i.refused, i.error_id,
                   i.created_at, i.ended_at
            from value_import i join period p on p.id = i.period_id
            where i.actor_kind = :kind and i.actor = :actor
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ValueImportQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ValueImport> find(Caller caller, UUID id) {
        return jdbc.sql(ALL + " and i.id = :id")
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("id", id)
                .query((row, _) -> valueImport(row))
                .optional();
    }

    /** The newest first. */
    List<ValueImport> list(Caller caller, @Nullable UUID before, int limit) {
        return jdbc.sql(ALL + " and (cast(:before as uuid) is null or i.id < :before) order by i.id desc limit :limit")
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> valueImport(row))
                .list();
    }

    List<ValueImport.Result> rows(UUID importId, ReportedValues.@Nullable Outcome outcome, int after, int limit) {
        return jdbc.sql("""
                        select number, unit_code, indicator_code, outcome, refusal from value_import_row
                        where import_id = :id and number > :after and (cast(:outcome as text) is null or outcome = :outcome)
                        order by number limit :limit
                        """)
                .param("id", importId)
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new ValueImport.Result(
                        row.getInt("number"),
                        row.getString("unit_code"),
                        row.getString("indicator_code"),
                        row.getString("outcome") == null
                                ? null
                                : ReportedValues.Outcome.valueOf(row.getString("outcome")),
                        row.getString("refusal") == null
                                ? null
                                : json.readValue(row.getString("refusal"), ValueImport.Refusal.class)))
                .list();
    }

    private static ValueImport valueImport(ResultSet row) throws SQLException {
        return new ValueImport(
                row.getObject("id", UUID.class),
                row.getObject("period_id", UUID.class),
                row.getString("period_name"),
                ValueImport.Form.valueOf(row.getString("form")),
                row.getBoolean("dry"),
                ValueImport.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("saved"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getObject("error_id", UUID.class),
                Objects.requireNonNull(Rows.instant(row, "created_at")),
                Rows.instant(row, "ended_at"));
    }
}
