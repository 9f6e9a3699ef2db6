package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.security.Caller;

/** What a leader reads before handing a report in, and a verifier before judging it again. */
@RestController
@RequestMapping("/api/v1/reports/{id}")
@Tag(name = "Reports")
final class ReadinessController {
    private final CheckQueries checks;
    private final ChangeQueries changes;
    private final ReportAccess access;
    private final ProblemRenderer texts;

    ReadinessController(CheckQueries checks, ChangeQueries changes, ReportAccess access, ProblemRenderer texts) {
        this.checks = checks;
        this.changes = changes;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/checks")
    @Operation(
            summary =
                    "What speaks against handing the report in: errors block, warnings need an explanation in their cell")
    ReviewViews.Readiness checks(Caller caller, @PathVariable UUID id, Locale locale) {
        access.requireSight(caller, id);
        var findings = checks.findings(id);
        var shown = findings.stream()
                .map(finding -> new ReviewViews.FindingView(
                        finding.fact().indicatorId(),
                        finding.fact().code(),
                        finding.fact().name(),
                        finding.kind(),
                        finding.severity(),
                        finding.observed(),
                        finding.lower(),
                        finding.upper(),
                        finding.severity() == Bound.Severity.WARNING
                                && finding.fact().explained(),
                        finding.blocks(),
                        texts.text(CheckTelling.error(finding), locale)))
                .toList();
        return new ReviewViews.Readiness(
                findings.stream().noneMatch(Checks.Finding::blocks),
                count(findings, Bound.Severity.ERROR),
                count(findings, Bound.Severity.WARNING),
                (int) findings.stream()
                        .filter(finding -> finding.severity() == Bound.Severity.WARNING && finding.blocks())
                        .count(),
                shown);
    }

    @GetMapping("/changes")
    @Operation(
            summary =
                    "What changed since the report was handed in before: for its unit since the last time, for its judges since the time before")
    ReviewViews.Changes changes(Caller caller, @PathVariable UUID id) {
        access.requireSight(caller, id);
        var base = changes.base(id).orElse(null);
        return new ReviewViews.Changes(base, base == null ? List.of() : changes.since(id, base.id()));
    }

    private static int count(List<Checks.Finding> findings, Bound.Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
