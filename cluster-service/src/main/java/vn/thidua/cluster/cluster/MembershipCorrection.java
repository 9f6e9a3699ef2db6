package vn.thidua.cluster.cluster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Corrects memberships that were recorded wrongly, as long as nothing stands on them. */
@Service
class MembershipCorrection {
    private final ClusterStore store;
    private final Units units;
    private final Mandates mandates;
    private final ClusterNews news;
    private final Reasons reasons;

    MembershipCorrection(ClusterStore store, Units units, Mandates mandates, ClusterNews news, Reasons reasons) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.news = news;
        this.reasons = reasons;
    }

    /**
     * Corrects the days and where they are known from.
     *
     * @param expected the version of the cluster the correction relies on
     * @param until first day on which it is no longer a member, or null
     */
    @Transactional
    void correct(
            Caller caller,
            UUID clusterId,
            UUID memberId,
            long expected,
            LocalDate from,
            @Nullable LocalDate until,
            Origin origin,
            String reason) {
        var before = lock(clusterId);
        var basis = require(caller, before, expected);
        var member = member(before, memberId);
        ClusterMembership.requireDays(units.required("/unitId", member.unitId()), from, until);
        var corrected = member.corrected(from, until, origin);
        store.inTheWayOf(before, corrected).ifPresent(other -> {
            throw ClusterMembership.refusal(before, other).asException();
        });
        Recording.requireFree(store.standingOn(before, member, corrected));
        reasons.because(reason);
        store.rewrite(corrected);
        var after = before.with(corrected);
        store.update(after);
        news.tell(caller, basis, after, before, "cluster.member-corrected", reason);
    }

    /** @param expected the version of the cluster the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID clusterId, UUID memberId, long expected, String reason) {
        var before = lock(clusterId);
        var basis = require(caller, before, expected);
        var member = member(before, memberId);
        Recording.requireFree(store.standingOn(before, member, null));
        reasons.because(reason);
        store.delete(member);
        var after = before.without(member);
        store.update(after);
        news.tell(caller, basis, after, before, "cluster.member-withdrawn", reason);
    }

    private Cluster lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private Basis require(Caller caller, Cluster cluster, long expected) {
        var basis = mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), cluster.organiserId());
        if (cluster.version() != expected) {
            throw Versions.mismatch(cluster.version()).asException();
        }
        return basis;
    }

    private static Cluster.Membership member(Cluster cluster, UUID id) {
        return cluster.members().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }
}
