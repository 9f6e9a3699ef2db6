package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

/**
 * A condition on one number of a criterion.
 *
 * @param input code of one of the criterion's inputs, or {@link Input#VALUE} for the number that the criterion itself has
 */
public record When(String input, Range range) {
    public When {
        requireNonNull(input, "input is null");
        requireNonNull(range, "range is null");
    }
}
