package vn.thidua.cluster.movement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.movement.Movement.Closing;
import vn.thidua.cluster.movement.Movement.State;
import vn.thidua.cluster.movement.MovementViews.MovementReviewView;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The launching unit looks back at a movement and closes it. */
@Service
class MovementCourse {
    /**
     * What is said of it.
     *
     * @param reportingDay for which, of a yearly one
     * @param text what is found
     */
    record Review(Movement.Stage kind, @Nullable LocalDate reportingDay, LocalDate on, String text) {
        Movement.Milestone milestone() {
            return new Movement.Milestone(kind, reportingDay);
        }
    }

    private final MovementStore store;
    private final MovementPartStore parts;
    private final MovementAuthority authority;
    private final Audit audit;

    MovementCourse(MovementStore store, MovementPartStore parts, MovementAuthority authority, Audit audit) {
        this.store = store;
        this.parts = parts;
        this.authority = authority;
        this.audit = audit;
    }

    /** Once at mid-term, once for each reporting day and once at the end: what is reviewed is reported no more. */
    @Transactional
    UUID review(Caller caller, UUID id, Review review) {
        var held = authority.launched(caller, id, State.OPEN);
        requireDay("/reviewedOn", review.on(), held.movement());
        review.milestone().wrongIn(held.movement().plan()).ifPresent(code -> {
            throw Problem.invalid(FieldError.of("/reportingDay", code)).asException();
        });
        parts.review(id, review.milestone()).ifPresent(other -> {
            throw Recording.already(other.id()).asException();
        });
        var reviewed = parts.insert(id, review);
        record(caller, held, "movement.reviewed", null, review, null);
        return reviewed;
    }

    /** Takes a review back while the movement is open; reports are taken again. */
    @Transactional
    void withdrawReview(Caller caller, UUID id, UUID reviewId, String reason) {
        var held = authority.launched(caller, id, State.OPEN);
        var before = parts.reviews(id).stream()
                .filter(one -> one.id().equals(reviewId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        parts.deleteReview(reviewId);
        record(caller, held, "movement.review-withdrawn", before, null, reason);
    }

    /** @param reason why there is no final review; may be left out when there is one */
    @Transactional
    void close(Caller caller, UUID id, long expected, LocalDate on, @Nullable String reason) {
        var held = authority.launched(caller, id, State.OPEN, expected);
        requireDay("/closedOn", on, held.movement());
        if (reason == null && parts.review(id, Movement.Milestone.FINAL).isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "movement-not-reviewed").asException();
        }
        turn(caller, held, "movement.closed", new Closing(on, reason, null), reason);
    }

    @Transactional
    void reopen(Caller caller, UUID id, long expected, String reason) {
        var held = authority.launched(caller, id, State.CLOSED, expected);
        turn(caller, held, "movement.reopened", new Closing(null, null, reason), reason);
    }

    MovementReviewView reviewOf(UUID id, UUID reviewId) {
        return parts.reviews(id).stream()
                .filter(one -> one.id().equals(reviewId))
                .findFirst()
                .orElseThrow();
    }

    private void turn(
            Caller caller, MovementAuthority.Held held, String action, Closing closing, @Nullable String reason) {
        var after = held.movement().at(closing);
        store.close(after);
        record(caller, held, action, held.movement(), after, reason);
    }

    private void requireDay(String pointer, LocalDate day, Movement movement) {
        if (day.isAfter(store.today())) {
            throw Problem.invalid(FieldError.of(pointer, "future")).asException();
        }
        var begins = movement.begins();
        if (begins != null && day.isBefore(begins)) {
            throw Problem.invalid(FieldError.of(pointer, "before-start")).asException();
        }
    }

    private void record(
            Caller caller,
            MovementAuthority.Held held,
            String action,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        var movement = held.movement();
        audit.record(new AuditEntry(
                caller,
                held.basis(),
                action,
                MovementService.AGGREGATE,
                movement.id(),
                movement.unitId(),
                before,
                after,
                reason));
    }
}
