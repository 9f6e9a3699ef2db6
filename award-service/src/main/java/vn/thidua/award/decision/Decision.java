package vn.thidua.award.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision to honour: drafted, then signed, then numbered and thereby issued.
 *
 * @param authorityUnitId the unit whose authority decides
 * @param signature null before it is signed
 * @param number null before it is issued
 */
record Decision(
        UUID id,
        UUID authorityUnitId,
        String title,
        String grounds,
        List<UUID> nominationIds,
        State state,
        @Nullable Signature signature,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        long version) {
    static final String AGGREGATE = "decision";

    enum State {
        DRAFT,
        SIGNED,
        ISSUED
    }

    /** Who signed, in which office, and the day the decision bears. */
    record Signature(String name, String office, LocalDate on) {}

    Decision {
        nominationIds = List.copyOf(nominationIds);
    }

    Decision rewritten(String newTitle, String newGrounds, List<UUID> newNominationIds) {
        return new Decision(
                id, authorityUnitId, newTitle, newGrounds, newNominationIds, state, null, null, null, version + 1);
    }

    Decision signed(Signature by) {
        return new Decision(
                id, authorityUnitId, title, grounds, nominationIds, State.SIGNED, by, null, null, version + 1);
    }

    Decision issued(String asNumber, LocalDate on) {
        return new Decision(
                id, authorityUnitId, title, grounds, nominationIds, State.ISSUED, signature, asNumber, on, version + 1);
    }
}
