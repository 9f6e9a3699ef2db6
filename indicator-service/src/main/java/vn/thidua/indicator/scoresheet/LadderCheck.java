package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;

/** Looks at rungs: each number lies in exactly one, unless the sheet declares what becomes of a number that lies in none. */
final class LadderCheck {
    private final Findings findings;
    private final List<Rung> rungs;
    private final boolean gapsAllowed;
    private final boolean whole;

    private LadderCheck(Findings findings, List<Rung> rungs, boolean gapsAllowed, boolean whole) {
        this.findings = findings;
        this.rungs = rungs;
        this.gapsAllowed = gapsAllowed;
        this.whole = whole;
    }

    /**
     * @param most points that a rung may give
     * @param whole whether only whole numbers are looked up: "1 to 2" and "3 to 4" then leave nothing between them
     */
    static void of(Findings findings, List<Rung> rungs, BigDecimal most, boolean gapsAllowed, boolean whole) {
        var check = new LadderCheck(findings, rungs, gapsAllowed, whole);
        if (rungs.isEmpty()) {
            findings.find("/rule/rungs", "required");
            return;
        }
        for (int i = 0; i < rungs.size(); i++) {
            findings.within(check.at(i, "/points"), rungs.get(i).points(), most);
            if (rungs.get(i).range().isEmpty()) {
                findings.find(check.at(i, ""), "rung-empty");
            }
        }
        check.order();
    }

    private void order() {
        var order = IntStream.range(0, rungs.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> rungs.get(i).from(), Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(i -> rungs.get(i).fromInclusive() ? 0 : 1)
                        .thenComparing(i -> rungs.get(i).to(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (!gapsAllowed && rungs.get(order.getFirst()).from() != null) {
            findings.find(at(order.getFirst(), "/from"), "ladder-end-open");
        }
        for (int i = 1; i < order.size(); i++) {
            neighbours(rungs.get(order.get(i - 1)), rungs.get(order.get(i)), at(order.get(i), "/from"));
        }
        if (!gapsAllowed && rungs.get(order.getLast()).to() != null) {
            findings.find(at(order.getLast(), "/to"), "ladder-end-open");
        }
    }

    private void neighbours(Rung lower, Rung upper, String here) {
        if (lower.to() == null || upper.from() == null) {
            findings.find(here, "ladder-overlap", upper.from() == null ? "-∞" : SheetCheck.plain(upper.from()));
            return;
        }
        var compared = lower.to().compareTo(upper.from());
        var edge = SheetCheck.plain(upper.from());
        if (compared > 0 || (compared == 0 && lower.toInclusive() && upper.fromInclusive())) {
            findings.find(here, "ladder-overlap", edge);
        } else if (!gapsAllowed && leaves(lower.to(), lower.toInclusive(), upper.from(), upper.fromInclusive())) {
            findings.find(here, "ladder-gap", SheetCheck.plain(lower.to()), edge);
        }
    }

    /** Whether a number lies between the end of a rung and the begin of the next, which is not below it. */
    private boolean leaves(BigDecimal end, boolean endHeld, BigDecimal begin, boolean beginHeld) {
        if (!whole) {
            return end.compareTo(begin) < 0 || (!endHeld && !beginHeld);
        }
        var down = end.setScale(0, RoundingMode.FLOOR);
        var first = endHeld || down.compareTo(end) != 0 ? down.add(BigDecimal.ONE) : end;
        return first.compareTo(begin) < 0 || (first.compareTo(begin) == 0 && !beginHeld);
    }

    private String at(int rung, String field) {
        return "/rule/rungs/" + rung + field;
    }
}
