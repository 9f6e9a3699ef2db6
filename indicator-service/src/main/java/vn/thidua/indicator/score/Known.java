package vn.thidua.indicator.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Score.Input;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** What is known of one criterion of one unit: its own number, its further inputs, and what was ruled on it. */
record Known(Criterion criterion, Facts facts, @Nullable Fact fact) {
    private static final String VALUE = vn.thidua.indicator.scoresheet.Input.VALUE;
    private static final String RULING = vn.thidua.indicator.scoresheet.Input.RULING;

    Known(Criterion criterion, Facts facts) {
        this(criterion, facts, facts.byCriterion().get(criterion.code()));
    }

    /** The number of an input, or of the criterion itself; null when it is not known. */
    @Nullable
    Fraction number(String input) {
        var known = input.equals(VALUE) ? fact : further(input);
        return known == null || known.value() == null ? null : Fraction.of(known.value());
    }

    /** Whether a document states the percent of plan and nothing else. */
    boolean isPercentOnly() {
        return fact != null && fact.value() == null && fact.percent() != null;
    }

    /** The points ruled where no row holds, or null. */
    @Nullable
    Fraction ruled() {
        var ruling = further(RULING);
        return ruling == null || ruling.value() == null ? null : Fraction.of(ruling.value());
    }

    boolean notApplicable() {
        if (fact != null && fact.notApplicable()) {
            return true;
        }
        for (var input : criterion.inputs()) {
            var known = further(input.code());
            if (known != null && known.notApplicable()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the sheet itself that leaves it out in this kind of period. */
    boolean outOfPeriod() {
        return fact != null
                && fact.sources().stream().anyMatch(source -> source.kind().equals(Facts.PERIOD));
    }

    /** The name by which people know an input. */
    String name(String input) {
        return criterion.inputs().stream()
                .filter(each -> each.code().equals(input))
                .map(vn.thidua.indicator.scoresheet.Input::name)
                .findFirst()
                .orElse(input);
    }

    private @Nullable Fact further(String input) {
        return facts.byCriterion().get(vn.thidua.indicator.scoresheet.Input.key(criterion.code(), input));
    }

    /** All that went in, each with the rows it was read from. */
    List<Input> inputs() {
        var inputs = new ArrayList<Input>();
        if (fact != null) {
            add(inputs, "value", fact.value());
            add(inputs, "reported", fact.reported());
            add(inputs, "assigned", fact.assigned());
            add(inputs, "registered", fact.registered());
            add(inputs, "lastYear", fact.lastYear());
            add(inputs, "percent", fact.percent());
            inputs.add(new Input("origin", null, fact.origin().name()));
            sources(inputs, fact);
        }
        for (var input : criterion.inputs()) {
            add(inputs, input.name(), further(input.code()));
        }
        if (criterion.mayBeUnmatched()) {
            add(inputs, RULING, further(RULING));
        }
        return inputs;
    }

    private static void add(List<Input> inputs, String name, @Nullable Fact fact) {
        if (fact != null) {
            add(inputs, name, fact.value());
            sources(inputs, fact);
        }
    }

    private static void sources(List<Input> inputs, Fact fact) {
        fact.sources().forEach(source -> inputs.add(new Input(source.kind(), null, source.id())));
    }

    private static void add(List<Input> inputs, String name, java.math.@Nullable BigDecimal value) {
        if (value != null) {
            inputs.add(new Input(name, value, null));
        }
    }
}
