package vn.thidua.indicator.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes in which units of measure the numbers of indicators may be typed. */
@Repository
public class UnitRows {
    private static final TypeReference<List<Units.Unit>> UNITS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnitRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of those indicators that there are. */
    public Map<UUID, Units> of(List<UUID> indicatorIds) {
        var found = new HashMap<UUID, Units>();
        jdbc.sql("select id, unit_of_measure as base, further_units(id) as units from indicator where id = any(:ids)")
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(row.getObject("id", UUID.class), of(row)))
                .list();
        return found;
    }

    /** Of a row with the indicator's own unit as {@code base} and {@code further_units()} as {@code units}. */
    public Units of(ResultSet row) throws SQLException {
        var units = row.getString("units");
        return new Units(
                Objects.requireNonNull(row.getString("base")),
                units == null ? List.of() : json.readValue(units, UNITS));
    }

    /** How the numbers are to be read, of a row with the indicator's columns. */
    public static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                Measure.ValueKind.valueOf(row.getString("value_kind")),
                Measure.Direction.valueOf(row.getString("direction")),
                row.getInt("decimals"),
                row.getBoolean("evidence_required"),
                levels(row));
    }

    /** What the indicator's levels are called, the lowest first; none where it has none. */
    public static List<String> levels(ResultSet row) throws SQLException {
        var levels = row.getArray("levels");
        return levels == null ? List.of() : List.of((String[]) levels.getArray());
    }

    /** Makes these the indicator's further units; one that stays as it is, is not touched. */
    void replace(UUID indicatorId, List<Units.Unit> units) {
        var rows = json.writeValueAsString(units);
        jdbc.sql("""
                        delete from indicator_unit u where u.indicator_id = :id
                          and not exists (select from jsonb_to_recordset(cast(:rows as jsonb)) as g(name text) where g.name = u.name)
                        """).param("id", indicatorId).param("rows", rows).update();
        jdbc.sql("""
                        insert into indicator_unit as u (indicator_id, name, numerator, denominator)
                        select :id, g.name, g.numerator, g.denominator
                        from jsonb_to_recordset(cast(:rows as jsonb)) as g(name text, numerator numeric, denominator numeric)
                        where not exists (select from indicator_unit p where p.indicator_id = :id and p.name = g.name
                                          and p.numerator = g.numerator and p.denominator = g.denominator)
                        on conflict (indicator_id, name) do update set numerator = excluded.numerator, denominator = excluded.denominator
                        """).param("id", indicatorId).param("rows", rows).update();
    }
}
