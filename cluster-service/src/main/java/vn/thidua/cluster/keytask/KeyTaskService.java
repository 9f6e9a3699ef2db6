package vn.thidua.cluster.keytask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Heirloom;
import vn.thidua.cluster.season.OpenWork;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Sets key tasks and looks at them again. */
@Service
class KeyTaskService implements Heirloom, OpenWork {
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

    /**
     * @param named its id and cluster are given here
     * @param resolutionId what it came from, or null
     */
    @Transactional
    UUID set(Caller caller, KeyTask named, @Nullable UUID resolutionId) {
        var season = seasons.named(caller, "/seasonId", named.seasonId());
        var basis = seasons.requireActing(caller, season);
        units.requireKnown("/ownerUnitId", named.ownerUnitId());
        var conference = named.conferenceId();
        if (conference != null) {
            conferences.named("/conferenceId", conference, season.clusterId());
        }
        if (resolutionId != null) {
            conference = resolvedAt(resolutionId, season, conference);
        }
        var task = new KeyTask(
                store.nextId(),
                season.id(),
                season.clusterId(),
                named.kind(),
                named.text(),
                named.givenBy(),
                conference,
                named.ownerUnitId(),
                named.dueOn(),
                named.origin(),
                1);
        if (!store.insert(task)) {
            throw Recording.already(store.same(task)).asException();
        }
        if (resolutionId != null) {
            store.insertFrom(resolutionId, task);
        }
        audit.record(new AuditEntry(
                caller, basis, "key-task.set", AGGREGATE, task.id(), season.organiserId(), null, task, null));
        return task.id();
    }

    /** Where it was resolved: at a conference of the cluster, at the one that is named if any is, and not for another season. */
    private UUID resolvedAt(UUID resolutionId, Seasons.Ref season, @Nullable UUID conference) {
        return store.conferenceOf(resolutionId, season)
                .filter(at -> conference == null || conference.equals(at))
                .orElseThrow(() -> Problem.invalid(FieldError.of("/resolutionId", "not-found"))
                        .asException());
    }

    /** The tasks a cluster sets itself come over, each due as long after the beginning as it was. */
    @Override
    public void passOn(Caller caller, Basis basis, Seasons.Ref from, Seasons.Ref to) {
        var later = from.from().until(to.from());
        for (var old : store.keyTasksOf(from.id())) {
            var due = old.dueOn();
            var task = new KeyTask(
                    store.nextId(),
                    to.id(),
                    to.clusterId(),
                    old.kind(),
                    old.text(),
                    old.givenBy(),
                    null,
                    old.ownerUnitId(),
                    due == null ? null : due.plus(later),
                    new Origin(Provenance.LIVE, null),
                    1);
            store.insert(task);
            audit.record(new AuditEntry(
                    caller, basis, "key-task.set", AGGREGATE, task.id(), to.organiserId(), null, task, null));
        }
    }

    /** What no conference has found done comes over; what the old head had to do, the new one has. */
    @Override
    public Map<UUID, UUID> handOver(Caller caller, Basis basis, Seasons.Ref from, Seasons.Ref to) {
        var handed = new LinkedHashMap<UUID, UUID>();
        for (var old : store.openTasksOf(from.id())) {
            var owner = old.ownerUnitId();
            var task = new KeyTask(
                    store.nextId(),
                    to.id(),
                    to.clusterId(),
                    old.kind(),
                    old.text(),
                    old.givenBy(),
                    old.conferenceId(),
                    owner != null && owner.equals(from.headId()) ? to.headId() : owner,
                    old.dueOn(),
                    old.origin(),
                    1);
            if (store.insert(task)) {
                handed.put(old.id(), task.id());
                audit.record(new AuditEntry(
                        caller,
                        basis,
                        "key-task.handed-over",
                        AGGREGATE,
                        task.id(),
                        to.organiserId(),
                        old,
                        task,
                        null));
            } else {
                // The new season has it already, in the same words.
                handed.put(old.id(), store.same(task));
            }
        }
        return handed;
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
