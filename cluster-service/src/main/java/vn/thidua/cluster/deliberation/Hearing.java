package vn.thidua.cluster.deliberation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Leaders;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.comment.CommentViews.Outcome;
import vn.thidua.cluster.comment.Comments;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What members say to a draft: comments, which are answered, and their one open vote. */
@Service
class Hearing {
    private final DeliberationStore store;
    private final HearingStore hearings;
    private final Comments comments;
    private final Seasons seasons;
    private final Clusters clusters;
    private final Mandates mandates;
    private final Leaders leaders;
    private final Audit audit;

    Hearing(
            DeliberationStore store,
            HearingStore hearings,
            Comments comments,
            Seasons seasons,
            Clusters clusters,
            Mandates mandates,
            Leaders leaders,
            Audit audit) {
        this.store = store;
        this.hearings = hearings;
        this.comments = comments;
        this.seasons = seasons;
        this.clusters = clusters;
        this.mandates = mandates;
        this.leaders = leaders;
        this.audit = audit;
    }

    /** @param paragraph of the draft, from 1, or null for the whole */
    @Transactional
    UUID comment(Caller caller, UUID id, UUID unitId, @Nullable Integer paragraph, String text) {
        var basis = mandates.require(caller, Ability.DRAFTS_COMMENT.permission(), unitId);
        var deliberation = held(id);
        if (deliberation.status() != Deliberation.Status.COMMENTING) {
            throw DeliberationProblems.status(deliberation).asException();
        }
        var today = store.today();
        if (today.isAfter(deliberation.commentsUntil())) {
            throw DeliberationProblems.days(deliberation).asException();
        }
        var season = seasons.find(deliberation.seasonId()).orElseThrow();
        if (!clusters.membersOn(season.clusterId(), season.nearest(today)).contains(unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        if (paragraph != null && paragraph > hearings.paragraphs(id)) {
            throw Problem.invalid(FieldError.of("/paragraph", "range")).asException();
        }
        var comment = comments.onRegulation(id, unitId, paragraph, text, basis);
        record(caller, basis, "deliberation.commented", deliberation, unitId, Map.of("comment", comment, "text", text));
        return comment;
    }

    /** Answers a comment, once, before the vote; for whoever acts for the cluster in the season. */
    @Transactional
    void answer(Caller caller, UUID id, UUID commentId, Outcome outcome, String reason) {
        var deliberation = held(id);
        var season = seasons.find(deliberation.seasonId()).orElseThrow();
        var basis = seasons.requireActing(caller, season);
        if (deliberation.status() != Deliberation.Status.COMMENTING) {
            throw DeliberationProblems.status(deliberation).asException();
        }
        comments.answer(id, commentId, outcome, reason, basis);
        record(
                caller,
                basis,
                "deliberation.answered",
                deliberation,
                deliberation.organiserId(),
                Map.of("comment", commentId, "outcome", outcome, "answer", reason));
    }

    /** Casts a member's one vote, which everybody sees. The same again changes nothing; another is refused. */
    @Transactional
    void vote(Caller caller, UUID id, UUID unitId, Deliberation.Choice choice) {
        var basis = leaders.require(caller, Ability.BALLOTS_CAST.permission(), unitId);
        var deliberation = held(id);
        if (deliberation.status() != Deliberation.Status.VOTING) {
            throw DeliberationProblems.status(deliberation).asException();
        }
        if (store.isCountedOnPaper(id)) {
            throw Problem.because(ProblemType.CONFLICT, "counted-on-paper").asException();
        }
        if (!hearings.isVoter(id, unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "not-a-voter")).asException();
        }
        if (hearings.vote(id, unitId, choice, basis)) {
            record(caller, basis, "deliberation.voted", deliberation, unitId, Map.of("choice", choice));
            return;
        }
        var cast = hearings.choice(id, unitId).orElseThrow();
        if (cast != choice) {
            throw Problem.of(DeliberationProblems.VOTED)
                    .with("choice", cast.name())
                    .asException();
        }
    }

    /** The deliberation, held against whoever puts it to the vote or closes that; members do not wait for each other. */
    private Deliberation held(UUID id) {
        return store.share(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private void record(
            Caller caller, Basis basis, String action, Deliberation deliberation, UUID unitId, Map<String, ?> what) {
        audit.record(new AuditEntry(
                caller, basis, action, DeliberationService.AGGREGATE, deliberation.id(), unitId, null, what, null));
    }
}
