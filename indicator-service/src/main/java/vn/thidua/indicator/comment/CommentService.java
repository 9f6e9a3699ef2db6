package vn.thidua.indicator.comment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.report.ReportAccess;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Talks about cells: whoever takes part may say a thing is settled, and take it up again; one's own words can be taken back. */
@Service
class CommentService {
    private static final String AGGREGATE = "report";
    /** Said, settled and taken up again; a talk that is longer belongs at a table. */
    private static final int LONGEST_THREAD = 200;

    private record Spoken(UUID threadId, UUID indicatorId, String text) {}

    private record Settled(UUID threadId, boolean resolved) {}

    private final CommentStore store;
    private final ReportAccess access;
    private final CommentTelling telling;
    private final Audit audit;

    CommentService(CommentStore store, ReportAccess access, CommentTelling telling, Audit audit) {
        this.store = store;
        this.access = access;
        this.telling = telling;
        this.audit = audit;
    }

    /**
     * Says something of a cell.
     *
     * @param threadId what it answers, null for a new thread
     * @throws vn.thidua.kit.problem.ProblemException 409 in a settled thread: it is taken up again first
     */
    @Transactional
    CommentViews.SaidOfCell say(Caller caller, UUID reportId, UUID indicatorId, @Nullable UUID threadId, String text) {
        var basis = access.requireSpeaking(caller, reportId);
        var unitId = store.unitWithCell(reportId, indicatorId)
                .orElseThrow(() -> Problem.invalid(FieldError.of("/indicatorId", "not-found"))
                        .asException());
        var at = threadId == null ? store.begin(reportId, indicatorId) : answered(reportId, indicatorId, threadId);
        var id = store.add(at, CommentViews.Kind.SAID, text, caller, basis);
        telling.tell(at, "said");
        record(caller, basis, "report.commented", reportId, unitId, null, new Spoken(at, indicatorId, text));
        return new CommentViews.SaidOfCell(id, at);
    }

    private UUID answered(UUID reportId, UUID indicatorId, UUID threadId) {
        var thread = store.lock(reportId, threadId)
                .filter(found -> found.indicatorId().equals(indicatorId))
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of("/threadId", "not-found")).asException());
        if (thread.resolved()) {
            throw Problem.because(ProblemType.CONFLICT, "comments-resolved").asException();
        }
        requireRoom(thread);
        return threadId;
    }

    /** @param resolved what the thread shall be; it is the other now */
    @Transactional
    void settle(Caller caller, UUID reportId, UUID threadId, boolean resolved) {
        var basis = access.requireSpeaking(caller, reportId);
        var thread = store.lock(reportId, threadId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (thread.resolved() == resolved) {
            throw Problem.because(ProblemType.CONFLICT, resolved ? "comments-resolved" : "comments-open")
                    .asException();
        }
        requireRoom(thread);
        store.settle(threadId, resolved);
        store.add(threadId, resolved ? CommentViews.Kind.RESOLVED : CommentViews.Kind.REOPENED, null, caller, basis);
        telling.tell(threadId, resolved ? "resolved" : "reopened");
        record(
                caller,
                basis,
                resolved ? "report.comments-resolved" : "report.comments-reopened",
                reportId,
                thread.unitId(),
                new Settled(threadId, !resolved),
                new Settled(threadId, resolved));
    }

    /** Takes back what the caller said; once, and nobody else's. */
    @Transactional
    void withdraw(Caller caller, UUID reportId, UUID commentId) {
        var basis = access.requireSpeaking(caller, reportId);
        var comment = store.lockComment(reportId, commentId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (!comment.actor().equals(caller.subject())) {
            throw Problem.because(ProblemType.FORBIDDEN, "comment-of-another").asException();
        }
        if (comment.withdrawn()) {
            throw Problem.because(ProblemType.CONFLICT, "comment-withdrawn").asException();
        }
        store.withdraw(commentId);
        telling.tell(comment.threadId(), "withdrawn");
        record(caller, basis, "report.comment-withdrawn", reportId, comment.unitId(), comment.spoken(), null);
    }

    private static void requireRoom(CommentStore.Talk thread) {
        if (thread.length() >= LONGEST_THREAD) {
            throw Problem.because(ProblemType.CONFLICT, "comments-full", LONGEST_THREAD)
                    .asException();
        }
    }

    private void record(
            Caller caller,
            Basis basis,
            String action,
            UUID reportId,
            UUID unitId,
            @Nullable Object before,
            @Nullable Object after) {
        audit.record(new AuditEntry(caller, basis, action, AGGREGATE, reportId, unitId, before, after, null));
    }
}
