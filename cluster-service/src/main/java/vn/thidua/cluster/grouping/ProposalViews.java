package vn.thidua.cluster.grouping;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.cluster.Cluster;
import vn.thidua.cluster.grouping.Wish.Likeness;
import vn.thidua.cluster.unit.Unit;

/** Proposals as they are answered. */
final class ProposalViews {
    /**
     * A proposal as it is answered.
     *
     * @param sizeIs by what figures sizes were compared; null when they were not
     * @param inTwo units that are in a cluster on the day already, and would be in two
     * @param unmatched codes for which something was given and which none of the units has
     */
    record ProposalView(
            @NotNull UUID organiserId,
            @NotNull LocalDate asOf,
            @Nullable SizeIs sizeIs,
            @NotNull List<GroupView> groups,
            @NotNull List<LeftOverView> leftOver,
            @NotNull List<InTwoView> inTwo,
            @NotNull List<String> unmatched) {}

    enum SizeIs {
        /** The figures given with the request. */
        GIVEN,
        /** How many units lie directly below it. */
        SUBORDINATE_UNITS
    }

    /** @param size null where it is not known, or not asked for */
    record UnitOfProposal(
            @NotNull UUID unitId,
            @NotNull String code,
            @NotNull String name,
            @NotNull Unit.Kind kind,
            @NotNull Unit.Level level,
            @NotNull String region,
            @Nullable BigDecimal size) {
        static UnitOfProposal of(Candidate unit) {
            return new UnitOfProposal(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.level(),
                    unit.region().name(),
                    unit.size());
        }
    }

    /**
     * Why these stand together: in what they are alike. What was not asked for is null.
     *
     * @param regions one, or several that were too small by themselves
     */
    record ReasonView(
            Unit.@Nullable Kind kind,
            Unit.@Nullable Level level,
            @Nullable List<String> regions,
            @Nullable BigDecimal smallest,
            @Nullable BigDecimal largest) {}

    /** @param kind what its cluster would be: by territory when regions were asked for, else by function */
    record GroupView(
            @NotNull Cluster.Kind kind,
            @NotNull ReasonView reason,
            @NotNull List<UnitOfProposal> members) {
        static GroupView of(List<Candidate> group, Wish wish) {
            var first = group.getFirst();
            var regions = group.stream()
                    .map(unit -> unit.region().name())
                    .distinct()
                    .sorted()
                    .toList();
            var sizes = group.stream().map(Candidate::weight).toList();
            var likes = wish.by(Likeness.KIND);
            var sized = wish.by(Likeness.SIZE);
            return new GroupView(
                    wish.by(Likeness.REGION) ? Cluster.Kind.REGIONAL : Cluster.Kind.SECTORAL,
                    new ReasonView(
                            likes ? first.kind() : null,
                            likes ? first.level() : null,
                            wish.by(Likeness.REGION) ? regions : null,
                            sized
                                    ? sizes.stream()
                                            .min(Comparator.naturalOrder())
                                            .orElseThrow()
                                    : null,
                            sized
                                    ? sizes.stream()
                                            .max(Comparator.naturalOrder())
                                            .orElseThrow()
                                    : null),
                    group.stream().map(UnitOfProposal::of).toList());
        }
    }

    record LeftOverView(
            @NotNull UnitOfProposal unit, @NotNull Proposal.Why why) {}

    /** @param own of the organiser asked about: it must be left first, whereas another organiser's at once is legal */
    record ClusterOfUnit(
            @NotNull UUID clusterId,
            @NotNull String clusterName,
            @NotNull String organiserName,
            boolean own) {}

    record InTwoView(@NotNull UnitOfProposal unit, @NotNull List<ClusterOfUnit> clusters) {}

    private ProposalViews() {}

    static ProposalView of(
            Groupings.Asked asked,
            Collection<Candidate> units,
            Proposal proposal,
            Map<UUID, List<GroupingQueries.Standing>> standing) {
        var organiser = asked.filter().organiserId();
        var codes = units.stream().map(Candidate::code).collect(Collectors.toSet());
        return new ProposalView(
                organiser,
                asked.filter().asOf(),
                asked.wish().by(Likeness.SIZE) ? asked.sizeIs() : null,
                proposal.groups().stream()
                        .map(group -> GroupView.of(group, asked.wish()))
                        .toList(),
                proposal.leftOver().stream()
                        .map(left -> new LeftOverView(UnitOfProposal.of(left.unit()), left.why()))
                        .toList(),
                units.stream()
                        .filter(unit -> standing.containsKey(unit.id()))
                        .map(unit -> new InTwoView(
                                UnitOfProposal.of(unit),
                                clusters(standing.getOrDefault(unit.id(), List.of()), organiser)))
                        .toList(),
                asked.known().keySet().stream()
                        .filter(code -> !codes.contains(code))
                        .sorted()
                        .toList());
    }

    private static List<ClusterOfUnit> clusters(List<GroupingQueries.Standing> standing, UUID organiserId) {
        return standing.stream()
                .map(s -> new ClusterOfUnit(
                        s.clusterId(),
                        s.clusterName(),
                        s.organiserName(),
                        s.organiserId().equals(organiserId)))
                .toList();
    }
}
