package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Formula;

/** What the formulas of one report come to. */
final class Computing {
    /**
     * A cell of the report.
     *
     * @param catalogue whose indicator it is: formulas name codes of their own catalogue
     * @param formula null where it is reported
     * @param verified what stands verified beside it, or null
     */
    record Row(
            UUID indicatorId,
            UUID catalogue,
            String code,
            @Nullable Formula formula,
            int decimals,
            long version,
            Cell cell,
            @Nullable UUID revisionId,
            @Nullable BigDecimal verified) {
        String key() {
            return key(code);
        }

        String key(String other) {
            return catalogue + "/" + other;
        }
    }

    /** A row with the formula that it has. */
    record Ruled(Row row, Formula formula) {
        List<String> inputKeys() {
            return formula.codes().stream().map(row::key).toList();
        }
    }

    private final Map<String, Row> rows;

    Computing(List<Row> rows) {
        this.rows = rows.stream().collect(Collectors.toMap(Row::key, Function.identity()));
    }

    /** What is computed, each after what goes into it. */
    List<Ruled> inOrder() {
        var ordered = new ArrayList<Ruled>();
        var seen = new HashSet<String>();
        rows.keySet().stream().sorted().forEach(key -> place(key, seen, ordered));
        return ordered;
    }

    private void place(String key, Set<String> seen, List<Ruled> ordered) {
        var row = rows.get(key);
        if (row == null || row.formula() == null || !seen.add(key)) {
            return;
        }
        var ruled = new Ruled(row, row.formula());
        ruled.inputKeys().forEach(input -> place(input, seen, ordered));
        ordered.add(ruled);
    }

    /** The cell as it should stand; what its unit says beside the number stays. */
    Cell computed(Ruled ruled) {
        var outcome = rounded(ruled, ruled.formula().value(reported(ruled)));
        var computation = switch (outcome) {
            case Formula.Outcome.Value _ -> new Computation(ruled.formula().text(), null, null, inputs(ruled));
            case Formula.Outcome.None(var why, var code) ->
                new Computation(ruled.formula().text(), why, code, inputs(ruled));
        };
        var present = ruled.row().cell();
        return new Cell(
                outcome instanceof Formula.Outcome.Value(var number) ? Decimals.plain(number.shown()) : null,
                null,
                null,
                null,
                false,
                isEstimate(ruled) ? Cell.Actuality.ESTIMATE : Cell.Actuality.ACTUAL,
                present.explanation(),
                present.evidence(),
                computation);
    }

    /** What comes out of the verified numbers, of the reported ones where nothing is verified; null where nothing does. */
    @Nullable
    BigDecimal verified(Ruled ruled, Map<String, BigDecimal> restated) {
        var known = new HashMap<>(reported(ruled));
        for (var code : ruled.formula().codes()) {
            var key = ruled.row().key(code);
            var row = rows.get(key);
            var value = restated.containsKey(key) ? restated.get(key) : row == null ? null : row.verified();
            if (value != null) {
                known.put(code, new Formula.Known(value, false));
            }
        }
        return rounded(ruled, ruled.formula().value(known)) instanceof Formula.Outcome.Value(var number)
                ? Decimals.plain(number.shown())
                : null;
    }

    private static Formula.Outcome rounded(Ruled ruled, Formula.Outcome outcome) {
        if (!(outcome instanceof Formula.Outcome.Value(var number))) {
            return outcome;
        }
        var value = number.rounded(ruled.row().decimals(), RoundingMode.HALF_UP);
        return Decimals.fits(value)
                ? new Formula.Outcome.Value(vn.thidua.indicator.canonical.Fraction.of(value))
                : new Formula.Outcome.None(Formula.Why.OUT_OF_RANGE, null);
    }

    private Map<String, Formula.Known> reported(Ruled ruled) {
        var known = new HashMap<String, Formula.Known>();
        for (var code : ruled.formula().codes()) {
            var row = rows.get(ruled.row().key(code));
            if (row != null) {
                known.put(code, new Formula.Known(row.cell().value(), row.cell().notApplicable()));
            }
        }
        return known;
    }

    private List<Computation.Input> inputs(Ruled ruled) {
        var inputs = new ArrayList<Computation.Input>();
        for (var code : ruled.formula().codes()) {
            var row = rows.get(ruled.row().key(code));
            if (row != null) {
                inputs.add(new Computation.Input(
                        row.indicatorId(),
                        code,
                        row.revisionId(),
                        Decimals.plainOrNull(row.cell().value()),
                        row.cell().notApplicable()));
            }
        }
        return inputs;
    }

    private boolean isEstimate(Ruled ruled) {
        return ruled.inputKeys().stream()
                .map(rows::get)
                .anyMatch(row ->
                        row != null && row.cell().value() != null && row.cell().actuality() == Cell.Actuality.ESTIMATE);
    }
}
