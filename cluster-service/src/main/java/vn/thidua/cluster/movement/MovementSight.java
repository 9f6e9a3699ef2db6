package vn.thidua.cluster.movement;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who sees a movement: people with any mandate, and agencies over the unit that launched it. */
@Component
class MovementSight {
    private final MovementQueries queries;
    private final Clusters clusters;

    MovementSight(MovementQueries queries, Clusters clusters) {
        this.queries = queries;
        this.clusters = clusters;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen */
    void require(Caller caller, UUID id) {
        if (!queries.isSeen(id, clusters.reach(caller))) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }
}
