package vn.thidua.cluster.election;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.cluster.vote.VoteViews.Share;

/** How elections are shown. */
final class ElectionViews {
    private ElectionViews() {}

    /**
     * An election as it is shown.
     *
     * @param headIsCandidate the unit that heads the season, whose people may run the election, is a candidate itself
     * @param eligible how many may vote; null before the opening
     * @param cast how many have voted; null before the opening
     * @param blank null unless counted
     * @param onPaper held on paper: its tellers recorded the count, with the signed minutes
     * @param invalid of a count on paper; null otherwise
     * @param result null unless counted
     * @param keyDestroyedAt when the key was known to be gone; from then on nobody can open an envelope
     */
    record ElectionView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID conferenceId,
            @NotNull UUID clusterId,
            @NotNull String title,
            @NotNull List<CandidateView> candidates,
            boolean headIsCandidate,
            @NotNull Share quorum,
            @NotNull Share threshold,
            @NotNull Rules.Base base,
            @NotNull Election.Status status,
            @NotNull List<VoterView> voters,
            @Nullable Integer eligible,
            @Nullable Integer cast,
            @Nullable Integer blank,
            boolean onPaper,
            @Nullable Integer invalid,
            @Nullable ResultView result,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String voidReason,
            @Nullable Instant keyDestroyedAt,
            long version) {
        /** @param votes null unless counted */
        record CandidateView(
                @NotNull UUID unitId,
                boolean isHead,
                @Nullable Integer votes) {}

        record VoterView(@NotNull UUID unitId, boolean voted) {}

        /** Whether a unit was elected, or why none. */
        enum Outcome {
            ELECTED,
            BELOW_QUORUM,
            BELOW_THRESHOLD,
            TIE
        }

        record ResultView(
                @NotNull Outcome outcome, @Nullable UUID electedUnitId) {}

        static ElectionView of(ElectionQueries.Row row) {
            var opened = row.openedAt() != null || row.onPaper();
            return new ElectionView(
                    row.id(),
                    row.seasonId(),
                    row.conferenceId(),
                    row.clusterId(),
                    row.title(),
                    row.candidates().stream()
                            .map(c -> new CandidateView(c.unitId(), c.isHead(), c.votes()))
                            .toList(),
                    row.candidates().stream().anyMatch(ElectionQueries.Candidate::isHead),
                    Share.of(row.rules().quorum()),
                    Share.of(row.rules().threshold()),
                    row.rules().base(),
                    row.status(),
                    row.voters().stream()
                            .map(unit -> new VoterView(unit, row.voted().contains(unit)))
                            .toList(),
                    opened ? row.voters().size() : null,
                    row.onPaper() ? row.cast() : opened ? row.voted().size() : null,
                    row.blank(),
                    row.onPaper(),
                    row.invalid(),
                    row.result() == null ? null : new ResultView(Outcome.valueOf(row.result()), row.electedUnitId()),
                    row.openedAt(),
                    row.closedAt(),
                    row.voidReason(),
                    row.keyDestroyedAt(),
                    row.version());
        }
    }
}
