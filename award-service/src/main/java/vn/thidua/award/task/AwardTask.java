package vn.thidua.award.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is a unit's turn.
 *
 * @param unitName today's, or the last it had; null while the unit is not known here
 * @param seasonId null for a decision, which may honour units of several seasons
 * @param title the award or the decision
 * @param count how many nominations wait for it
 * @param aboutId the nomination or decision; null where several wait together
 */
record AwardTask(
        Code code,
        UUID unitId,
        @Nullable String unitName,
        @Nullable UUID seasonId,
        @Nullable String seasonName,
        String title,
        int count,
        @Nullable UUID aboutId) {
    /** In the order of the chain. */
    enum Code {
        /** A draft waits for the leader who submits it. */
        NOMINATION_SUBMIT,
        /** Submitted ones wait for the council's opinion to be recorded. */
        OPINION_RECORD,
        /** Ones the council agreed to wait for a decision to be drafted. */
        DECISION_DRAFT,
        DECISION_SIGN,
        DECISION_NUMBER
    }
}
