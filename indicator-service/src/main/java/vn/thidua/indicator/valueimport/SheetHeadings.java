package vn.thidua.indicator.valueimport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.report.GridColumn;
import vn.thidua.indicator.report.GridWords;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.table.TableValue;

/**
 * Which column of a workbook is what; columns may have been moved or taken out.
 *
 * @param key where a line's key stands; -1 where there is none, as in a workbook that was not taken out here
 * @param inKey how many versions a key carries
 * @param places of the columns among those versions; -1 for a column that the key does not know
 * @param meanings what each of the columns is asked for
 * @param explanations where explanations of each of the columns stand; -1 where none do
 * @param marked whether estimates are marked, so that a number without a mark is none
 */
record SheetHeadings(
        int key,
        int unitCode,
        int inKey,
        List<Integer> places,
        List<SheetImport.Column> columns,
        List<GridColumn> meanings,
        List<Integer> explanations,
        boolean marked) {
    private static final Set<String> BESIDE =
            Set.of(name(GridWords.UNIT.title()), name(GridWords.STATE.title()), name(GridWords.FAULT.title()));

    SheetHeadings {
        places = List.copyOf(places);
        columns = List.copyOf(columns);
        meanings = List.copyOf(meanings);
        explanations = List.copyOf(explanations);
    }

    /**
     * Reads the first line.
     *
     * @param known the period's indicators
     * @throws ProblemException 422 when a heading is missing, unknown or there twice, or the workbook is of another period
     */
    static SheetHeadings of(List<TableValue> cells, UUID periodId, List<GridColumn> known) {
        var byName = new HashMap<String, GridColumn>();
        for (var column : known) {
            byName.put(name(column.heading()), column);
            byName.put(name(column.id().toString()), column);
        }
        var key = -1;
        var unitCode = -1;
        List<String> keyed = List.of();
        var columns = new ArrayList<SheetImport.Column>();
        var meanings = new ArrayList<GridColumn>();
        var unknown = new ArrayList<String>();
        var explained = new HashMap<UUID, Integer>();
        var marked = false;
        for (int at = 0; at < cells.size(); at++) {
            var text = text(cells.get(at));
            if (text == null || BESIDE.contains(name(text))) {
                continue;
            }
            var meaning = byName.get(name(text));
            var said = explanation(text, byName);
            if (meaning != null) {
                if (meanings.contains(meaning)) {
                    throw refused("column-twice", text);
                }
                columns.add(column(at, meaning));
                meanings.add(meaning);
            } else if (name(text).equals(name(GridWords.UNIT_CODE.title()))) {
                unitCode = at;
            } else if (text.startsWith(GridWords.KEY)) {
                key = at;
                keyed = keyed(text, periodId);
                marked = text.startsWith(GridWords.MARKING_KEY);
            } else if (said != null) {
                if (explained.put(said.id(), at) != null) {
                    throw refused("column-twice", text);
                }
            } else {
                unknown.add(text);
            }
        }
        if (!unknown.isEmpty()) {
            throw refused("column-unknown", String.join(", ", unknown));
        }
        if (unitCode < 0) {
            throw refused("column-missing", GridWords.UNIT_CODE.title());
        }
        if (columns.isEmpty()) {
            throw refused(
                    "column-missing", known.isEmpty() ? "?" : known.getFirst().heading());
        }
        var order = keyed;
        var places =
                columns.stream().map(column -> order.indexOf(column.heading())).toList();
        var explanations = columns.stream()
                .map(column -> explained.getOrDefault(column.id(), -1))
                .toList();
        var told = columns.stream()
                .map(column -> explained.containsKey(column.id()) ? column.withExplanations() : column)
                .toList();
        return new SheetHeadings(key, unitCode, keyed.size(), places, told, meanings, explanations, marked);
    }

    private static SheetImport.Column column(int at, GridColumn meaning) {
        return new SheetImport.Column(
                at, meaning.id(), meaning.heading(), meaning.code(), meaning.name(), meaning.unitOfMeasure(), null);
    }

    /** The indicator whose explanations stand under that heading, or null. */
    private static @Nullable GridColumn explanation(String heading, Map<String, GridColumn> byName) {
        var name = name(heading);
        var begins = name(GridWords.EXPLANATION) + " ";
        return name.startsWith(begins)
                ? byName.get(name.substring(begins.length()).strip())
                : null;
    }

    private static List<String> keyed(String heading, UUID periodId) {
        var parts = Arrays.asList(heading.split("[" + GridWords.BAR + "]"));
        if (parts.size() < 2) {
            throw refused("form-of-another-kind");
        }
        if (!parts.get(1).strip().equals(periodId.toString())) {
            throw refused("file-of-another-period");
        }
        return parts.subList(2, parts.size());
    }

    /**
     * The versions that a line's key carries, by place among the columns.
     *
     * @return null where the key was changed, or is another line's
     */
    @Nullable
    Long @Nullable [] versions(TableValue value, String unit) {
        var versions = new Long[columns.size()];
        if (key < 0) {
            return versions;
        }
        if (value instanceof TableValue.Empty) {
            return versions;
        }
        var text = text(value);
        var space = text == null ? -1 : text.lastIndexOf(' ');
        if (text == null || space < 0 || !text.substring(0, space).equals(unit)) {
            return null;
        }
        var carried = text.substring(space + 1).split(",", -1);
        if (carried.length != inKey) {
            return null;
        }
        for (int c = 0; c < versions.length; c++) {
            if (places.get(c) >= 0) {
                var version = version(carried[places.get(c)]);
                if (version < 0) {
                    return null;
                }
                versions[c] = version;
            }
        }
        return versions;
    }

    /** Minus one for none. */
    private static long version(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long version = 0;
        for (int i = 0; i < text.length(); i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            version = version * 10 + digit;
        }
        return version;
    }

    static @Nullable String text(TableValue value) {
        return switch (value) {
            case TableValue.Text(var text) -> text;
            // A code such as 001 may have become a number on its way.
            case TableValue.Amount(var number) -> number.toPlainString();
            case TableValue.Fault _, TableValue.Empty _ -> null;
        };
    }

    private static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static ProblemException refused(String code, Object... arguments) {
        return Problem.invalid(FieldError.of("", code, arguments)).asException();
    }
}
