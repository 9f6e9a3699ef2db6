package vn.thidua.cluster.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import vn.thidua.cluster.grouping.Proposal.LeftOver;
import vn.thidua.cluster.grouping.Proposal.Why;
import vn.thidua.cluster.grouping.Wish.Likeness;
import vn.thidua.cluster.unit.Unit;

/**
 * Proposes groups of like units: a pure function of the units and the wish. In what order the units come plays no part, as it
 * begins by putting them into one of its own.
 */
final class Grouping {
    private record Alike(Unit.Level level, Unit.Kind kind) {}

    private final Wish wish;
    private final List<List<Candidate>> groups = new ArrayList<>();
    private final List<LeftOver> leftOver = new ArrayList<>();

    private Grouping(Wish wish) {
        this.wish = wish;
    }

    static Proposal propose(Collection<Candidate> units, Wish wish) {
        var grouping = new Grouping(wish);
        var inOrder = units.stream().sorted(order(wish)).toList();
        var grouped = new ArrayList<Candidate>();
        for (var unit : inOrder) {
            if (wish.by(Likeness.SIZE) && unit.size() == null) {
                grouping.leftOver.add(new LeftOver(unit, Why.SIZE_NOT_KNOWN));
            } else {
                grouped.add(unit);
            }
        }
        if (wish.by(Likeness.KIND)) {
            parts(grouped, unit -> new Alike(unit.level(), unit.kind())).forEach(grouping::divide);
        } else {
            grouping.divide(grouped);
        }
        return new Proposal(grouping.groups, grouping.leftOver);
    }

    /** Total, as no two units have one code. */
    private static Comparator<Candidate> order(Wish wish) {
        var order = Comparator.comparing(Candidate::code);
        if (wish.by(Likeness.SIZE)) {
            order = Comparator.comparing(Candidate::weight).reversed().thenComparing(order);
        }
        if (wish.by(Likeness.REGION)) {
            order = Comparator.comparing(Candidate::region).thenComparing(order);
        }
        return wish.by(Likeness.KIND)
                ? Comparator.comparing(Candidate::level)
                        .thenComparing(Candidate::kind)
                        .thenComparing(order)
                : order;
    }

    /** Each region by itself first; whoever it has no place for is grouped with its like of the other regions. */
    private void divide(List<Candidate> alike) {
        var rest = alike;
        if (wish.by(Likeness.REGION)) {
            rest = new ArrayList<>();
            for (var region : parts(alike, Candidate::region)) {
                rest.addAll(region.subList(cut(region), region.size()));
            }
        }
        int placed = cut(rest);
        var why = placed == 0 ? Why.TOO_FEW_ALIKE : Why.NO_ROOM;
        rest.subList(placed, rest.size()).forEach(unit -> leftOver.add(new LeftOver(unit, why)));
    }

    /**
     * Cuts units that stand in order into as few groups as may be, of nearly the same number.
     *
     * @return how many found a place, from the first on
     */
    private int cut(List<Candidate> units) {
        int count = Math.ceilDiv(units.size(), wish.max());
        if (count * wish.min() > units.size()) {
            count = units.size() / wish.min();
        }
        int placed = Math.min(units.size(), count * wish.max());
        for (int i = 0; i < count; i++) {
            groups.add(units.subList(placed * i / count, placed * (i + 1) / count));
        }
        return placed;
    }

    /** In the order of their first unit. */
    private static <K> Collection<List<Candidate>> parts(List<Candidate> units, Function<Candidate, K> by) {
        var parts = new LinkedHashMap<K, List<Candidate>>();
        units.forEach(unit ->
                parts.computeIfAbsent(by.apply(unit), _ -> new ArrayList<>()).add(unit));
        return parts.values();
    }
}
