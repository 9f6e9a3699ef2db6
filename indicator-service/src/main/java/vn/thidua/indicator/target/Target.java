package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one unit is to reach in one indicator.
 *
 * @param assigned the plan given from above
 * @param registered what the unit promises itself
 * @param lastYear what was reached the year before; for an indicator to be reduced the level the reduction starts from
 * @param unitOfMeasure as printed
 * @param version from 1; counts the changes of this one row
 */
record Target(
        UUID unitId,
        UUID indicatorId,
        @Nullable BigDecimal assigned,
        @Nullable BigDecimal registered,
        @Nullable BigDecimal lastYear,
        String unitOfMeasure,
        long version) {}
