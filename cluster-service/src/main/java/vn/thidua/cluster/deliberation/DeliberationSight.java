package vn.thidua.cluster.deliberation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.deliberation.DeliberationViews.DeliberationView;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who sees a draft before the members: whoever sees the cluster. */
@Component
class DeliberationSight {
    private final DeliberationQueries queries;
    private final Clusters clusters;

    DeliberationSight(DeliberationQueries queries, Clusters clusters) {
        this.queries = queries;
        this.clusters = clusters;
    }

    /**
     * The one of an address.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen
     */
    DeliberationView visible(Caller caller, UUID id) {
        clusters.reach(caller);
        var found = queries.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        clusters.visible(caller, found.clusterId());
        return found;
    }
}
