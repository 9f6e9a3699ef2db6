package vn.thidua.kit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** Days at the edge: callers name the last day on which something holds, ranges the first on which it no longer does. */
public final class Days {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private Days() {}

    /** The last day of a range that ends before {@code until}; null stays null. */
    public static @Nullable LocalDate lastBefore(@Nullable LocalDate until) {
        return until == null ? null : until.minusDays(1);
    }

    /**
     * The day itself.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when it lies outside 1900 to 2200, which is a slip of the hand
     */
    public static LocalDate checked(String pointer, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Problem.invalid(FieldError.of(pointer, "range")).asException();
        }
        return day;
    }
}
