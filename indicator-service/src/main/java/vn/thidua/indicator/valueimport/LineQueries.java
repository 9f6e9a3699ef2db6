package vn.thidua.indicator.valueimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what became of a workbook's lines. */
@Repository
class LineQueries {
    private static final TypeReference<List<SheetImport.Fault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SheetStore store;

    LineQueries(JdbcClient jdbc, JsonMapper json, SheetStore store) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
    }

    /** Lines in the order of the workbook; of those with refused cells alone, if so asked. */
    List<SheetImport.Result> lines(UUID importId, boolean refusedOnly, int after, int limit) {
        return jdbc.sql("""
                        select number, unit_code, content, saved, unchanged, refused, refusal, faults from value_import_line
                        where import_id = :id and number > :after and (not :refused or refused > 0)
                        order by number limit :limit
                        """)
                .param("id", importId)
                .param("after", after)
                .param("refused", refusedOnly)
                .param("limit", limit)
                .query((row, _) -> result(row))
                .list();
    }

    /** What the units with those codes are called. */
    Map<String, String> unitNames(List<String> codes) {
        var found = new HashMap<String, String>();
        jdbc.sql("""
                        select u.code, st.name from kit.unit_copy u
                        join lateral (
                            select st.name from kit.unit_state_copy st where st.unit_id = u.id
                            order by st.during @> kit.business_today() desc, lower(st.during) desc limit 1) st on true
                        where u.code = any(:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> found.put(row.getString("code"), row.getString("name")))
                .list();
        return found;
    }

    private SheetImport.Result result(ResultSet row) throws SQLException {
        var refusal = row.getString("refusal");
        var faults = row.getString("faults");
        return new SheetImport.Result(
                store.line(row.getInt("number"), row.getString("unit_code"), row.getString("content")),
                row.getObject("saved", Integer.class),
                row.getObject("unchanged", Integer.class),
                row.getObject("refused", Integer.class),
                refusal == null ? null : json.readValue(refusal, ValueImport.Refusal.class),
                faults == null ? List.of() : json.readValue(faults, FAULTS));
    }
}
