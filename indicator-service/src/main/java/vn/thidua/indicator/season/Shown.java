package vn.thidua.indicator.season;

import java.util.Set;
import java.util.UUID;

/** Of which units somebody sees the results. */
public sealed interface Shown {
    /** Of every unit. */
    record All() implements Shown {}

    /** @param units those the caller belongs to; never empty */
    record Own(Set<UUID> units) implements Shown {
        public Own {
            units = Set.copyOf(units);
        }
    }

    /** Of none: whoever sees nothing is not told that there is anything. */
    record Nothing() implements Shown {}

    /** Whether the results of that unit are shown. */
    default boolean sees(UUID unitId) {
        return switch (this) {
            case All() -> true;
            case Own(var units) -> units.contains(unitId);
            case Nothing() -> false;
        };
    }
}
