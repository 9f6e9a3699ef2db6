package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Plan;

/**
 * What a rule looks at, turned back into the criterion's own number: 95 percent of a plan of 40 is 38.
 *
 * @param base what a ratio is taken of
 */
record Looked(
        Of of, Plan plan, @Nullable Fact fact, @Nullable BigDecimal base) {
    static Looked of(Sheet sheet, Criterion criterion, Facts facts) {
        var of = criterion.rule().of();
        var stated = facts.byCriterion().get(Input.key(criterion.code(), Input.BASE));
        var base = stated == null || of != Of.RATIO ? null : stated.value();
        return new Looked(
                of,
                of == Of.PERCENT_OF_REGISTERED ? Plan.REGISTERED : sheet.plan(),
                facts.byCriterion().get(criterion.code()),
                base == null || base.signum() <= 0 ? null : base);
    }

    /** Whether it is a percent of plan that a document states, so that the number does not matter. */
    boolean isStatedPercent() {
        return fact != null && fact.percent() != null && (of == Of.PERCENT_OF_PLAN || of == Of.PERCENT_OF_REGISTERED);
    }

    /** The numbers at which the rule sees these. */
    SortedSet<BigDecimal> numbers(SortedSet<BigDecimal> seen) {
        if (of == Of.VALUE || seen.isEmpty()) {
            return new TreeSet<>(seen);
        }
        var percents = new TreeSet<>(seen);
        // A level to be kept is best at 100 percent, and what strays by all of it or more is nothing.
        percents.add(BigDecimal.ZERO);
        percents.add(Turns.HUNDRED);
        var numbers = new TreeSet<BigDecimal>();
        percents.forEach(percent -> numbers.addAll(reaching(percent)));
        return numbers;
    }

    private List<BigDecimal> reaching(BigDecimal percent) {
        if (of == Of.RATIO) {
            return base == null ? List.of() : List.of(base.multiply(percent).movePointLeft(2));
        }
        return fact == null ? List.of() : fact.plan(plan).reaching(percent);
    }

    /** The numbers in whose digits the number is told, besides those at which it stands in the sheet itself. */
    Stream<BigDecimal> told(SortedSet<BigDecimal> seen) {
        var known = switch (of) {
            case VALUE -> seen.stream();
            case RATIO -> Stream.ofNullable(base);
            case PERCENT_OF_PLAN, PERCENT_OF_REGISTERED ->
                fact == null
                        ? Stream.<BigDecimal>empty()
                        : Stream.of(fact.assigned(), fact.registered(), fact.lastYear())
                                .filter(Objects::nonNull);
        };
        return fact == null ? known : Stream.concat(known, Stream.ofNullable(fact.value()));
    }

    /** A part is not more than what it is a part of, unless the sheet itself reckons with more; null where nobody knows. */
    @Nullable
    BigDecimal most(SortedSet<BigDecimal> seen) {
        if (base == null || seen.isEmpty()) {
            return null;
        }
        return base.multiply(seen.last().max(Turns.HUNDRED)).movePointLeft(2);
    }
}
