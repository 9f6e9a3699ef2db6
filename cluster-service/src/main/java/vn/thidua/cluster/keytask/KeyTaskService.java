package vn.thidua.cluster.keytask;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Sets key tasks and looks at them again. */
@Service
class KeyTaskService {
    private static final String AGGREGATE = "key-task";

    private final KeyTaskStore store;
    private final Seasons seasons;
    private final Conferences conferences;
    private final Units units;
    private final Reasons reasons;
    private final Audit audit;

    KeyTaskService(
            KeyTaskStore store, Seasons seasons, Conferences conferences, Units units, Reasons reasons, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.conferences = conferences;
        this.units = units;
        this.reasons = reasons;
        this.audit = audit;
    }

    /** @param named its id and cluster are given here */
    @Transactional
    UUID set(Caller caller, KeyTask named) {
        var season = seasons.named(caller, "/seasonId", named.seasonId());
        var basis = seasons.requireActing(caller, season);
        units.requireKnown("/ownerUnitId", named.ownerUnitId());
        if (named.conferenceId() != null) {
            conferences.named("/conferenceId", named.conferenceId(), season.clusterId());
        }
        var task = new KeyTask(
                store.nextId(),
                season.id(),
                season.clusterId(),
                named.kind(),
                named.text(),
                named.givenBy(),
                named.conferenceId(),
                named.ownerUnitId(),
                named.dueOn(),
                named.origin(),
                1);
        if (!store.insert(task)) {
            throw Recording.already(store.same(task)).asException();
        }
        audit.record(new AuditEntry(
                caller, basis, "key-task.set", AGGREGATE, task.id(), season.organiserId(), null, task, null));
        return task.id();
    }

    /** @param named with the version the correction relies on */
    @Transactional
    void correct(Caller caller, Seasons.Ref season, KeyTask named, String reason) {
        var basis = seasons.requireActing(caller, season);
        var before = lock(season, named.id(), named.version());
        units.requireKnown("/ownerUnitId", named.ownerUnitId());
        if (named.conferenceId() != null) {
            conferences.named("/conferenceId", named.conferenceId(), season.clusterId());
        }
        if (season.live() && !(before.kind() == named.kind() && before.text().equals(named.text()))) {
            Recording.requireFree(store.reviewsOf(named.id()));
        }
        var after = new KeyTask(
                before.id(),
                before.seasonId(),
                before.clusterId(),
                named.kind(),
                named.text(),
                named.givenBy(),
                named.conferenceId(),
                named.ownerUnitId(),
                named.dueOn(),
                named.origin(),
                before.version() + 1);
        store.sameElsewhere(after).ifPresent(other -> {
            throw Recording.already(other).asException();
        });
        reasons.because(reason);
        store.rewrite(after);
        audit.record(new AuditEntry(
                caller,
                basis,
                "key-task.corrected",
                AGGREGATE,
                after.id(),
                season.organiserId(),
                before,
                after,
                reason));
    }

    /** @param expected the version the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, Seasons.Ref season, UUID id, long expected, String reason) {
        var basis = seasons.requireActing(caller, season);
        var before = lock(season, id, expected);
        Recording.requireFree(store.reviewsOf(id));
        reasons.because(reason);
        store.delete(id);
        audit.record(new AuditEntry(
                caller, basis, "key-task.withdrawn", AGGREGATE, id, season.organiserId(), before, null, reason));
    }

    private KeyTask lock(Seasons.Ref season, UUID id, long expected) {
        var task = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (task.version() != expected) {
            throw Versions.mismatch(task.version()).asException();
        }
        season.requireUnsettled();
        return task;
    }

    /** @param named its id is given here */
    @Transactional
    UUID review(Caller caller, UUID taskId, Seasons.Ref season, KeyTask.Review named) {
        var basis = seasons.requireActing(caller, season);
        conferences.named("/conferenceId", named.conferenceId(), season.clusterId());
        var review = new KeyTask.Review(store.nextId(), named.conferenceId(), named.outcome(), named.note());
        if (!store.insert(taskId, season.clusterId(), review)) {
            throw Recording.already(store.reviewAt(taskId, named.conferenceId()))
                    .asException();
        }
        audit.record(new AuditEntry(
                caller, basis, "key-task.reviewed", AGGREGATE, taskId, season.organiserId(), null, review, null));
        return review.id();
    }
}
