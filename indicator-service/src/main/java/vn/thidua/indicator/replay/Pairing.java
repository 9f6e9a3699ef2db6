package vn.thidua.indicator.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/**
 * Which criteria of two sheets are the same one. A code alone says nothing, sheets are numbered anew every year: it takes the name or
 * the indicator besides; without the code, a name or an indicator that only one criterion of each sheet has.
 *
 * @param pastOf the past criterion by the tried one's code
 * @param onlyPast what the tried sheet does not have any more
 * @param onlyTried what the past sheet did not have
 */
record Pairing(Map<String, Criterion> pastOf, List<Criterion> onlyPast, List<Criterion> onlyTried) {
    /** A unit that no sheet names. */
    private static final UUID NOBODY = new UUID(0, 0);

    static Pairing of(Sheet past, Sheet tried) {
        var pairs = new LinkedHashMap<String, Criterion>();
        var left = new ArrayList<>(past.criteria());
        var open = new ArrayList<>(tried.criteria());
        pair(
                pairs,
                left,
                open,
                (one, other) ->
                        one.code().equals(other.code()) && (isNamedAlike(one, other) || isReportedAlike(one, other)));
        pair(pairs, left, open, Pairing::isNamedAlike);
        pair(pairs, left, open, Pairing::isReportedAlike);
        return new Pairing(pairs, List.copyOf(left), List.copyOf(open));
    }

    private static void pair(
            Map<String, Criterion> pairs,
            List<Criterion> left,
            List<Criterion> open,
            BiPredicate<Criterion, Criterion> same) {
        for (var tried : List.copyOf(open)) {
            var found = left.stream().filter(past -> same.test(past, tried)).toList();
            if (found.size() == 1
                    && open.stream()
                                    .filter(each -> same.test(found.getFirst(), each))
                                    .count()
                            == 1) {
                pairs.put(tried.code(), found.getFirst());
                left.remove(found.getFirst());
                open.remove(tried);
            }
        }
    }

    private static boolean isNamedAlike(Criterion one, Criterion other) {
        return plain(one.name()).equals(plain(other.name()));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean isReportedAlike(Criterion one, Criterion other) {
        return one.indicatorId() != null && one.indicatorId().equals(other.indicatorId());
    }

    /**
     * The same criteria whose number, found by hand, would say something else under the tried sheet for one of the units at least, and is
     * therefore not carried over.
     */
    List<String> readOtherwise(Sheet tried, Collection<UUID> units) {
        return tried.criteria().stream()
                .filter(each -> {
                    var past = pastOf.get(each.code());
                    return past != null && isByHand(past) && !isReadAlike(past, each, units);
                })
                .map(Criterion::code)
                .toList();
    }

    private static boolean isReadAlike(Criterion past, Criterion tried, Collection<UUID> units) {
        return (past.variants().isEmpty() && tried.variants().isEmpty())
                ? isReadAlike(past, tried)
                : units.stream().allMatch(unit -> isReadAlike(past.forUnit(unit), tried.forUnit(unit)));
    }

    /**
     * What becomes of the keys of the past sheet.
     *
     * @param alike for everybody of whom the sheets say the same as of all others
     * @param byUnit for each of the others
     */
    record Carried(Map<String, List<String>> alike, Map<UUID, Map<String, List<String>>> byUnit) {
        /** Under which keys of the tried sheet that is known which was assessed of the unit under a key of the past one. */
        List<String> of(UUID unit, String key) {
            return byUnit.getOrDefault(unit, alike).getOrDefault(key, List.of());
        }
    }

    Carried carried(Sheet tried, Collection<UUID> units) {
        var differing = new HashMap<UUID, Map<String, List<String>>>();
        for (var unit : units) {
            if (isNamed(tried, unit)) {
                differing.put(unit, carried(tried, one -> one.forUnit(unit)));
            }
        }
        return new Carried(carried(tried, one -> one.forUnit(NOBODY)), differing);
    }

    private boolean isNamed(Sheet tried, UUID unit) {
        return Stream.concat(pastOf.values().stream(), tried.criteria().stream())
                .anyMatch(one -> one.variant(unit) != null);
    }

    private Map<String, List<String>> carried(Sheet tried, UnaryOperator<Criterion> counted) {
        var carried = new HashMap<String, List<String>>();
        for (var stated : tried.criteria()) {
            var paired = pastOf.get(stated.code());
            if (paired == null) {
                continue;
            }
            var each = counted.apply(stated);
            var past = counted.apply(paired);
            if (isByHand(past) && isByHand(each) && isReadAlike(past, each)) {
                carried.put(past.code(), List.of(each.code()));
            }
            for (var input : each.inputs()) {
                past.inputs().stream()
                        .filter(one -> isSame(one, input))
                        .forEach(one -> carried.put(
                                Input.key(past.code(), one.code()), List.of(Input.key(each.code(), input.code()))));
            }
            if (each.mayBeUnmatched()
                    && past.rule().equals(each.rule())
                    && past.inputs().equals(each.inputs())
                    && past.maximum().compareTo(each.maximum()) == 0) {
                carried.put(Input.key(past.code(), Input.RULING), List.of(Input.key(each.code(), Input.RULING)));
            }
        }
        return carried;
    }

    private static boolean isSame(Input one, Input other) {
        return one.indicatorId() == null
                && other.indicatorId() == null
                && plain(one.name()).equals(plain(other.name()));
    }

    private static boolean isByHand(Criterion criterion) {
        return criterion.indicatorId() == null;
    }

    /** Whether a number found by hand says the same under both rules: a count is no yes, and 5 points of 5 are not 5 of 10. */
    private static boolean isReadAlike(Criterion one, Criterion other) {
        if (isOfPoints(one.rule()) || isOfPoints(other.rule())) {
            return isOfPoints(one.rule())
                    && isOfPoints(other.rule())
                    && one.maximum().compareTo(other.maximum()) == 0;
        }
        if (one.rule() instanceof ScoringRule.Choice(var options)) {
            return other.rule() instanceof ScoringRule.Choice(var others)
                    && situations(options).equals(situations(others));
        }
        return !(other.rule() instanceof ScoringRule.Choice)
                && one.rule() instanceof ScoringRule.YesNo == other.rule() instanceof ScoringRule.YesNo;
    }

    private static Map<String, String> situations(List<ScoringRule.Option> options) {
        var situations = new HashMap<String, String>();
        options.forEach(option -> situations.put(option.value().toPlainString(), plain(option.name())));
        return situations;
    }

    private static boolean isOfPoints(ScoringRule rule) {
        return rule instanceof ScoringRule.Given || rule instanceof FurtherRule.GivenBonus;
    }
}
