package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Formula;

/**
 * From what a computed cell has its value.
 *
 * @param none why it has none, or null
 * @param noneBecause code of the input at fault, or null
 */
public record Computation(
        String formula,
        Formula.@Nullable Why none,
        @Nullable String noneBecause,
        List<Input> inputs) {
    /** @param revisionId of the input's cell that says so; null while nobody has written it */
    public record Input(
            UUID indicatorId,
            String code,
            @Nullable UUID revisionId,
            @Nullable BigDecimal value,
            boolean notApplicable) {
        boolean saysTheSameAs(Input other) {
            return code.equals(other.code) && Decimals.same(value, other.value) && notApplicable == other.notApplicable;
        }
    }

    public Computation {
        inputs = List.copyOf(inputs);
    }

    /** Whether it is of the same formula over the same numbers, whichever revisions say them. */
    boolean saysTheSameAs(@Nullable Computation other) {
        if (other == null
                || !formula.equals(other.formula)
                || none != other.none
                || inputs.size() != other.inputs.size()) {
            return false;
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).saysTheSameAs(other.inputs.get(i))) {
                return false;
            }
        }
        return true;
    }
}
