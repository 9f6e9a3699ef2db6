package vn.thidua.cluster.election;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Leaders;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Takes ballots. The choice is sealed here and goes no further: no event tells of a ballot, and the audit tells that a member has
 * cast its own, not what.
 */
@Service
class Ballots {
    /** @param isFirst false when the member had cast its ballot before; that one counts */
    record Receipt(UUID receipt, boolean isFirst) {}

    private final BallotBox box;
    private final Leaders leaders;
    private final Audit audit;

    Ballots(BallotBox box, Leaders leaders, Audit audit) {
        this.box = box;
        this.leaders = leaders;
        this.audit = audit;
    }

    /**
     * Casts a member's one ballot. Whoever asks again, also after the count, gets the receipt of the first, whatever the choice is
     * this time: a lost answer can be asked for again, and nobody learns anything by asking.
     *
     * @param choice a candidate, or null for a blank ballot
     */
    @Transactional
    Receipt cast(Caller caller, UUID electionId, UUID unitId, @Nullable UUID choice) {
        var basis = leaders.require(caller, Ability.BALLOTS_CAST.permission(), unitId);
        var known = box.receipt(electionId, unitId);
        if (known.isPresent()) {
            return new Receipt(known.get(), false);
        }
        var session = box.enter(electionId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var key = session.publicKey();
        if (session.status() != Election.Status.OPEN || key == null) {
            throw ElectionProblems.status(session.status()).asException();
        }
        if (!box.isVoter(electionId, unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "not-a-voter")).asException();
        }
        if (choice != null && !session.candidates().contains(choice)) {
            throw Problem.invalid(FieldError.of("/choice", "not-a-candidate")).asException();
        }
        var receipt = UUID.randomUUID();
        if (!box.mark(electionId, unitId, receipt)) {
            return new Receipt(box.receipt(electionId, unitId).orElseThrow(), false);
        }
        box.drop(electionId, BallotSeal.seal(electionId, key, choice));
        record(caller, basis, electionId, unitId);
        return new Receipt(receipt, true);
    }

    private void record(Caller caller, Basis basis, UUID electionId, UUID unitId) {
        audit.record(new AuditEntry(
                caller, basis, "ballot.cast", ElectionNews.AGGREGATE, electionId, unitId, null, null, null));
    }
}
