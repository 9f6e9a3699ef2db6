package vn.thidua.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} for the following page, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** Most items that one page may ask for. */
    public static final int MAX = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page from rows of which one more than {@code limit} was asked for, to see whether there is a next one. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
