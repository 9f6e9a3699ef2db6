package vn.thidua.cluster.movement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a movement lasts, as the yearly statistics split movements: form 0601.N/BNV-TĐKT of TT 02/2023/TT-BNV, known from a
 * vendor's copy of the form.
 */
enum MovementLength {
    /** No end is planned, or no time at all. */
    UNKNOWN,
    UNDER_ONE_YEAR,
    ONE_YEAR,
    /** More than one year, less than three. */
    ONE_TO_THREE_YEARS,
    /** At least three years, less than five. */
    THREE_TO_FIVE_YEARS,
    FIVE_YEARS_OR_MORE;

    /** @param to the last day */
    static MovementLength of(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            return UNKNOWN;
        }
        var until = to.plusDays(1);
        if (until.isBefore(from.plusYears(1))) {
            return UNDER_ONE_YEAR;
        }
        if (until.isEqual(from.plusYears(1))) {
            return ONE_YEAR;
        }
        if (until.isBefore(from.plusYears(3))) {
            return ONE_TO_THREE_YEARS;
        }
        return until.isBefore(from.plusYears(5)) ? THREE_TO_FIVE_YEARS : FIVE_YEARS_OR_MORE;
    }
}
