package vn.thidua.kit.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that goes out to people and comes back from them.
 *
 * @param title heading, by which it is found again wherever it was moved to
 * @param width in characters; 0 hides the column
 * @param input whether people write in it; all other cells are locked
 * @param verbatim whether what is typed stays as it is typed: 0012 is then no number
 * @param choices what may be chosen from, empty for anything
 * @param notes what stands under the heading, a row each
 * @param rule what all its cells take; null for anything
 */
public record TableColumn(
        String title,
        int width,
        boolean input,
        boolean verbatim,
        List<String> choices,
        List<String> notes,
        @Nullable TableRule rule) {
    public TableColumn {
        requireNonNull(title, "title is null");
        choices = List.copyOf(choices);
        notes = List.copyOf(notes);
    }

    private TableColumn(String title, int width, boolean input, boolean verbatim, List<String> choices) {
        this(title, width, input, verbatim, choices, List.of(), null);
    }

    /** The same with these rows under its heading. */
    public TableColumn noted(String... lines) {
        return new TableColumn(title, width, input, verbatim, choices, List.of(lines), rule);
    }

    /** The same as a column that people write in. */
    public TableColumn asInput() {
        return new TableColumn(title, width, true, verbatim, choices, notes, rule);
    }

    /** The same whose cells take only that. */
    public TableColumn ruled(TableRule every) {
        return new TableColumn(title, width, input, verbatim, choices, notes, every);
    }

    /** A column that tells. */
    public static TableColumn shown(String title, int width) {
        return new TableColumn(title, width, false, false, List.of());
    }

    /** A column for the machine: by it a row is known again. */
    public static TableColumn hidden(String title) {
        return new TableColumn(title, 0, false, false, List.of());
    }

    /** A column that people write in. */
    public static TableColumn input(String title, int width, String... choices) {
        return new TableColumn(title, width, true, false, List.of(choices));
    }

    /** A column for codes, numbers of telephones and the like. */
    public static TableColumn verbatim(String title, int width) {
        return new TableColumn(title, width, true, true, List.of());
    }
}
