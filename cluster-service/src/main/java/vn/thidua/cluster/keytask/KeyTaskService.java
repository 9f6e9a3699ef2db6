package vn.thidua.cluster.keytask;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.security.Caller;

/** Sets key tasks and looks at them again. */
@Service
class KeyTaskService {
    private static final String AGGREGATE = "key-task";

    private final KeyTaskStore store;
    private final Seasons seasons;
    private final Conferences conferences;
    private final Units units;
    private final Audit audit;

    KeyTaskService(KeyTaskStore store, Seasons seasons, Conferences conferences, Units units, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.conferences = conferences;
        this.units = units;
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
                named.origin());
        if (!store.insert(task)) {
            throw Recording.already(store.same(task)).asException();
        }
        audit.record(new AuditEntry(
                caller, basis, "key-task.set", AGGREGATE, task.id(), season.organiserId(), null, task, null));
        return task.id();
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
