package vn.thidua.kit.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row; nothing of it is kept in memory beyond a few rows. */
public interface TableWriter extends AutoCloseable {
    /**
     * @param values one for each column: text, a number, or null for nothing
     * @throws IllegalArgumentException for any other value
     */
    void row(List<? extends @Nullable Object> values) throws IOException;

    /**
     * A row some of whose cells take less than their columns.
     *
     * @param rules by column; a form that cannot carry them leaves them out
     */
    default void row(List<? extends @Nullable Object> values, Map<TableColumn, TableRule> rules) throws IOException {
        row(values);
    }

    /** Ends the table; the stream it goes to stays open. */
    @Override
    void close() throws IOException;

    /** A value as the writers take it. */
    static void require(@Nullable Object value) {
        if (value != null && !(value instanceof String) && !(value instanceof BigDecimal)) {
            throw new IllegalArgumentException("neither text nor a number: " + value.getClass());
        }
    }
}
