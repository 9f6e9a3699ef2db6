package vn.thidua.cluster.access;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Separation of duties: who sets the platform up neither votes, counts nor scores in it, and who audits it does nothing else.
 * One person holds such roles one after the other, never on the same day, wherever they are held.
 */
public final class Duties {
    private static final Set<Role> JUDGING =
            EnumSet.of(Role.VERIFIER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR, Role.TELLER);

    private Duties() {}

    /** Whether one person may not hold both at once. The same is said by {@code duties_are_apart} in the database. */
    public static boolean areApart(Role one, Role other) {
        return one != other && (isApartFrom(one, other) || isApartFrom(other, one));
    }

    /**
     * Whether two times have a day in common.
     *
     * @param until first day after the time, null when it does not end
     */
    public static boolean overlap(
            LocalDate from, @Nullable LocalDate until, LocalDate otherFrom, @Nullable LocalDate otherUntil) {
        return (until == null || otherFrom.isBefore(until)) && (otherUntil == null || from.isBefore(otherUntil));
    }

    private static boolean isApartFrom(Role one, Role other) {
        return one == Role.AUDITOR || (one == Role.ADMINISTRATOR && JUDGING.contains(other));
    }
}
