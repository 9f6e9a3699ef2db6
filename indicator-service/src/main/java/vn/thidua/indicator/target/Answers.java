package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.kit.problem.FieldError;

/**
 * What is to be reached of an indicator that is answered with a word. A number that stands there already is not asked again.
 *
 * @param lowest the number of the first answer
 * @param highest of the last one, or null where it is a count
 */
record Answers(int lowest, @Nullable Integer highest) {
    /** How many members are to say yes. */
    private static final Answers HOW_MANY = new Answers(0, null);

    /** Of a member's target; null where its numbers are numbers. */
    static @Nullable Answers of(Measure.ValueKind kind, int levels) {
        return switch (kind) {
            case YES_NO -> new Answers(0, 1);
            case LEVEL -> new Answers(1, levels);
            case QUANTITY, PERCENT, RATIO, COUNT, DAYS_LATE -> null;
        };
    }

    /**
     * Of a cluster's own target.
     *
     * @param oneForAll whether one member's number is the cluster's
     */
    static @Nullable Answers ofCluster(Measure.ValueKind kind, int levels, boolean oneForAll) {
        return kind == Measure.ValueKind.YES_NO && !oneForAll ? HOW_MANY : of(kind, levels);
    }

    /** The numbers of a target, a member's or a cluster's. */
    record Numbers(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            List<Target.Portion> portions) {
        static final Numbers NONE = new Numbers(null, null, null, List.of());
    }

    void check(List<FieldError> errors, String at, Numbers said, Numbers present) {
        check(errors, at + "/assigned", said.assigned(), present.assigned());
        check(errors, at + "/registered", said.registered(), present.registered());
        check(errors, at + "/lastYear", said.lastYear(), present.lastYear());
        for (int i = 0; i < said.portions().size(); i++) {
            var portion = said.portions().get(i);
            var stands = Target.portion(present.portions(), portion.periodKind());
            check(errors, at + "/portions/" + i + "/assigned", portion.assigned(), stands.assigned());
            check(errors, at + "/portions/" + i + "/registered", portion.registered(), stands.registered());
        }
    }

    private void check(
            List<FieldError> errors, String pointer, @Nullable BigDecimal number, @Nullable BigDecimal present) {
        if (number == null || Decimals.same(number, present)) {
            return;
        }
        var fault = fault(number);
        if (fault != null) {
            errors.add(
                    highest == null ? FieldError.of(pointer, fault) : FieldError.of(pointer, fault, lowest, highest));
        }
    }

    private @Nullable String fault(BigDecimal number) {
        if (highest == null) {
            return number.signum() < 0 ? "not-negative" : Decimals.fits(number, 0) ? null : "whole-number";
        }
        var known = Decimals.fits(number, 0)
                && number.compareTo(BigDecimal.valueOf(lowest)) >= 0
                && number.compareTo(BigDecimal.valueOf(highest)) <= 0;
        return known ? null : lowest == 0 ? "yes-or-no" : "no-level";
    }
}
