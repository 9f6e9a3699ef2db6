package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target as it is handed to the database: a portion is two columns, a list one. */
record FlatTarget(
        UUID unitId,
        UUID indicatorId,
        @Nullable BigDecimal assigned,
        @Nullable BigDecimal registered,
        @Nullable BigDecimal lastYear,
        String unitOfMeasure,
        @Nullable BigDecimal h1Assigned,
        @Nullable BigDecimal h1Registered,
        @Nullable BigDecimal m9Assigned,
        @Nullable BigDecimal m9Registered,
        @Nullable List<String> items) {
    static FlatTarget of(Target target) {
        var half = target.portion(Target.Part.H1);
        var nine = target.portion(Target.Part.M9);
        return new FlatTarget(
                target.unitId(),
                target.indicatorId(),
                target.assigned(),
                target.registered(),
                target.lastYear(),
                target.unitOfMeasure(),
                half.assigned(),
                half.registered(),
                nine.assigned(),
                nine.registered(),
                target.items().isEmpty() ? null : target.items());
    }
}
