package vn.thidua.cluster.election;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who sees an election: whoever sees its cluster. */
@Component
class ElectionSight {
    private final ElectionQueries queries;
    private final Clusters clusters;

    ElectionSight(ElectionQueries queries, Clusters clusters) {
        this.queries = queries;
        this.clusters = clusters;
    }

    /**
     * The election of an address.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen
     */
    ElectionQueries.Row visible(Caller caller, UUID id) {
        clusters.reach(caller);
        var found = queries.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        clusters.visible(caller, found.clusterId());
        return found;
    }
}
