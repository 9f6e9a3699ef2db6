package vn.thidua.indicator.scoresheet;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.FurtherRule.AwardBonus;
import vn.thidua.indicator.scoresheet.FurtherRule.Conditions;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** Looks at a criterion's inputs and knock-outs, and at rules that read more than one number. */
final class FurtherCheck {
    private final Findings findings;
    private final Criterion criterion;
    private final boolean gapsAllowed;
    private final @Nullable ValueKind kind;

    /** @param kind of the criterion's own indicator; null where it has none or it is not known */
    FurtherCheck(Findings findings, Criterion criterion, boolean gapsAllowed, @Nullable ValueKind kind) {
        this.findings = findings;
        this.criterion = criterion;
        this.gapsAllowed = gapsAllowed;
        this.kind = kind;
    }

    /** Whether a rule looks up whole numbers only. */
    static boolean isWhole(ScoringRule rule, @Nullable ValueKind kind) {
        return kind != null && kind.isWhole() && rule.of() == Of.VALUE;
    }

    void inputs() {
        var codes = new HashSet<String>();
        for (int i = 0; i < criterion.inputs().size(); i++) {
            var code = criterion.inputs().get(i).code();
            if (Input.RESERVED.contains(code)) {
                findings.find("/inputs/" + i + "/code", "reserved");
            } else if (!codes.add(code)) {
                findings.find("/inputs/" + i + "/code", "taken");
            }
        }
        for (int i = 0; i < criterion.knockOuts().size(); i++) {
            when("/knockOuts/" + i, criterion.knockOuts().get(i));
        }
        if (criterion.rule().of() == Of.RATIO) {
            needs(Input.BASE);
        }
    }

    void rule(FurtherRule rule) {
        switch (rule) {
            case Conditions conditions -> conditions(conditions);
            case FurtherRule.Deduction(var _, var full, var bands) -> {
                findings.within("/rule/points", full);
                LadderCheck.of(
                        findings, bands, full == null ? criterion.maximum() : full, gapsAllowed, isWhole(rule, kind));
            }
            case FurtherRule.AgencyPenalty(var points) -> findings.positive("/rule/points", points);
            case AwardBonus awards -> awards(awards);
            case FurtherRule.WorkloadBonus(var _, var _, var rungs) -> {
                needs(Input.WORKLOAD);
                LadderCheck.of(findings, rungs, criterion.maximum(), gapsAllowed, false);
            }
            case FurtherRule.OverFulfilment(var _, var points, var cap, var reading) -> {
                findings.positive("/rule/points", points);
                if (reading == Reading.WHOLE_PERCENT) {
                    findings.within("/rule/points", points);
                }
                findings.positive("/rule/cap", cap);
            }
            case FurtherRule.GivenBonus() -> {}
        }
    }

    private void conditions(Conditions rule) {
        if (rule.cases().isEmpty()) {
            findings.find("/rule/cases", "required");
            return;
        }
        var before = findings.all().size();
        for (int i = 0; i < rule.cases().size(); i++) {
            var row = rule.cases().get(i);
            findings.within("/rule/cases/" + i + "/points", row.points());
            for (int w = 0; w < row.when().size(); w++) {
                when("/rule/cases/" + i + "/when/" + w, row.when().get(w));
            }
        }
        if (findings.all().size() == before) {
            // What is assessed by hand is counted, as nothing says otherwise.
            CaseCheck.of(findings, criterion, rule, gapsAllowed, kind == null || kind.isWhole());
        }
    }

    private void when(String at, When when) {
        if (!when.input().equals(Input.VALUE) && criterion.input(when.input()) == null) {
            findings.find(at + "/input", "input-unknown", when.input());
        }
        if (when.range().isEmpty()) {
            findings.find(at + "/range", "rung-empty");
        }
    }

    private void awards(AwardBonus rule) {
        if (rule.levels().isEmpty()) {
            findings.find("/rule/levels", "required");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < rule.levels().size(); i++) {
            var level = rule.levels().get(i);
            findings.within("/rule/levels/" + i + "/points", level.points());
            if (criterion.input(level.input()) == null) {
                findings.find("/rule/levels/" + i + "/input", "input-unknown", level.input());
            } else if (!seen.add(level.input())) {
                findings.find("/rule/levels/" + i + "/input", "taken");
            }
        }
    }

    private void needs(String input) {
        if (criterion.input(input) == null) {
            findings.find("/inputs", "input-needed", input);
        }
    }
}
