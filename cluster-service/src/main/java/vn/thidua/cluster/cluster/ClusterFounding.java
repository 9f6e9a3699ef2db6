package vn.thidua.cluster.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/** Founds clusters together with their first members, by the rules of single ones; part of the caller's own transaction. */
@Service
public class ClusterFounding {
    /** @param members units that are members from the day on, each as long as it exists */
    public record NewCluster(String code, String name, Cluster.Kind kind, List<UUID> members) {
        public NewCluster {
            members = List.copyOf(members);
        }
    }

    private final ClusterStore store;
    private final ClusterMembership memberships;
    private final Units units;
    private final Mandates mandates;
    private final ClusterNews news;

    ClusterFounding(
            ClusterStore store, ClusterMembership memberships, Units units, Mandates mandates, ClusterNews news) {
        this.store = store;
        this.memberships = memberships;
        this.units = units;
        this.mandates = mandates;
        this.news = news;
    }

    /** Lets units leave the organiser's clusters they are in, so that they are members elsewhere from a day on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Caller caller, UUID organiserId, Collection<UUID> leaving, LocalDate from, String reason) {
        for (var standing : store.goingOnOver(organiserId, leaving, from)) {
            memberships.release(caller, standing.clusterId(), standing.id(), from, reason);
        }
    }

    /** @param at where the request names the cluster, for what is wrong in it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Clusters.Ref found(
            Caller caller, UUID organiserId, NewCluster asked, LocalDate from, Origin origin, String at) {
        units.requireKnown("/organiserId", organiserId);
        var basis = mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), organiserId);
        var empty = new Cluster(
                store.nextId(), asked.code(), asked.name(), asked.kind(), organiserId, from, origin, List.of(), 1);
        if (!store.insert(empty)) {
            throw Recording.already(store.withCode(organiserId, asked.code()).orElseThrow())
                    .asException();
        }
        var members = members(asked.members(), from, origin, at);
        for (var member : members) {
            if (!store.insert(empty, member)) {
                throw ClusterMembership.refusal(
                                empty, store.inTheWayOf(empty, member).orElseThrow())
                        .with("unitId", member.unitId().toString())
                        .asException();
            }
        }
        var founded = new Cluster(
                empty.id(), empty.code(), empty.name(), empty.kind(), organiserId, from, origin, members, 1);
        news.tell(caller, basis, founded, null, "cluster.created", null);
        return new Clusters.Ref(founded.id(), founded.name(), organiserId);
    }

    private List<Cluster.Membership> members(List<UUID> asked, LocalDate from, Origin origin, String at) {
        var lives = units.lives(asked);
        var members = new ArrayList<Cluster.Membership>();
        for (int i = 0; i < asked.size(); i++) {
            var life = lives.get(asked.get(i));
            if (life == null || !life.holdsOn(from)) {
                var pointer = at + "/members/" + i;
                throw Problem.invalid(FieldError.of(pointer, life == null ? "not-found" : "outside-life"))
                        .asException();
            }
            members.add(new Cluster.Membership(store.nextId(), asked.get(i), from, life.until(), null, origin));
        }
        return List.copyOf(members);
    }
}
