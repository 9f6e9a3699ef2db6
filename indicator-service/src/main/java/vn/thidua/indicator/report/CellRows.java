package vn.thidua.indicator.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.Units;

/** Reads cells out of rows of the database. */
@Component
class CellRows {
    private final JsonMapper json;

    CellRows(JsonMapper json) {
        this.json = json;
    }

    /** Of a row with a cell's columns. */
    Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getBigDecimal("value"),
                typed(row),
                qualifier(row),
                row.getArray("reached") == null ? null : names(row, "reached"),
                row.getBoolean("not_applicable"),
                Cell.Actuality.valueOf(row.getString("actuality")),
                row.getString("explanation"),
                Set.of((UUID[]) row.getArray("evidence").getArray()),
                computation(row));
    }

    /** Of a column with a list of names; empty where there is none. */
    static List<String> names(ResultSet row, String column) throws SQLException {
        var names = row.getArray(column);
        return names == null ? List.of() : List.of((String[]) names.getArray());
    }

    @Nullable
    Computation computation(ResultSet row) throws SQLException {
        var text = row.getString("computation");
        return text == null ? null : json.readValue(text, Computation.class);
    }

    /** Of a row with those columns; null where it was typed in the indicator's own unit. */
    static Units.@Nullable Typed typed(ResultSet row) throws SQLException {
        var unit = row.getString("typed_unit");
        return unit == null ? null : new Units.Typed(Decimals.plain(row.getBigDecimal("typed")), unit);
    }

    /** Of a row with that column; null where the number is exact. */
    static @Nullable Qualifier qualifier(ResultSet row) throws SQLException {
        return qualifier(row, "qualifier");
    }

    static @Nullable Qualifier qualifier(ResultSet row, String column) throws SQLException {
        var qualifier = row.getString(column);
        return qualifier == null ? null : Qualifier.valueOf(qualifier);
    }
}
