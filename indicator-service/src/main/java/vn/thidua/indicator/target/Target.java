package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one unit is to reach in one indicator.
 *
 * @param assigned the plan given from above
 * @param registered what the unit promises itself
 * @param lastYear what was reached the year before; for an indicator to be reduced the level the reduction starts from
 * @param unitOfMeasure as printed
 * @param portions what of it is to be reached by the end of an earlier period
 * @param items where what is to be reached has names, those; how many they are is what is registered
 * @param version from 1; counts the changes of this one row
 */
record Target(
        UUID unitId,
        UUID indicatorId,
        @Nullable BigDecimal assigned,
        @Nullable BigDecimal registered,
        @Nullable BigDecimal lastYear,
        String unitOfMeasure,
        List<Portion> portions,
        List<String> items,
        long version) {
    /** Most names on a list. */
    static final int MOST_ITEMS = 200;

    /** Of a period before the year's end. */
    enum Part {
        H1,
        M9
    }

    record Portion(
            Part periodKind,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered) {}

    Target {
        portions = List.copyOf(portions);
        items = List.copyOf(items);
    }

    /** Of that part of the year; one without numbers where none is given. */
    Portion portion(Part part) {
        return portion(portions, part);
    }

    /** As {@link #portion(Part)}, of those. */
    static Portion portion(List<Portion> portions, Part part) {
        return portions.stream()
                .filter(portion -> portion.periodKind() == part)
                .findFirst()
                .orElse(new Portion(part, null, null));
    }
}
