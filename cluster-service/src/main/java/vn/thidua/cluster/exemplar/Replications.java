package vn.thidua.cluster.exemplar;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.exemplar.Replication.Course;
import vn.thidua.cluster.exemplar.Replication.FollowUp;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Units that do as a published exemplar did, and how it goes. */
@Service
class Replications {
    /** What the audit learns of a follow-up: not its words. */
    private record Reported(UUID replicationId, LocalDate day, Course state) {}

    private final ExemplarStore exemplars;
    private final ReplicationStore store;
    private final Units units;
    private final Mandates mandates;
    private final Audit audit;

    Replications(ExemplarStore exemplars, ReplicationStore store, Units units, Mandates mandates, Audit audit) {
        this.exemplars = exemplars;
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** Another unit does likewise since a day. */
    @Transactional
    UUID register(Caller caller, UUID exemplarId, UUID unitId, LocalDate since) {
        units.requireKnown("/unitId", unitId);
        var basis = mandates.require(caller, Ability.EXEMPLARS_WRITE.permission(), unitId);
        var exemplar = published(exemplarId);
        if (exemplar.unitId().equals(unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "own-exemplar")).asException();
        }
        requireNotAhead("/since", since);
        var registered = new Replication(exemplars.nextId(), exemplarId, unitId, since);
        if (!store.insert(registered, basis)) {
            throw Recording.already(store.same(exemplarId, unitId)).asException();
        }
        record(caller, basis, "exemplar.replicated", registered, registered);
        return registered.id();
    }

    /** The unit says what it did, and how it goes. */
    @Transactional
    UUID report(Caller caller, UUID exemplarId, UUID id, FollowUp followUp) {
        var replication = store.find(exemplarId, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, Ability.EXEMPLARS_WRITE.permission(), replication.unitId());
        published(exemplarId);
        if ((followUp.reason() == null) == (followUp.state() == Course.GIVEN_UP)) {
            var code = followUp.reason() == null ? "required" : "only-given-up";
            throw Problem.invalid(FieldError.of("/reason", code)).asException();
        }
        requireNotAhead("/day", followUp.day());
        if (followUp.day().isBefore(replication.since())) {
            throw Problem.invalid(FieldError.of("/day", "before-start")).asException();
        }
        var reported = store.insert(id, followUp, basis);
        var told = new Reported(id, followUp.day(), followUp.state());
        record(caller, basis, "exemplar.followed-up", replication, told);
        return reported;
    }

    private Exemplar published(UUID id) {
        var exemplar = exemplars
                .share(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (exemplar.state() != Exemplar.State.PUBLISHED) {
            throw Problem.because(ProblemType.CONFLICT, "exemplar-state")
                    .with("exemplarState", exemplar.state().name())
                    .asException();
        }
        return exemplar;
    }

    private void requireNotAhead(String pointer, LocalDate day) {
        if (day.isAfter(exemplars.today())) {
            throw Problem.invalid(FieldError.of(pointer, "future")).asException();
        }
    }

    private void record(Caller caller, Basis basis, String action, Replication replication, Object after) {
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                ExemplarService.AGGREGATE,
                replication.exemplarId(),
                replication.unitId(),
                null,
                after,
                null));
    }
}
