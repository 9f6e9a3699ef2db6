package vn.thidua.cluster.foreigncode;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another agency calls a unit for a time.
 *
 * @param list name of the agency's list
 * @param until first day on which the code no longer stands for the unit, or null
 */
record ForeignCode(
        UUID id,
        String list,
        String code,
        UUID unitId,
        LocalDate from,
        @Nullable LocalDate until,
        long version) {
    ForeignCode endingBefore(@Nullable LocalDate day) {
        return new ForeignCode(id, list, code, unitId, from, day, version + 1);
    }

    /** Whether there is a day on which both would stand for a unit. */
    boolean overlaps(ForeignCode other) {
        return (until == null || other.from.isBefore(until)) && (other.until == null || from.isBefore(other.until));
    }
}
