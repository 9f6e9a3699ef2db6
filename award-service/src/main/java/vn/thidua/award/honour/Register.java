package vn.thidua.award.honour;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.access.Ability;
import vn.thidua.award.award.Awards;
import vn.thidua.award.season.Provenance;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The register of honours. Those entered after the fact are taken as their source says; no rule is run on them. */
@Service
public class Register {
    private final HonourStore store;
    private final InheritedStore inherited;
    private final Seasons seasons;
    private final Awards awards;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    Register(
            HonourStore store,
            InheritedStore inherited,
            Seasons seasons,
            Awards awards,
            Mandates mandates,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.inherited = inherited;
        this.seasons = seasons;
        this.awards = awards;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Enters an honour of the past; entering it twice is a conflict that names the first. */
    @Transactional
    Honour record(Caller caller, Honour asked) {
        var basis = mandates.require(caller, Ability.REGISTER_WRITE.permission(), asked.registerUnitId());
        if (asked.provenance() == Provenance.LIVE) {
            // Only a decision made here makes one of these.
            throw Problem.invalid(FieldError.of("/provenance", "not-recorded")).asException();
        }
        if (asked.provenance() == Provenance.IN_DOCUMENT && asked.source() == null) {
            throw Problem.invalid(FieldError.of("/source", "required")).asException();
        }
        requireKnown(asked);
        return enter(caller, basis, asked);
    }

    /** Enters what a decision made here has given; part of the decision's own transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enterIssued(Caller caller, Basis basis, Honour honour) {
        return enter(caller, basis, honour).id();
    }

    /** How often the unit holds which award, by the award's code, as far as the register knows. */
    public Map<String, Integer> held(UUID recipientUnitId) {
        return store.held(recipientUnitId);
    }

    /** What those hold that the unit came out of; whether any of it counts, a rule says. */
    public List<Inherited> heldByPredecessors(UUID unitId) {
        return inherited.held(unitId);
    }

    private Honour enter(Caller caller, Basis basis, Honour asked) {
        var honour = withId(asked, store.nextId());
        if (!store.insert(honour)) {
            throw Problem.because(ProblemType.CONFLICT, "honour-twice")
                    .with("existingId", store.same(honour).toString())
                    .asException();
        }
        var view = HonourView.of(honour);
        outbox.publish(Honour.AGGREGATE, honour.id(), 1, "vn.thidua.honour.entered", honour.registerUnitId(), view);
        audit.record(new AuditEntry(
                caller,
                basis,
                "honour.entered",
                Honour.AGGREGATE,
                honour.id(),
                honour.registerUnitId(),
                null,
                view,
                null));
        return honour;
    }

    private void requireKnown(Honour asked) {
        if (asked.seasonId() != null && seasons.find(asked.seasonId()).isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-known").asException();
        }
        if (asked.recipientUnitId() != null && !seasons.isUnit(asked.recipientUnitId())) {
            throw Problem.because(ProblemType.CONFLICT, "unit-not-known").asException();
        }
        if (asked.awardId() != null && awards.find(asked.awardId()).isEmpty()) {
            throw Problem.invalid(FieldError.of("/awardId", "not-found")).asException();
        }
    }

    private static Honour withId(Honour honour, UUID id) {
        return new Honour(
                id,
                honour.registerUnitId(),
                honour.awardName(),
                honour.awardId(),
                honour.recipientUnitId(),
                honour.recipientText(),
                honour.givenBy(),
                honour.seasonId(),
                honour.givenOn(),
                honour.decisionNumber(),
                honour.decisionDate(),
                honour.documentId(),
                honour.provenance(),
                honour.source());
    }
}
