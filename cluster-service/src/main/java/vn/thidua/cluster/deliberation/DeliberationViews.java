package vn.thidua.cluster.deliberation;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.cluster.vote.VoteViews.Share;

/** How deliberations are shown. */
final class DeliberationViews {
    private DeliberationViews() {}

    /**
     * A draft before the members.
     *
     * @param draft number of the version they comment on
     * @param put number of the version they vote on; null before the vote
     * @param title of the version voted on, before the vote of the one commented on; its words likewise
     * @param commentsUntil last day for comments
     * @param comments how many there are, and {@code unanswered} how many of them have no answer yet
     * @param voters who may vote, with what they said; empty before the vote
     * @param votesFor null until the vote is closed, and the other counts likewise
     * @param onPaper voted on paper: the tellers recorded the count, with the signed minutes
     * @param votesSpoilt ballots on paper without a clear choice; null otherwise
     * @param adopted number of the version the vote made; null unless adopted
     */
    record DeliberationView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID clusterId,
            int draft,
            @Nullable Integer put,
            @NotNull String title,
            @NotNull String text,
            @NotNull LocalDate commentsUntil,
            @NotNull Deliberation.Status status,
            int comments,
            int unanswered,
            @Nullable Share quorum,
            @Nullable Share threshold,
            Rules.@Nullable Base base,
            @NotNull List<OpenVoterView> voters,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstained,
            boolean onPaper,
            @Nullable Integer votesSpoilt,
            OpenVote.@Nullable Result result,
            @Nullable Integer adopted,
            @NotNull Instant openedAt,
            @Nullable Instant votingOpenedAt,
            @Nullable Instant closedAt,
            @Nullable String withdrawReason,
            long version) {}

    /**
     * A member with its open vote.
     *
     * @param choice null while it has not voted
     * @param votedBy the person's name; null while it has not voted, and when the person's data was erased
     */
    record OpenVoterView(
            @NotNull UUID unitId,
            @NotNull String unitName,
            Deliberation.@Nullable Choice choice,
            @Nullable Instant votedAt,
            @Nullable String votedBy) {}
}
