package vn.thidua.cluster.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.thidua.kit.table.TableColumn;

/**
 * A table that people fill in.
 *
 * @param title of its sheet
 * @param columns by the field's name in the API, in their order
 * @param guidance lines for those who fill it in
 */
public record TableForm(String title, Map<String, TableColumn> columns, List<String> guidance) {
    /** Most rows of one table. */
    public static final int MOST = 2_000;

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public TableForm {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        guidance = List.copyOf(guidance);
    }

    List<TableColumn> columnList() {
        return List.copyOf(columns.values());
    }

    /** The heading of the cell that a pointer {@code /field} names. */
    String heading(String pointer) {
        return Objects.requireNonNull(columns.get(pointer.substring(1)), pointer)
                .title();
    }

    /** The word that stands for a meaning. */
    public static <E> String word(Map<String, E> words, E meaning) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
