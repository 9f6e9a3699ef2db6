package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.problem.FieldError;

/** What is to be reached of a yes/no indicator. A number that stands there already is not asked again. */
enum Answers {
    /** 1 is yes, 0 is no. */
    YES_OR_NO,
    /** How many members are to say yes. */
    HOW_MANY;

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
            errors.add(FieldError.of(pointer, fault));
        }
    }

    private @Nullable String fault(BigDecimal number) {
        return switch (this) {
            case YES_OR_NO -> number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0 ? null : "yes-or-no";
            case HOW_MANY -> number.signum() < 0 ? "not-negative" : Decimals.fits(number, 0) ? null : "whole-number";
        };
    }
}
