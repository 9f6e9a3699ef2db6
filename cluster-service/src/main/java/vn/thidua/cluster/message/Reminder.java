package vn.thidua.cluster.message;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a unit is reminded of.
 *
 * @param seasonId in whose course, or null outside of any
 * @param roles of the people at the unit who are told
 * @param dueOn last day in Hanoi, or null
 * @param edition 0 for what waits; else the same is told anew with every edition
 */
record Reminder(
        @Nullable UUID seasonId,
        String code,
        UUID unitId,
        Set<String> roles,
        @Nullable UUID aboutId,
        @Nullable String title,
        @Nullable LocalDate dueOn,
        Stage stage,
        long edition) {
    Reminder {
        roles = Set.copyOf(roles);
    }
}
