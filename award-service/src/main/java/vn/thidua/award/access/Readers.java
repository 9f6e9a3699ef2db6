package vn.thidua.award.access;

import org.springframework.stereotype.Component;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Asks before a read. */
@Component
public class Readers {
    private final Mandates mandates;

    Readers(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * Where the caller may read what concerns single units.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 when nowhere
     */
    public Reach reach(Caller caller) {
        var reach = mandates.reach(caller, Ability.READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return reach;
    }
}
