package vn.thidua.cluster.access;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * What only a unit's own leader may do: vote for it, sign for it. A leader of a unit above is not the leader of this one, and no
 * system of an agency is.
 */
@Component
public class Leaders {
    private final Mandates mandates;

    Leaders(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * Asks before such a write.
     *
     * @return the mandate over that very unit
     * @throws vn.thidua.kit.problem.ProblemException 403 when the caller is not its leader
     */
    public Basis require(Caller caller, Permission permission, UUID unitId) {
        if (caller.kind() != Caller.Kind.PERSON) {
            throw refusal();
        }
        var own = mandates.inForce(caller).stream()
                .filter(held ->
                        held.unitId().equals(unitId) && permission.roles().contains(held.role()))
                .findFirst()
                .orElseThrow(Leaders::refusal);
        return new Basis(own.id(), mandates.require(caller, permission, unitId).asOf());
    }

    private static vn.thidua.kit.problem.ProblemException refusal() {
        return Problem.because(ProblemType.FORBIDDEN, "not-its-leader").asException();
    }
}
