package vn.thidua.cluster.exemplar;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarView;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Who sees an exemplar: once it is published everybody who is logged in, before and after only who may act for its unit or above. An
 * agency's system sees what units under its mandate published.
 */
@Component
public class ExemplarSight {
    /** @param everybody whether what is published is seen wherever it is, and what is not within reach; else the first within reach */
    record Sight(boolean everybody, Reach reach) {}

    private final ExemplarQueries queries;
    private final Mandates mandates;

    ExemplarSight(ExemplarQueries queries, Mandates mandates) {
        this.queries = queries;
        this.mandates = mandates;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 403 when an agency's system may see none */
    Sight of(Caller caller) {
        var reach = mandates.reach(caller, Ability.EXEMPLARS_READ.permission());
        if (caller.kind() == Caller.Kind.PERSON) {
            return new Sight(true, reach);
        }
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return new Sight(false, reach);
    }

    /**
     * The one of an address.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 when it is not there or not to be seen
     */
    ExemplarView visible(Caller caller, UUID id) {
        return queries.find(id, of(caller))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** Whether the file is the picture of an exemplar that the caller sees. */
    public boolean showsPicture(Caller caller, UUID fileId) {
        var reach = mandates.reach(caller, Ability.EXEMPLARS_READ.permission());
        return queries.isPictureSeen(fileId, new Sight(caller.kind() == Caller.Kind.PERSON, reach));
    }
}
