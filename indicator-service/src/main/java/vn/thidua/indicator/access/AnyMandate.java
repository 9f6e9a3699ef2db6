package vn.thidua.indicator.access;

import org.springframework.stereotype.Component;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Asks for any mandate at all: enough to read what everybody is measured and ranked by. */
@Component
public class AnyMandate {
    private final Mandates mandates;

    AnyMandate(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * @param agencyScope what the token of an agency needs besides
     * @throws vn.thidua.kit.problem.ProblemException 403
     */
    public void require(Caller caller, String agencyScope) {
        boolean known = caller.kind() == Caller.Kind.PERSON || caller.scopes().contains(agencyScope);
        if (!known || mandates.inForce(caller).isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
    }
}
