package vn.thidua.award.nomination;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a council advised on a nomination, as its minutes say.
 *
 * @param departs whether it departs from election and ranking: agrees to one who is no candidate, or disagrees to one who is
 */
record Opinion(
        UUID id,
        UUID nominationId,
        UUID councilUnitId,
        LocalDate heldOn,
        String minutesNumber,
        int present,
        int eligible,
        int votesFor,
        int votesAgainst,
        Conclusion conclusion,
        boolean departs,
        @Nullable String reason) {
    enum Conclusion {
        AGREE,
        DISAGREE
    }
}
