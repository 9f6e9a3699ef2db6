package vn.thidua.cluster.compact;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.compact.CompactViews.CompactSummary;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who sees a compact, and what belongs to it: people with any mandate, agencies where they see its cluster. */
@Component
class CompactSight {
    private final CompactQueries queries;
    private final Clusters clusters;

    CompactSight(CompactQueries queries, Clusters clusters) {
        this.queries = queries;
        this.clusters = clusters;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen */
    CompactSummary visible(Caller caller, UUID id) {
        clusters.reach(caller);
        var found = queries.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        clusters.visible(caller, found.clusterId());
        return found;
    }
}
