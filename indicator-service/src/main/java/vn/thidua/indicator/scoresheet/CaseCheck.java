package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.thidua.indicator.scoresheet.FurtherRule.Case;
import vn.thidua.indicator.scoresheet.FurtherRule.Conditions;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/**
 * Looks for gaps and overlaps in rows of conditions. Between two neighbouring ends nothing changes, so one number for each end and one
 * for each stretch between them stand for all numbers, and all combinations of these for all cases.
 */
final class CaseCheck {
    private static final int MOST_CASES = 20_000;
    private static final int MOST_TOLD = 10;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Findings findings;
    private final Conditions rule;
    private final boolean gapsAllowed;
    private final List<String> names = new ArrayList<>();
    private final Map<String, BigDecimal> present = new LinkedHashMap<>();
    private int told;

    private CaseCheck(Findings findings, Conditions rule, boolean gapsAllowed) {
        this.findings = findings;
        this.rule = rule;
        this.gapsAllowed = gapsAllowed;
    }

    /** @param whole whether the criterion's own number is a whole one; what is assessed by hand is taken for one */
    static void of(Findings findings, Criterion criterion, Conditions rule, boolean gapsAllowed, boolean whole) {
        var check = new CaseCheck(findings, rule, gapsAllowed);
        var samples = new ArrayList<List<BigDecimal>>();
        var cases = 1L;
        for (var name : inputs(rule)) {
            var input = criterion.input(name);
            var numbers = samples(rule, name, input == null ? whole : input.whole());
            check.names.add(name);
            samples.add(numbers);
            cases *= Math.max(1, numbers.size());
            if (cases > MOST_CASES) {
                findings.find("/rule/cases", "too-many-cases");
                return;
            }
        }
        check.walk(samples, 0);
    }

    static List<String> inputs(Conditions rule) {
        return rule.cases().stream()
                .flatMap(row -> row.when().stream())
                .map(When::input)
                .distinct()
                .toList();
    }

    private static List<BigDecimal> samples(Conditions rule, String input, boolean whole) {
        var ends = new TreeSet<BigDecimal>();
        ends.add(BigDecimal.ZERO);
        rule.cases().stream().flatMap(row -> row.when().stream()).forEach(when -> {
            if (when.input().equals(input)) {
                java.util.stream.Stream.of(when.range().from(), when.range().to())
                        .filter(java.util.Objects::nonNull)
                        .forEach(ends::add);
            }
        });
        var samples = new TreeSet<BigDecimal>();
        for (var end : ends) {
            var next = ends.higher(end);
            if (whole) {
                samples.add(end.setScale(0, RoundingMode.CEILING));
                samples.add(end.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
            } else {
                samples.add(end);
                samples.add(
                        next == null ? end.add(BigDecimal.ONE) : end.add(next).divide(TWO));
            }
        }
        return samples.stream().filter(sample -> sample.signum() >= 0).toList();
    }

    private void walk(List<List<BigDecimal>> samples, int depth) {
        if (told >= MOST_TOLD) {
            return;
        }
        if (depth == samples.size()) {
            judge();
            return;
        }
        for (var sample : samples.get(depth)) {
            present.put(names.get(depth), sample);
            walk(samples, depth + 1);
        }
    }

    private void judge() {
        var held = rule.cases().stream().filter(this::holds).count();
        if (held == 0 && !gapsAllowed) {
            told++;
            findings.find("/rule/cases", "case-gap", described());
        } else if (held > 1 && rule.overlap() == null) {
            told++;
            findings.find("/rule/cases", "case-overlap", described());
        }
    }

    private boolean holds(Case row) {
        return row.when().stream().allMatch(when -> {
            var number = present.get(when.input());
            return number != null && when.range().holds(number);
        });
    }

    private String described() {
        var words = new ArrayList<String>();
        present.forEach((name, number) -> words.add(name + " = " + SheetCheck.plain(number)));
        return String.join(", ", words);
    }
}
