package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

/** Looks at what counts otherwise for some units: each unit has one maximum and one rule, and with all of its own its group adds up. */
final class VariantCheck {
    private VariantCheck() {}

    /**
     * What stands against the variants of one criterion.
     *
     * @param at JSON Pointer of the criterion
     */
    static List<Finding> of(String at, Criterion criterion, @Nullable Unmatched unmatched, Map<UUID, ValueKind> kinds) {
        var findings = new ArrayList<Finding>();
        var taken = new HashSet<>(criterion.notFor());
        for (int v = 0; v < criterion.variants().size(); v++) {
            var variant = criterion.variants().get(v);
            var here = at + "/variants/" + v;
            if (variant.forUnits().isEmpty()) {
                findings.add(Finding.of(here + "/forUnits", "required"));
            } else if (variant.forUnits().stream().anyMatch(taken::contains)) {
                findings.add(Finding.of(here + "/forUnits", "variant-overlap"));
            }
            taken.addAll(variant.forUnits());
            findings.addAll(one(at, here, criterion, variant, unmatched, kinds));
        }
        return findings;
    }

    private static List<Finding> one(
            String at,
            String here,
            Criterion criterion,
            Variant variant,
            @Nullable Unmatched unmatched,
            Map<UUID, ValueKind> kinds) {
        var counted = criterion.by(variant);
        var kind = criterion.rule().kind();
        var findings = new ArrayList<Finding>();
        if (counted.rule().kind() != kind) {
            findings.add(Finding.of(here + "/rule", "variant-kind"));
        }
        if ((kind == Kind.PENALTY) != (variant.maximum().signum() == 0)) {
            findings.add(Finding.of(here + "/maximum", kind == Kind.PENALTY ? "penalty-maximum" : "range"));
        }
        var known = new HashSet<>(RuleCheck.of(at, criterion, unmatched, kinds));
        RuleCheck.of(at, counted, unmatched, kinds).stream()
                .filter(finding ->
                        variant.rule() == null ? isAbove(finding) : !known.contains(finding) || isOfRule(at, finding))
                .map(finding -> new Finding(place(at, here, variant, finding), finding.code(), finding.arguments()))
                .distinct()
                .forEach(findings::add);
        return findings;
    }

    /** All that another maximum alone can spoil. */
    private static boolean isAbove(Finding finding) {
        return finding.code().equals("above-maximum");
    }

    private static boolean isOfRule(String at, Finding finding) {
        return finding.pointer().startsWith(at + "/rule");
    }

    /** In the variant: its maximum where it has no rule of its own, its rule for what is not within it. */
    private static String place(String at, String here, Variant variant, Finding finding) {
        if (variant.rule() == null) {
            return here + "/maximum";
        }
        return isOfRule(at, finding) ? here + finding.pointer().substring(at.length()) : here + "/rule";
    }

    /**
     * What the criteria of a group come to for the units of which it says something else than of all others: as much as the group, and
     * more only where they do for the others too.
     *
     * @param at JSON Pointer of the group
     * @param base what they come to for all others
     */
    static List<Finding> sums(String at, Group group, BigDecimal base) {
        var told = new LinkedHashMap<List<String>, BigDecimal>();
        byUnit(group).values().stream().distinct().forEach(profile -> {
            var sum = base;
            var labels = new LinkedHashSet<String>();
            for (var c : profile.entrySet()) {
                var criterion = group.criteria().get(c.getKey());
                var variant = criterion.variants().get(c.getValue());
                sum = sum.subtract(criterion.maximum()).add(variant.maximum());
                labels.add(variant.label());
            }
            var compared = sum.compareTo(group.maximum());
            if (compared < 0 || (compared > 0 && base.compareTo(group.maximum()) == 0)) {
                told.putIfAbsent(List.copyOf(labels), sum);
            }
        });
        return told.entrySet().stream()
                .map(each -> Finding.of(
                        at + "/maximum",
                        "variant-sum-differs",
                        SheetCheck.plain(each.getValue()),
                        each.getKey().stream().collect(Collectors.joining(" + "))))
                .toList();
    }

    /** Which variant of which criterion that earns the group's own points a unit has, both by their places. */
    private static Map<UUID, Map<Integer, Integer>> byUnit(Group group) {
        var profiles = new LinkedHashMap<UUID, Map<Integer, Integer>>();
        for (int c = 0; c < group.criteria().size(); c++) {
            var criterion = group.criteria().get(c);
            if (criterion.rule().kind() == Kind.BASE) {
                for (int v = 0; v < criterion.variants().size(); v++) {
                    for (var unit : criterion.variants().get(v).forUnits()) {
                        profiles.computeIfAbsent(unit, _ -> new TreeMap<>()).putIfAbsent(c, v);
                    }
                }
            }
        }
        return profiles;
    }
}
