package vn.thidua.award.nomination;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit proposed for an award of a season.
 *
 * @param organiserId the unit whose council ranks the season's cluster
 * @param citation what the award document shall say it is for, or null
 * @param refusalReason of a refused one
 */
record Nomination(
        UUID id,
        UUID awardId,
        UUID seasonId,
        UUID unitId,
        UUID organiserId,
        String achievements,
        @Nullable String citation,
        State state,
        @Nullable String refusalReason,
        long version) {
    static final String AGGREGATE = "nomination";

    enum State {
        DRAFT,
        SUBMITTED,
        OPINION_GIVEN,
        DECIDED,
        REFUSED
    }

    Nomination rewritten(String newAchievements, @Nullable String newCitation) {
        return new Nomination(
                id, awardId, seasonId, unitId, organiserId, newAchievements, newCitation, state, null, version + 1);
    }

    Nomination moved(State to) {
        return new Nomination(
                id, awardId, seasonId, unitId, organiserId, achievements, citation, to, null, version + 1);
    }

    Nomination refused(String reason) {
        return new Nomination(
                id, awardId, seasonId, unitId, organiserId, achievements, citation, State.REFUSED, reason, version + 1);
    }
}
