package vn.thidua.indicator.valueimport;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.security.Caller;

/** Keeps workbooks line by line, and hands their lines out to be taken. */
@Repository
class SheetStore {
    /** What a line keeps as one text. */
    record Content(List<SheetImport.Cell> cells, @Nullable FieldError fault) {
        Content {
            cells = List.copyOf(cells);
        }
    }

    private static final TypeReference<List<SheetImport.Column>> COLUMNS = new TypeReference<>() {};
    /** Few enough that they take little memory however long they are. */
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SheetStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID newId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** Writes lines as they come, some at a time; the import they are of follows in the same transaction. */
    final class Lines implements Consumer<SheetImport.Line> {
        private final UUID importId;
        private final List<SheetImport.Line> some = new ArrayList<>();
        private int cells;

        private Lines(UUID importId) {
            this.importId = importId;
        }

        @Override
        public void accept(SheetImport.Line line) {
            cells += line.cells().size();
            some.add(line);
            if (some.size() == AT_ONCE) {
                write();
            }
        }

        /** Writes what is left; says how many cells there were in all. */
        int end() {
            write();
            return cells;
        }

        private void write() {
            if (some.isEmpty()) {
                return;
            }
            jdbc.sql("""
                            insert into value_import_line (import_id, number, unit_code, cells, content)
                            select :id, w.number, w.unit_code, w.cells, w.content
                            from unnest(cast(:numbers as int[]), cast(:units as text[]), cast(:cells as int[]), cast(:contents as text[]))
                                 as w(number, unit_code, cells, content)
                            """)
                    .param("id", importId)
                    .param("numbers", texts(line -> Integer.toString(line.number())))
                    .param("units", texts(SheetImport.Line::unitCode))
                    .param("cells", texts(line -> Integer.toString(line.cells().size())))
                    .param("contents", texts(line -> json.writeValueAsString(new Content(line.cells(), line.fault()))))
                    .update();
            some.clear();
        }

        private String[] texts(Function<SheetImport.Line, String> text) {
            return some.stream().map(text).toArray(String[]::new);
        }
    }

    Lines lines(UUID importId) {
        return new Lines(importId);
    }

    void create(UUID id, Caller caller, UUID periodId, int cells, boolean dry, List<SheetImport.Column> columns) {
        jdbc.sql("""
                        insert into value_import (id, period_id, actor_kind, actor, scopes, acting_as, origin, total, form, dry, columns)
                        values (:id, :period, :kind, :actor, :scopes, :as, :origin, :total, 'SHEET', :dry, cast(:columns as jsonb))
                        """)
                .param("id", id)
                .param("period", periodId)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("scopes", caller.scopes().toArray(String[]::new))
                .param("as", caller.actingAs(), java.sql.Types.OTHER)
                .param("origin", caller.origin())
                .param("total", cells)
                .param("dry", dry)
                .param("columns", json.writeValueAsString(columns))
                .update();
    }

    /** The same workbook once more, now to be saved. */
    void again(UUID id, UUID tried, Caller caller) {
        jdbc.sql("""
                        insert into value_import (id, period_id, actor_kind, actor, scopes, acting_as, origin, total, form, dry, columns)
                        select :id, i.period_id, :kind, :actor, :scopes, :as, :origin, i.total, i.form, false, i.columns
                        from value_import i where i.id = :tried
                        """)
                .param("id", id)
                .param("tried", tried)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("scopes", caller.scopes().toArray(String[]::new))
                .param("as", caller.actingAs(), java.sql.Types.OTHER)
                .param("origin", caller.origin())
                .update();
        jdbc.sql("""
                        insert into value_import_line (import_id, number, unit_code, cells, content)
                        select :id, l.number, l.unit_code, l.cells, l.content from value_import_line l where l.import_id = :tried
                        """).param("id", id).param("tried", tried).update();
    }

    /** Of a workbook; an import that came as rows has none. */
    List<SheetImport.Column> columns(UUID importId) {
        return jdbc.sql("select coalesce(columns, '[]') as columns from value_import where id = :id")
                .param("id", importId)
                .query((row, _) -> json.readValue(row.getString("columns"), COLUMNS))
                .single();
    }

    /** The lines whose turn it is, in the order of the workbook. */
    List<SheetImport.Line> next(UUID importId, int limit) {
        return jdbc.sql("""
                        select number, unit_code, content from value_import_line
                        where import_id = :id and saved is null order by number limit :limit
                        """)
                .param("id", importId)
                .param("limit", limit)
                .query((row, _) -> line(row.getInt("number"), row.getString("unit_code"), row.getString("content")))
                .list();
    }

    SheetImport.Line line(int number, String unitCode, String content) {
        var kept = json.readValue(content, Content.class);
        return new SheetImport.Line(number, unitCode, kept.cells(), kept.fault());
    }

    /** Says what became of those lines and counts their cells; with the last one the import is done. */
    void settle(UUID importId, List<SheetImport.Settled> lines) {
        jdbc.sql("""
                        with settled as (
                            update value_import_line l
                            set saved = w.saved, unchanged = w.unchanged, refused = w.refused, refusal = w.refusal,
                                faults = case when w.refusal is null and w.refused > 0 then w.faults end
                            from jsonb_to_recordset(cast(:lines as jsonb))
                                 as w(number int, saved int, unchanged int, refused int, refusal jsonb, faults jsonb)
                            where l.import_id = :id and l.number = w.number
                            returning l.saved, l.unchanged, l.refused, l.cells
                        ), counted as (
                            select sum(saved) as saved, sum(unchanged) as unchanged, sum(refused) as refused, sum(cells) as taken from settled)
                        update value_import i
                        set saved = i.saved + c.saved, unchanged = i.unchanged + c.unchanged, refused = i.refused + c.refused,
                            state = case when i.saved + i.unchanged + i.refused + c.taken = i.total then 'DONE' else 'RUNNING' end,
                            ended_at = case when i.saved + i.unchanged + i.refused + c.taken = i.total then clock_timestamp() end,
                            worked_at = clock_timestamp(), attempts = 0
                        from counted c where i.id = :id
                        """)
                .param("id", importId)
                .param("lines", json.writeValueAsString(lines))
                .update();
    }
}
