package vn.thidua.indicator.scoresheet;

import static vn.thidua.indicator.scoresheet.WorkbookCell.NUMBER;
import static vn.thidua.indicator.scoresheet.WorkbookCell.TEXT;
import static vn.thidua.indicator.scoresheet.WorkbookCell.WHOLE;
import static vn.thidua.indicator.scoresheet.WorkbookCell.YES_NO;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.thidua.kit.table.TableColumn;

/** Which column says what in each kind of row. */
final class WorkbookFields {
    /**
     * What one column says in a kind of row.
     *
     * @param path within the row's object
     */
    record Field(TableColumn column, String path, WorkbookCell cell) {}

    /** Beside an id: the code under which the catalogue has the indicator. */
    static final String INDICATOR_CODE = "indicatorCode";

    static final String INDICATOR_ID = "indicatorId";
    static final String NOT_FOR = "notFor";
    static final String FOR_UNITS = "forUnits";

    private static final Field CODE = new Field(WorkbookColumns.CODE, "code", TEXT);
    private static final Field NAME = new Field(WorkbookColumns.NAME, "name", TEXT);
    private static final Field IN = new Field(WorkbookColumns.IN, "in", TEXT);
    private static final Field INDICATOR = new Field(WorkbookColumns.INDICATOR, INDICATOR_CODE, TEXT);
    private static final Field INDICATOR_KEY = new Field(WorkbookColumns.INDICATOR_KEY, INDICATOR_ID, TEXT);
    private static final Field INPUT = new Field(WorkbookColumns.INPUT, "input", TEXT);
    private static final Field WHOLE_ONLY = new Field(WorkbookColumns.WHOLE, "whole", YES_NO);
    private static final Field POINTS = number(WorkbookColumns.POINTS, "points");

    private static final Map<WorkbookRow, List<Field>> FIELDS = new EnumMap<>(Map.ofEntries(
            // Its column of values means what its label says.
            Map.entry(WorkbookRow.SETTING, List.of()),
            Map.entry(WorkbookRow.PART, List.of(CODE, NAME, IN, number(WorkbookColumns.MAXIMUM, "maximum"))),
            Map.entry(
                    WorkbookRow.GROUP,
                    List.of(
                            CODE,
                            NAME,
                            IN,
                            number(WorkbookColumns.MAXIMUM, "maximum"),
                            number(WorkbookColumns.BONUS_MAXIMUM, "bonusMaximum"))),
            Map.entry(WorkbookRow.CRITERION, criterion()),
            Map.entry(WorkbookRow.VARIANT, variant()),
            Map.entry(WorkbookRow.INPUT, List.of(CODE, NAME, INDICATOR, WHOLE_ONLY, INDICATOR_KEY)),
            Map.entry(WorkbookRow.UNDER, List.of(number(WorkbookColumns.PER, "per"), POINTS, WHOLE_ONLY)),
            Map.entry(WorkbookRow.OVER, List.of(number(WorkbookColumns.PER, "per"), POINTS, WHOLE_ONLY)),
            Map.entry(WorkbookRow.RUNG, ranged("", POINTS)),
            Map.entry(WorkbookRow.STEP, List.of(number(WorkbookColumns.TO, "upTo"), POINTS)),
            Map.entry(WorkbookRow.OPTION, List.of(number(WorkbookColumns.VALUE, "value"), NAME, POINTS)),
            Map.entry(WorkbookRow.CASE, List.of(NAME, POINTS)),
            Map.entry(WorkbookRow.WHEN, ranged("range/", INPUT)),
            Map.entry(WorkbookRow.LEVEL, List.of(INPUT, POINTS)),
            Map.entry(WorkbookRow.CRITERION_KNOCK_OUT, ranged("range/", INPUT)),
            Map.entry(
                    WorkbookRow.KNOCK_OUT,
                    ranged(
                            "range/",
                            CODE,
                            NAME,
                            new Field(WorkbookColumns.INPUT, "of", TEXT),
                            new Field(WorkbookColumns.DECLARED, "measured", WorkbookWords.MEASURED),
                            new Field(WorkbookColumns.ZEROES, "zeroes", WorkbookCell.CODES))),
            Map.entry(
                    WorkbookRow.GRADE,
                    ranged(
                            "total/",
                            CODE,
                            NAME,
                            number(WorkbookColumns.EVERY_CRITERION, "everyCriterion"),
                            number(WorkbookColumns.EVERY_GROUP, "everyGroup"),
                            new Field(WorkbookColumns.VOTE, "vote", YES_NO))),
            Map.entry(WorkbookRow.PRIZE, List.of(CODE, NAME, new Field(WorkbookColumns.VALUE, "count", WHOLE))),
            Map.entry(WorkbookRow.TIE, List.of(new Field(WorkbookColumns.INPUT, "of", TEXT)))));

    private WorkbookFields() {}

    /** In the order in which a cell that could mean several things is tried. */
    static List<Field> of(WorkbookRow row) {
        return Objects.requireNonNull(FIELDS.get(row));
    }

    private static List<Field> criterion() {
        var own = Stream.of(
                CODE,
                NAME,
                number(WorkbookColumns.MAXIMUM, "maximum"),
                INDICATOR,
                INDICATOR_KEY,
                new Field(WorkbookColumns.NOT_FOR, NOT_FOR, WorkbookCell.CODES),
                new Field(WorkbookColumns.PERIODS, "periods", WorkbookWords.PERIODS));
        return Stream.concat(own, rule()).toList();
    }

    private static List<Field> variant() {
        var own = Stream.of(
                new Field(WorkbookColumns.NAME, "label", TEXT),
                number(WorkbookColumns.MAXIMUM, "maximum"),
                new Field(WorkbookColumns.FOR_UNITS, FOR_UNITS, WorkbookCell.CODES));
        return Stream.concat(own, rule()).toList();
    }

    private static Stream<Field> rule() {
        return Stream.of(
                new Field(WorkbookColumns.RULE, "rule/type", WorkbookWords.RULE),
                new Field(WorkbookColumns.OF, "rule/of", WorkbookWords.OF),
                number(WorkbookColumns.POINTS, "rule/points"),
                number(WorkbookColumns.FROM, "rule/from"),
                number(WorkbookColumns.PER, "rule/per"),
                new Field(WorkbookColumns.WHOLE, "rule/whole", YES_NO),
                number(WorkbookColumns.FLOOR, "rule/floor"),
                number(WorkbookColumns.CAP, "rule/cap"),
                number(WorkbookColumns.OTHERWISE, "rule/otherwise"),
                // What each declares has words of its own, so the words tell which it is.
                new Field(WorkbookColumns.DECLARED, "rule/overlap", WorkbookWords.OVERLAP),
                new Field(WorkbookColumns.DECLARED, "rule/stacking", WorkbookWords.STACKING),
                new Field(WorkbookColumns.DECLARED, "rule/reading", WorkbookWords.READING));
    }

    private static Field number(TableColumn column, String path) {
        return new Field(column, path, NUMBER);
    }

    private static List<Field> ranged(String path, Field... others) {
        var range = Stream.of(
                number(WorkbookColumns.FROM, path + "from"),
                new Field(WorkbookColumns.FROM_INCLUSIVE, path + "fromInclusive", YES_NO),
                number(WorkbookColumns.TO, path + "to"),
                new Field(WorkbookColumns.TO_INCLUSIVE, path + "toInclusive", YES_NO));
        return Stream.concat(Stream.of(others), range).toList();
    }
}
