package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;

/** Looks at rungs: each number lies in exactly one, unless the sheet declares what becomes of a number that lies in none. */
final class LadderCheck {
    private final Findings findings;
    private final List<Rung> rungs;
    private final boolean gapsAllowed;

    private LadderCheck(Findings findings, List<Rung> rungs, boolean gapsAllowed) {
        this.findings = findings;
        this.rungs = rungs;
        this.gapsAllowed = gapsAllowed;
    }

    /** @param most points that a rung may give */
    static void of(Findings findings, List<Rung> rungs, BigDecimal most, boolean gapsAllowed) {
        var check = new LadderCheck(findings, rungs, gapsAllowed);
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
        } else if (!gapsAllowed && (compared < 0 || (!lower.toInclusive() && !upper.fromInclusive()))) {
            findings.find(here, "ladder-gap", SheetCheck.plain(lower.to()), edge);
        }
    }

    private String at(int rung, String field) {
        return "/rule/rungs/" + rung + field;
    }
}
