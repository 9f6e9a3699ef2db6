package vn.thidua.cluster.exemplar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.exemplar.Exemplar.State;
import vn.thidua.cluster.person.PersonErased;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.file.Files;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Proposes exemplars, verifies and publishes them, takes them back. No word of theirs goes to the audit. */
@Service
class ExemplarService {
    static final String AGGREGATE = "exemplar";

    private final ExemplarStore store;
    private final Units units;
    private final Files files;
    private final Mandates mandates;
    private final Audit audit;

    ExemplarService(ExemplarStore store, Units units, Files files, Mandates mandates, Audit audit) {
        this.store = store;
        this.units = units;
        this.files = files;
        this.mandates = mandates;
        this.audit = audit;
    }

    @Transactional
    UUID propose(Caller caller, UUID unitId, Proposal proposal) {
        units.requireKnown("/unitId", unitId);
        var basis = mandates.require(caller, Ability.EXEMPLARS_WRITE.permission(), unitId);
        var proposed = proposal.of(store.nextId(), unitId, 1);
        requireRight(caller, proposal, proposed, null);
        store.insert(proposed, proposal.words(), basis);
        record(caller, basis, "exemplar.proposed", null, proposed, null);
        return proposed.id();
    }

    /** Whoever proposed it writes it anew, until somebody verifies it. */
    @Transactional
    void rewrite(Caller caller, UUID id, long expected, Proposal proposal) {
        var before = lock(id);
        var basis = mandates.require(caller, Ability.EXEMPLARS_WRITE.permission(), before.unitId());
        if (!store.isProposedBy(id, basis)) {
            throw Problem.because(ProblemType.FORBIDDEN, "not-its-proposer").asException();
        }
        require(before, expected, State.PROPOSED);
        var after = proposal.of(id, before.unitId(), before.version() + 1);
        requireRight(caller, proposal, after, before.fileId());
        store.rewrite(after, proposal.words());
        record(caller, basis, "exemplar.rewritten", before, after, null);
    }

    @Transactional
    void verify(Caller caller, UUID id, long expected) {
        var before = lock(id);
        var basis = requireAnother(caller, before);
        require(before, expected, State.PROPOSED);
        var after = before.at(State.VERIFIED);
        store.judge(after, null, basis);
        record(caller, basis, "exemplar.verified", before, after, null);
    }

    @Transactional
    void refuse(Caller caller, UUID id, long expected, String reason) {
        var before = lock(id);
        var basis = requireAnother(caller, before);
        require(before, expected, State.PROPOSED, State.VERIFIED);
        var after = before.at(State.REFUSED);
        store.judge(after, reason, basis);
        record(caller, basis, "exemplar.refused", before, after, reason);
    }

    /** The subject agrees to be published with the words that were verified; whoever says so obtained it. */
    @Transactional
    void consent(Caller caller, UUID id, long expected, LocalDate day) {
        var before = lock(id);
        var basis = requireSide(caller, before.unitId());
        require(before, expected, State.VERIFIED);
        if (day.isAfter(store.today())) {
            throw Problem.invalid(FieldError.of("/day", "future")).asException();
        }
        var after = before.consented(day);
        store.consent(after, basis);
        record(caller, basis, "exemplar.consented", before, after, null);
    }

    @Transactional
    void publish(Caller caller, UUID id, long expected) {
        var before = lock(id);
        var basis = requireAnother(caller, before);
        require(before, expected, State.VERIFIED);
        if (!before.mayBePublished()) {
            throw Problem.because(ProblemType.CONFLICT, "consent-missing").asException();
        }
        var after = before.at(State.PUBLISHED);
        store.publish(after, basis);
        record(caller, basis, "exemplar.published", before, after, null);
    }

    /** Takes it back, also after publication. Of a person or a household nothing is left that tells who it was. */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var before = lock(id);
        var basis = requireSide(caller, before.unitId());
        require(before, expected, State.PROPOSED, State.VERIFIED, State.PUBLISHED, State.REFUSED);
        withdraw(caller, basis, before, reason);
    }

    /** Whose data is erased is no exemplar any more: the story would still tell who it was. */
    @EventListener
    void on(PersonErased erased) {
        for (var exemplar : store.lockOf(erased.personId())) {
            withdraw(erased.caller(), erased.basis(), exemplar, erased.reason());
        }
    }

    private void withdraw(Caller caller, Basis basis, Exemplar before, String reason) {
        var after = before.withdrawn();
        store.withdraw(after, reason, basis);
        record(caller, basis, "exemplar.withdrawn", before, after, reason);
    }

    private Exemplar lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** Asks for the office that verifies, and that somebody else proposed. */
    private Basis requireAnother(Caller caller, Exemplar exemplar) {
        var basis = mandates.require(caller, Ability.EXEMPLARS_VERIFY.permission(), exemplar.unitId());
        if (store.isProposedBy(exemplar.id(), basis)) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-exemplar").asException();
        }
        return basis;
    }

    /** The unit itself, or whoever verifies what it proposes. */
    private Basis requireSide(Caller caller, UUID unitId) {
        var verifying = Ability.EXEMPLARS_VERIFY.permission();
        return mandates.require(
                caller,
                mandates.may(caller, verifying, unitId) ? verifying : Ability.EXEMPLARS_WRITE.permission(),
                unitId);
    }

    private static void require(Exemplar exemplar, long expected, State... states) {
        if (exemplar.version() != expected) {
            throw Versions.mismatch(exemplar.version()).asException();
        }
        if (!Set.of(states).contains(exemplar.state())) {
            throw Problem.because(ProblemType.CONFLICT, "exemplar-state")
                    .with("exemplarState", exemplar.state().name())
                    .asException();
        }
    }

    /** @param shown the picture it has already, which somebody else may have brought in */
    private void requireRight(Caller caller, Proposal proposal, Exemplar exemplar, @Nullable UUID shown) {
        proposal.wrong().ifPresent(wrong -> {
            throw Problem.invalid(FieldError.of(wrong.field(), wrong.code())).asException();
        });
        if (exemplar.movementId() != null && !store.isMovement(exemplar.movementId())) {
            throw Problem.invalid(FieldError.of("/movementId", "not-found")).asException();
        }
        if (exemplar.personId() != null && !store.isOfUnit(exemplar.personId(), exemplar.unitId())) {
            throw Problem.invalid(FieldError.of("/personId", "not-found")).asException();
        }
        var fileId = exemplar.fileId();
        if (fileId != null && !Objects.equals(fileId, shown)) {
            var file = files.broughtInBy(caller, fileId).orElse(null);
            if (file == null || !file.isPicture()) {
                throw Problem.invalid(FieldError.of("/pictureId", file == null ? "not-found" : "not-a-picture"))
                        .asException();
            }
        }
    }

    private void record(
            Caller caller,
            Basis basis,
            String action,
            @Nullable Exemplar before,
            Exemplar after,
            @Nullable String reason) {
        audit.record(
                new AuditEntry(caller, basis, action, AGGREGATE, after.id(), after.unitId(), before, after, reason));
    }
}
