package vn.thidua.indicator.place;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By which code a list of another agency knows a unit, as cluster-service tells it.
 *
 * @param until first day on which it no longer does, or null
 * @param withdrawn whether it was recorded by mistake
 */
record PlaceCodeEvent(
        String list,
        String code,
        UUID unitId,
        LocalDate from,
        @Nullable LocalDate until,
        boolean withdrawn) {}
