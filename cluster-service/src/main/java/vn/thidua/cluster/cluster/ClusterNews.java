package vn.thidua.cluster.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells the feed and the audit what became of a cluster. */
@Component
class ClusterNews {
    private static final String AGGREGATE = "cluster";

    /** A cluster as the feed tells it. */
    record ClusterPublished(
            String code,
            String name,
            Cluster.Kind kind,
            UUID organiserId,
            List<Member> members,
            Provenance provenance) {
        record Member(UUID unitId, LocalDate from, @Nullable LocalDate until) {}
    }

    private final Outbox outbox;
    private final Audit audit;

    ClusterNews(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    void tell(
            Caller caller,
            Basis basis,
            Cluster cluster,
            @Nullable Cluster before,
            String action,
            @Nullable String reason) {
        var event = new ClusterPublished(
                cluster.code(),
                cluster.name(),
                cluster.kind(),
                cluster.organiserId(),
                cluster.members().stream()
                        .map(m -> new ClusterPublished.Member(m.unitId(), m.from(), m.until()))
                        .toList(),
                cluster.origin().provenance());
        outbox.publish(AGGREGATE, cluster.id(), cluster.version(), "vn.thidua." + action, cluster.organiserId(), event);
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, cluster.id(), cluster.organiserId(), before, cluster, reason));
    }
}
