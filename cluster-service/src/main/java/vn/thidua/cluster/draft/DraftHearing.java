package vn.thidua.cluster.draft;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.comment.CommentViews.Outcome;
import vn.thidua.cluster.comment.Comments;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What units say to a paper of their conference, and how whoever drafts it answers. */
@Service
class DraftHearing {
    private final DraftStore store;
    private final Comments comments;
    private final Conferences conferences;
    private final Mandates mandates;
    private final Audit audit;

    DraftHearing(DraftStore store, Comments comments, Conferences conferences, Mandates mandates, Audit audit) {
        this.store = store;
        this.comments = comments;
        this.conferences = conferences;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** @param place in the paper, or null for the whole */
    @Transactional
    UUID comment(Caller caller, UUID id, UUID unitId, @Nullable String place, String text) {
        var basis = mandates.require(caller, Ability.DRAFTS_COMMENT.permission(), unitId);
        var draft = held(id);
        DraftService.requireLaid(draft);
        if (store.today().isAfter(draft.commentsUntil())) {
            throw Problem.because(ProblemType.CONFLICT, "comments-over")
                    .with("commentsUntil", draft.commentsUntil().toString())
                    .asException();
        }
        if (!store.asked(id).contains(unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "not-asked")).asException();
        }
        var comment = comments.onPaper(id, draft.number(), unitId, place, text, basis);
        record(caller, basis, "draft.commented", draft, unitId, Map.of("comment", comment, "text", text));
        return comment;
    }

    /** Answers a comment, once; before the last day or after it. */
    @Transactional
    void answer(Caller caller, UUID id, UUID commentId, Outcome outcome, String reason) {
        var draft = held(id);
        var basis = conferences.requireActing(
                caller, conferences.find(draft.conferenceId()).orElseThrow());
        DraftService.requireLaid(draft);
        comments.answer(id, commentId, outcome, reason, basis);
        record(
                caller,
                basis,
                "draft.answered",
                draft,
                draft.organiserId(),
                Map.of("comment", commentId, "outcome", outcome, "answer", reason));
    }

    private Draft held(UUID id) {
        return store.share(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private void record(Caller caller, Basis basis, String action, Draft draft, UUID unitId, Map<String, ?> what) {
        audit.record(
                new AuditEntry(caller, basis, action, DraftService.AGGREGATE, draft.id(), unitId, null, what, null));
    }
}
