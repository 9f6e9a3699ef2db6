package vn.thidua.indicator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.XlsxWriter;

/** Workbooks with a line for each unit and a column for each indicator, as somebody makes them without having taken a form out. */
final class WideWorkbook {
    private WideWorkbook() {}

    /** One line with that value of each of the indicators. */
    static byte[] of(Catalogue catalogue, List<UUID> indicators, String unitCode, Object value) {
        var headings = new ArrayList<>(List.of("Mã đơn vị"));
        indicators.forEach(id -> headings.add(text(catalogue, "select code from indicator where id = '" + id + "'")));
        var line = new ArrayList<@Nullable Object>();
        line.add(unitCode);
        indicators.forEach(_ -> line.add(value));
        return of(headings, List.of(line));
    }

    /** @param lines text, numbers or null */
    static byte[] of(List<String> headings, List<? extends List<? extends @Nullable Object>> lines) {
        var out = new ByteArrayOutputStream();
        var columns =
                headings.stream().map(heading -> TableColumn.input(heading, 12)).toList();
        try (var table = new XlsxWriter(out, "Biểu", columns, List.of())) {
            for (var line : lines) {
                table.row(line.stream()
                        .<@Nullable Object>map(
                                value -> value instanceof Integer number ? BigDecimal.valueOf(number) : value)
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static String unitCode(Catalogue catalogue, UUID unit) {
        return text(catalogue, "select code from kit.unit_copy where id = '" + unit + "'");
    }

    static String text(Catalogue catalogue, String query) {
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A line of values in the order of the headings. */
    static List<@Nullable Object> line(@Nullable Object... values) {
        var line = new ArrayList<@Nullable Object>();
        for (var value : values) {
            line.add(value);
        }
        return line;
    }
}
