package vn.thidua.indicator.valueimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.security.Caller;

/** Keeps imports and hands their rows out, unit by unit. */
@Repository
class ValueImportStore {
    private record NewRow(int number, String unitCode, String indicatorCode, String content) {}

    private record SettledRow(int number, String outcome, ValueImport.@Nullable Refusal refusal) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ValueImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean isPeriod(UUID id) {
        return jdbc.sql("select exists (select from period where id = :id)")
                .param("id", id)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    int waiting(Caller caller) {
        return jdbc.sql("""
                        select count(*) from value_import
                        where actor_kind = :kind and actor = :actor and state in ('WAITING', 'RUNNING')
                        """)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    UUID create(Caller caller, UUID periodId, List<ValueImport.Row> rows) {
        var id = jdbc.sql("""
                        insert into value_import (period_id, actor_kind, actor, scopes, acting_as, origin, total)
                        values (:period, :kind, :actor, :scopes, :as, :origin, :total) returning id
                        """)
                .param("period", periodId)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("scopes", caller.scopes().toArray(String[]::new))
                .param("as", caller.actingAs(), Types.OTHER)
                .param("origin", caller.origin())
                .param("total", rows.size())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
        jdbc.sql("""
                        insert into value_import_row (import_id, number, unit_code, indicator_code, content)
                        select :id, w.number, w."unitCode", w."indicatorCode", w.content
                        from jsonb_to_recordset(cast(:rows as jsonb)) as w(number int, "unitCode" text, "indicatorCode" text, content text)
                        """)
                .param("id", id)
                .param(
                        "rows",
                        json.writeValueAsString(rows.stream()
                                .map(row -> new NewRow(
                                        row.number(),
                                        row.unitCode(),
                                        row.value().indicatorCode(),
                                        json.writeValueAsString(row.value())))
                                .toList()))
                .update();
        return id;
    }

    /** The import that waited longest, held until the transaction ends; one that another instance holds is left to it. */
    Optional<ValueImport.Working> take() {
        return jdbc.sql("""
                        select i.id, i.period_id, i.form, i.dry, i.actor_kind, i.actor, i.scopes, i.acting_as, i.origin
                        from value_import i
                        where i.state in ('WAITING', 'RUNNING') and i.next_try_at <= clock_timestamp()
                        order by i.worked_at nulls first, i.id limit 1 for update skip locked
                        """)
                .query((row, _) -> new ValueImport.Working(
                        row.getObject("id", UUID.class),
                        row.getObject("period_id", UUID.class),
                        ValueImport.Form.valueOf(row.getString("form")),
                        row.getBoolean("dry"),
                        caller(row)))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                Caller.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("acting_as", UUID.class),
                row.getString("origin"));
    }

    /** All rows of the unit whose turn it is, in the order in which they were sent. */
    List<ValueImport.Row> nextUnit(UUID importId) {
        return jdbc.sql("""
                        select number, unit_code, content from value_import_row
                        where import_id = :id and outcome is null
                          and unit_code = (select w.unit_code from value_import_row w
                                           where w.import_id = :id and w.outcome is null order by w.number limit 1)
                        order by number
                        """)
                .param("id", importId)
                .query((row, _) -> new ValueImport.Row(
                        row.getInt("number"),
                        row.getString("unit_code"),
                        json.readValue(row.getString("content"), ReportedValues.Value.class)))
                .list();
    }

    /** Says what became of those rows and counts them; with the last one the import is done. */
    void settle(UUID importId, List<ValueImport.Settled> rows) {
        jdbc.sql("""
                        with settled as (
                            update value_import_row r
                            set outcome = w.outcome, refusal = w.refusal
                            from jsonb_to_recordset(cast(:rows as jsonb)) as w(number int, outcome text, refusal jsonb)
                            where r.import_id = :id and r.number = w.number
                            returning r.outcome
                        ), counted as (
                            select count(*) filter (where outcome = 'SAVED') as saved,
                                   count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                                   count(*) filter (where outcome = 'REFUSED') as refused, count(*) as taken
                            from settled)
                        update value_import i
                        set saved = i.saved + c.saved, unchanged = i.unchanged + c.unchanged, refused = i.refused + c.refused,
                            state = case when i.saved + i.unchanged + i.refused + c.taken = i.total then 'DONE' else 'RUNNING' end,
                            ended_at = case when i.saved + i.unchanged + i.refused + c.taken = i.total then clock_timestamp() end,
                            worked_at = clock_timestamp(), attempts = 0
                        from counted c where i.id = :id
                        """)
                .param("id", importId)
                .param(
                        "rows",
                        json.writeValueAsString(rows.stream()
                                .map(row -> new SettledRow(
                                        row.number(), row.outcome().name(), row.refusal()))
                                .toList()))
                .update();
    }

    /** It is tried again later, without counting against it. */
    void postpone(UUID importId, Duration by) {
        jdbc.sql("""
                        update value_import
                        set next_try_at = clock_timestamp() + make_interval(secs => :seconds), worked_at = clock_timestamp()
                        where id = :id and ended_at is null
                        """).param("id", importId).param("seconds", by.toSeconds()).update();
    }

    /** It is tried again, each time later; after so many tries in vain it has failed. */
    void stumbled(UUID importId, UUID errorId, int mostAttempts) {
        jdbc.sql("""
                        update value_import
                        set attempts = attempts + 1, worked_at = clock_timestamp(),
                            next_try_at = clock_timestamp() + interval '1 second' * power(2, attempts),
                            state = case when attempts + 1 >= :most then 'FAILED' else state end,
                            error_id = case when attempts + 1 >= :most then cast(:error as uuid) end,
                            ended_at = case when attempts + 1 >= :most then clock_timestamp() end
                        where id = :id and ended_at is null
                        """)
                .param("id", importId)
                .param("error", errorId)
                .param("most", mostAttempts)
                .update();
    }

    /** Waits for the unit that is just being taken; false when the import had ended by itself. */
    boolean cancel(UUID importId) {
        return jdbc.sql("""
                        update value_import set state = 'CANCELLED', ended_at = clock_timestamp()
                        where id = :id and ended_at is null
                        """).param("id", importId).update() > 0;
    }

    /** Forgets what ended long ago. */
    int sweep(Duration keep) {
        return jdbc.sql("delete from value_import where ended_at < clock_timestamp() - make_interval(secs => :seconds)")
                .param("seconds", keep.toSeconds())
                .update();
    }
}
