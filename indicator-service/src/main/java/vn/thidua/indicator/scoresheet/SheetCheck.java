package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

/** Looks at a sheet before it is frozen: maxima that do not add up, codes used twice, rules that leave a case open. */
final class SheetCheck {
    private final List<Finding> findings = new ArrayList<>();

    private final Map<UUID, ValueKind> kinds;

    private SheetCheck(Map<UUID, ValueKind> kinds) {
        this.kinds = kinds;
    }

    /**
     * All that stands against freezing the sheet, in its order; empty when nothing does.
     *
     * @param kinds of the indicators it names
     */
    static List<Finding> of(Sheet sheet, Map<UUID, ValueKind> kinds) {
        var check = new SheetCheck(kinds);
        check.sheet(sheet);
        check.findings.addAll(PartsCheck.of(sheet));
        check.findings.addAll(TermsCheck.of(sheet));
        return List.copyOf(check.findings);
    }

    private void sheet(Sheet sheet) {
        if (sheet.groups().isEmpty()) {
            find("/groups", "required");
        }
        var sum = sum(sheet.groups().stream().map(Group::maximum).toList());
        if (sheet.bonus() == BonusPlace.INSIDE) {
            sum = sum.add(sum(sheet.groups().stream().map(Group::bonusMaximum).toList()));
        }
        if (sum.compareTo(sheet.maximum()) != 0) {
            find("/maximum", "sum-differs", plain(sum));
        }
        var groups = new HashSet<String>();
        var criteria = new HashSet<String>();
        for (int i = 0; i < sheet.groups().size(); i++) {
            var group = sheet.groups().get(i);
            if (!groups.add(group.code())) {
                find("/groups/" + i + "/code", "taken");
            }
            group("/groups/" + i, group, criteria, sheet.terms().unmatched());
        }
    }

    private void group(String at, Group group, Set<String> codes, @Nullable Unmatched unmatched) {
        if (group.criteria().isEmpty()) {
            find(at + "/criteria", "required");
        }
        var base = sum(group.criteria().stream()
                .filter(criterion -> criterion.rule().kind() == Kind.BASE)
                .map(Criterion::maximum)
                .toList());
        if (base.compareTo(group.maximum()) < 0) {
            find(at + "/maximum", "maximum-unreachable", plain(base));
        }
        findings.addAll(VariantCheck.sums(at, group, base));
        var hasBonus =
                group.criteria().stream().anyMatch(criterion -> criterion.rule().kind() == Kind.BONUS);
        if (hasBonus != group.bonusMaximum().signum() > 0) {
            find(at + "/bonusMaximum", hasBonus ? "pool-missing" : "pool-unused");
        }
        for (int i = 0; i < group.criteria().size(); i++) {
            var criterion = group.criteria().get(i);
            var here = at + "/criteria/" + i;
            if (!codes.add(criterion.code())) {
                find(here + "/code", "taken");
            }
            var penalty = criterion.rule().kind() == Kind.PENALTY;
            if (penalty != (criterion.maximum().signum() == 0)) {
                find(here + "/maximum", penalty ? "penalty-maximum" : "range");
            }
            findings.addAll(RuleCheck.of(here, criterion, unmatched, kinds));
            findings.addAll(VariantCheck.of(here, criterion, unmatched, kinds));
        }
    }

    private void find(String pointer, String code, Object... arguments) {
        findings.add(Finding.of(pointer, code, arguments));
    }

    static BigDecimal plain(BigDecimal number) {
        return Decimals.plain(number);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
