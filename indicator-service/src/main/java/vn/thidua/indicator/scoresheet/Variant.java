package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a criterion counts for some of the units: the same number of the same indicator by another maximum, and perhaps by another rule.
 *
 * @param forUnits by id, as a frozen sheet names units: who it is for does not move with a unit's kind; in order, each once
 * @param label what people call these units
 * @param maximum most points it can give them; 0 for a penalty
 * @param rule null for the criterion's own
 */
public record Variant(
        List<UUID> forUnits,
        String label,
        BigDecimal maximum,
        @Nullable ScoringRule rule) {
    public Variant {
        forUnits = forUnits.stream().distinct().sorted().toList();
        requireNonNull(label, "label is null");
        requireNonNull(maximum, "maximum is null");
    }

    boolean isFor(UUID unit) {
        return Collections.binarySearch(forUnits, unit) >= 0;
    }
}
