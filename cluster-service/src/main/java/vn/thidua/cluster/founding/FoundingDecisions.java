package vn.thidua.cluster.founding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.file.Files;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Records by which decision a cluster was founded. Whoever may write the cluster may do so. */
@Service
public class FoundingDecisions {
    /** It is told of the cluster, so that the cluster's history shows it. */
    private static final String AGGREGATE = "cluster";

    private final FoundingStore store;
    private final Clusters clusters;
    private final Units units;
    private final Files files;
    private final Audit audit;

    FoundingDecisions(FoundingStore store, Clusters clusters, Units units, Files files, Audit audit) {
        this.store = store;
        this.clusters = clusters;
        this.units = units;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Records the decision, or changes what is recorded of it, for which a reason is given.
     *
     * @param expected the version the change relies on, 0 for the first
     * @param at where the request names the decision, for what is wrong in it
     */
    @Transactional
    public void put(
            Caller caller,
            Clusters.Ref cluster,
            long expected,
            FoundingDecision decision,
            @Nullable String reason,
            String at) {
        clusters.hold(cluster.id());
        var basis = clusters.requireOrganiser(caller, cluster);
        var before = store.of(cluster.id());
        requireVersion(before, expected);
        if (before.decision() != null && reason == null) {
            throw Problem.invalid(FieldError.of("/reason", "required")).asException();
        }
        units.requireKnown(at + "/issuerUnitId", decision.issuerUnitId());
        requireScan(caller, before.decision(), decision.fileId(), at + "/fileId");
        store.put(cluster.id(), decision);
        audit.record(new AuditEntry(
                caller,
                basis,
                before.decision() == null ? "cluster.founding-recorded" : "cluster.founding-corrected",
                AGGREGATE,
                cluster.id(),
                cluster.organiserId(),
                before.decision(),
                decision,
                reason));
    }

    /** Takes back a decision that did not found this cluster. */
    @Transactional
    void withdraw(Caller caller, Clusters.Ref cluster, long expected, String reason) {
        clusters.hold(cluster.id());
        var basis = clusters.requireOrganiser(caller, cluster);
        var before = store.of(cluster.id());
        requireVersion(before, expected);
        if (before.decision() == null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        store.put(cluster.id(), null);
        audit.record(new AuditEntry(
                caller,
                basis,
                "cluster.founding-withdrawn",
                AGGREGATE,
                cluster.id(),
                cluster.organiserId(),
                before.decision(),
                null,
                reason));
    }

    private static void requireVersion(FoundingStore.Recorded recorded, long expected) {
        if (recorded.version() != expected) {
            throw Versions.mismatch(recorded.version()).asException();
        }
    }

    /** The scan that is there already stays, whoever brought it in; another one is the caller's own. */
    private void requireScan(Caller caller, @Nullable FoundingDecision before, @Nullable UUID fileId, String pointer) {
        if (fileId == null || (before != null && fileId.equals(before.fileId()))) {
            return;
        }
        var scan = files.broughtInBy(caller, fileId).orElse(null);
        if (scan == null) {
            throw Problem.invalid(FieldError.of(pointer, "not-found")).asException();
        }
        if (!scan.isScan()) {
            throw Problem.invalid(FieldError.of(pointer, "not-a-scan")).asException();
        }
    }
}
