package vn.thidua.indicator.scoresheet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A further number that a criterion's rule looks at: missing reports of a month and of a quarter, the total of which the value is a
 * part, the cases a unit had to handle, how many flags of one level.
 *
 * @param indicatorId what the units report, or null for what is assessed by hand
 * @param whole whether it is counted, so that there is nothing between 1 and 2
 */
public record Input(String code, String name, @Nullable UUID indicatorId, boolean whole) {
    /** The criterion's own number; not an input's code. */
    public static final String VALUE = "value";

    /** What a ratio is taken of. */
    public static final String BASE = "base";

    /** What a bonus grows with. */
    public static final String WORKLOAD = "workload";

    /** The points that the organiser's office rules where no row holds; not an input's code. */
    public static final String RULING = "ruling";

    static final List<String> RESERVED = List.of(VALUE, RULING);

    /** The name by which facts and assessments know the number; no criterion's own code has a colon. */
    public static String key(String criterionCode, String input) {
        return criterionCode + ":" + input;
    }
}
