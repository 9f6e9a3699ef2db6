package vn.thidua.kit.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a table that was filled in: by its headings, so that columns may be moved, hidden or added. */
public final class TableReader {
    /**
     * A row under the headings.
     *
     * @param number as the spreadsheet shows it
     * @param values by title
     */
    public record Line(int number, Map<String, TableValue> values) {
        public TableValue at(TableColumn column) {
            return values.getOrDefault(column.title(), TableValue.EMPTY);
        }
    }

    private final List<TableColumn> columns;
    private final List<TableColumn> optional;
    private final TableLimits limits;

    /** @param columns those that must be there */
    public TableReader(List<TableColumn> columns, TableLimits limits) {
        this(columns, List.of(), limits);
    }

    /**
     * @param columns those that must be there
     * @param optional those that are read where they are
     */
    public TableReader(List<TableColumn> columns, List<TableColumn> optional, TableLimits limits) {
        this.columns = List.copyOf(columns);
        this.optional = List.copyOf(optional);
        this.limits = limits;
    }

    /**
     * Hands out every row that has something in it, in the order of the file.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no workbook, too large, or a heading is missing
     */
    public void read(XlsxReader.Source source, Consumer<Line> lines) {
        var headed = new Headed(lines);
        XlsxReader.read(source, limits, headed);
        if (headed.places == null) {
            throw XlsxReader.refused("column-missing", columns.getFirst().title());
        }
    }

    private final class Headed implements XlsxReader.RowHandler {
        private final Consumer<Line> lines;
        private @Nullable Map<String, Integer> places;

        Headed(Consumer<Line> lines) {
            this.lines = lines;
        }

        @Override
        public void row(int number, List<TableValue> cells) {
            if (places == null) {
                places = places(cells);
                return;
            }
            var values = new HashMap<String, TableValue>();
            places.forEach((title, place) -> values.put(title, cells.get(place)));
            lines.accept(new Line(number, values));
        }

        private Map<String, Integer> places(List<TableValue> cells) {
            var found = new HashMap<String, Integer>();
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i) instanceof TableValue.Text(var text)) {
                    found.putIfAbsent(key(text), i);
                }
            }
            var byTitle = new HashMap<String, Integer>();
            var missing = new ArrayList<String>();
            for (var column : columns) {
                var place = found.get(key(column.title()));
                if (place == null) {
                    missing.add(column.title());
                } else {
                    byTitle.put(column.title(), place);
                }
            }
            if (!missing.isEmpty()) {
                throw XlsxReader.refused("column-missing", String.join(", ", missing));
            }
            for (var column : optional) {
                var place = found.get(key(column.title()));
                if (place != null) {
                    byTitle.put(column.title(), place);
                }
            }
            return byTitle;
        }

        private static String key(String title) {
            return title.strip().toLowerCase(Locale.ROOT);
        }
    }
}
