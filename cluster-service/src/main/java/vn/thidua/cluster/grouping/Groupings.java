package vn.thidua.cluster.grouping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.cluster.ClusterFounding;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.founding.FoundingDecision;
import vn.thidua.cluster.founding.FoundingDecisions;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/** Proposes clusters, and founds those that an officer accepts. A proposal is written nowhere. */
@Service
class Groupings {
    private static final int MOST = 2000;

    /**
     * What the caller knows of a unit.
     *
     * @param figure how large it is, or null
     * @param region where it belongs, or null for what it lies under
     */
    record Known(@Nullable BigDecimal figure, @Nullable String region) {}

    /** @param known by code; where any figure is given, sizes are compared by these and by nothing else */
    record Asked(GroupingQueries.Filter filter, Wish wish, Map<String, Known> known) {
        ProposalViews.SizeIs sizeIs() {
            return known.values().stream().anyMatch(unit -> unit.figure() != null)
                    ? ProposalViews.SizeIs.GIVEN
                    : ProposalViews.SizeIs.SUBORDINATE_UNITS;
        }

        Candidate candidate(GroupingQueries.Found found) {
            var told = known.get(found.code());
            var region = told == null ? null : told.region();
            var below = sizeIs() == ProposalViews.SizeIs.GIVEN ? null : BigDecimal.valueOf(found.below());
            var size = told == null || told.figure() == null ? below : told.figure();
            return new Candidate(
                    found.id(),
                    found.code(),
                    found.name(),
                    found.kind(),
                    found.level(),
                    region == null ? found.region() : new Candidate.Region(region, ""),
                    wish.by(Wish.Likeness.SIZE) ? size : null);
        }
    }

    /**
     * A proposal as the officer accepts it.
     *
     * @param from first day of all memberships
     * @param leaveReason why units leave the organiser's clusters they are in, the day before; null when none does
     * @param decision the one decision that founds them all, or null
     */
    record Accepted(
            UUID organiserId,
            LocalDate from,
            @Nullable String leaveReason,
            Origin origin,
            @Nullable FoundingDecision decision,
            List<ClusterFounding.NewCluster> groups) {}

    private final GroupingQueries queries;
    private final ClusterFounding founding;
    private final FoundingDecisions decisions;
    private final Units units;
    private final Mandates mandates;

    Groupings(
            GroupingQueries queries,
            ClusterFounding founding,
            FoundingDecisions decisions,
            Units units,
            Mandates mandates) {
        this.queries = queries;
        this.founding = founding;
        this.decisions = decisions;
        this.units = units;
        this.mandates = mandates;
    }

    @Transactional(readOnly = true)
    ProposalViews.ProposalView propose(Caller caller, Asked asked) {
        var filter = asked.filter();
        units.requireKnown("/organiserId", filter.organiserId());
        mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), filter.organiserId());
        var found = queries.below(filter, MOST + 1);
        if (found.size() > MOST) {
            throw Problem.invalid(FieldError.of("/level", "too-many-units", MOST))
                    .asException();
        }
        var candidates = found.stream().map(asked::candidate).toList();
        var standing =
                queries.standing(found.stream().map(GroupingQueries.Found::id).toList(), filter.asOf());
        return ProposalViews.of(asked, candidates, Grouping.propose(candidates, asked.wish()), standing);
    }

    /** Founds all of them or none. */
    @Transactional
    List<Clusters.Ref> accept(Caller caller, Accepted accepted) {
        units.requireKnown("/organiserId", accepted.organiserId());
        mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), accepted.organiserId());
        requireOnce(accepted.groups());
        var members =
                accepted.groups().stream().flatMap(g -> g.members().stream()).toList();
        if (accepted.leaveReason() != null) {
            founding.leave(caller, accepted.organiserId(), members, accepted.from(), accepted.leaveReason());
        }
        var founded = new ArrayList<Clusters.Ref>();
        for (int i = 0; i < accepted.groups().size(); i++) {
            var group = accepted.groups().get(i);
            var cluster = founding.found(
                    caller, accepted.organiserId(), group, accepted.from(), accepted.origin(), "/groups/" + i);
            if (accepted.decision() != null) {
                decisions.put(caller, cluster, 0, accepted.decision(), null, "/decision");
            }
            founded.add(cluster);
        }
        return founded;
    }

    private static void requireOnce(List<ClusterFounding.NewCluster> groups) {
        var codes = new HashSet<String>();
        var members = new HashSet<UUID>();
        for (int i = 0; i < groups.size(); i++) {
            if (!codes.add(groups.get(i).code())) {
                throw taken("/groups/" + i + "/code");
            }
            for (int j = 0; j < groups.get(i).members().size(); j++) {
                if (!members.add(groups.get(i).members().get(j))) {
                    throw taken("/groups/" + i + "/members/" + j);
                }
            }
        }
    }

    private static vn.thidua.kit.problem.ProblemException taken(String pointer) {
        return Problem.invalid(FieldError.of(pointer, "taken")).asException();
    }
}
