package vn.thidua.award.nomination;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know of a nomination.
 *
 * @param awardUnitId the unit whose rule the award is
 * @param decidedBy the office that decides on it
 * @param leads whether the unit was a candidate when it was submitted
 * @param agreed whether the council has advised and agrees
 * @param advisedOn when the council met, or null
 */
public record Nominated(
        UUID id,
        UUID awardId,
        UUID awardUnitId,
        String awardName,
        String decidedBy,
        UUID seasonId,
        UUID unitId,
        UUID organiserId,
        @Nullable String citation,
        boolean leads,
        boolean agreed,
        @Nullable LocalDate advisedOn) {}
