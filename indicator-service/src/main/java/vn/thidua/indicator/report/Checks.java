package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.Formula;
import vn.thidua.indicator.catalogue.Measure;

/** What speaks against handing a report in, and what needs an explanation first. A pure function of facts and bounds. */
final class Checks {
    enum Kind {
        EMPTY,
        EVIDENCE_MISSING,
        /** Its formula gives no number. */
        NOT_COMPUTED,
        LIMITS,
        AGAINST_PLAN,
        AGAINST_LAST_YEAR,
        AGAINST_PEERS
    }

    /**
     * A cell with everything it is held against.
     *
     * @param target the number that counts as the plan
     * @param computed whether nobody types it
     * @param notComputed why its formula gives no number, or null
     * @param evidence how many files prove it, where that is asked for
     * @param peers how many other members have handed in a percent of their plan
     * @param median the middle one of theirs, as a fraction of the plan
     */
    record Fact(
            UUID indicatorId,
            String code,
            String name,
            Measure.ValueKind valueKind,
            boolean evidenceRequired,
            @Nullable BigDecimal target,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal value,
            boolean computed,
            Formula.@Nullable Why notComputed,
            boolean notApplicable,
            boolean explained,
            int evidence,
            int peers,
            @Nullable BigDecimal median) {}

    /**
     * @param observed the value for limits, else the percent of what it was compared with
     * @param blocks whether the report cannot be handed in like that
     */
    record Finding(
            Fact fact,
            Kind kind,
            Bound.Severity severity,
            @Nullable BigDecimal observed,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean blocks) {}

    private Checks() {}

    /** @param bounds of each indicator */
    static List<Finding> of(List<Fact> facts, Map<UUID, Map<Bound.Kind, Bound>> bounds) {
        var findings = new ArrayList<Finding>();
        for (var fact : facts) {
            var value = fact.value();
            if (value == null) {
                if (fact.computed()) {
                    notComputed(fact, findings);
                } else if (!fact.notApplicable()) {
                    findings.add(missing(fact, Kind.EMPTY));
                }
                continue;
            }
            if (fact.evidenceRequired() && fact.evidence() == 0) {
                findings.add(missing(fact, Kind.EVIDENCE_MISSING));
            }
            bounds.getOrDefault(fact.indicatorId(), Map.of()).values().forEach(bound -> {
                var observed = observed(fact, value, bound);
                if (observed != null && bound.isBrokenBy(observed)) {
                    findings.add(broken(fact, bound, observed));
                }
            });
        }
        return findings;
    }

    /** An input that is not filled speaks for itself; what its unit cannot mend, it explains. */
    private static void notComputed(Fact fact, List<Finding> findings) {
        if (fact.notComputed() != null && fact.notComputed() != Formula.Why.INPUT_EMPTY) {
            findings.add(
                    new Finding(fact, Kind.NOT_COMPUTED, Bound.Severity.WARNING, null, null, null, !fact.explained()));
        }
    }

    private static @Nullable BigDecimal observed(Fact fact, BigDecimal value, Bound bound) {
        if (bound.kind() == Bound.Kind.LIMITS) {
            return value;
        }
        if (!fact.valueKind().hasPlan()) {
            return null;
        }
        return switch (bound.kind()) {
            case LIMITS -> value;
            case AGAINST_PLAN -> percent(value, fact.target());
            case AGAINST_LAST_YEAR -> percent(value, fact.lastYear());
            case AGAINST_PEERS -> {
                var plan = fact.target();
                yield plan == null || fact.median() == null || fact.peers() < bound.minimumPeers()
                        ? null
                        : percent(value, plan.multiply(fact.median()));
            }
        };
    }

    /** Null where the base says nothing: none, zero, or below it. */
    private static @Nullable BigDecimal percent(BigDecimal value, @Nullable BigDecimal base) {
        return base == null || base.signum() <= 0
                ? null
                : Decimals.shown(value.movePointRight(2).divide(base, MathContext.DECIMAL128));
    }

    private static Finding missing(Fact fact, Kind kind) {
        return new Finding(fact, kind, Bound.Severity.ERROR, null, null, null, true);
    }

    private static Finding broken(Fact fact, Bound bound, BigDecimal observed) {
        var blocks = bound.severity() == Bound.Severity.ERROR || !fact.explained();
        return new Finding(
                fact,
                Kind.valueOf(bound.kind().name()),
                bound.severity(),
                observed,
                bound.lower(),
                bound.upper(),
                blocks);
    }
}
