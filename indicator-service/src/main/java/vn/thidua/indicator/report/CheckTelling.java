package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Formula;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** Says what the checks found. */
final class CheckTelling {
    private CheckTelling() {}

    /** @throws vn.thidua.kit.problem.ProblemException 422 with every cell that keeps the report from being handed in */
    static void requireReady(List<Checks.Finding> findings) {
        var errors = findings.stream()
                .filter(Checks.Finding::blocks)
                .map(CheckTelling::error)
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    static FieldError error(Checks.Finding finding) {
        var pointer = "/cells/" + finding.fact().indicatorId();
        return switch (finding.kind()) {
            case EMPTY -> FieldError.of(pointer, "cell-empty");
            case EVIDENCE_MISSING -> FieldError.of(pointer, "evidence-missing");
            case NOT_COMPUTED ->
                FieldError.of(pointer, notComputed(finding.fact().notComputed()));
            case LIMITS -> compared(finding, pointer, "outside-limits");
            case AGAINST_PLAN -> compared(finding, pointer, "far-from-plan");
            case AGAINST_LAST_YEAR -> compared(finding, pointer, "far-from-last-year");
            case AGAINST_PEERS -> compared(finding, pointer, "far-from-peers");
        };
    }

    private static String notComputed(Formula.@Nullable Why why) {
        return switch (why) {
            case DIVISION_BY_ZERO -> "not-computed-zero";
            case INPUT_NOT_APPLICABLE -> "not-computed-not-applicable";
            case OUT_OF_RANGE -> "not-computed-range";
            case INPUT_EMPTY, INPUT_MISSING -> "not-computed-missing";
            case null -> "not-computed-missing";
        };
    }

    private static FieldError compared(Checks.Finding finding, String pointer, String code) {
        return FieldError.of(pointer, code, shown(finding.observed()), shown(finding.lower()), shown(finding.upper()));
    }

    private static Object shown(@Nullable BigDecimal number) {
        return number == null ? "…" : number;
    }
}
