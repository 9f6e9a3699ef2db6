package vn.thidua.indicator.designer;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Tries criteria for those who write the sheet. Reads only. */
@Service
class TrialService {
    /** What stands against freezing but leaves a rule that can be counted by; all else would count by what is not there, or divide by nothing. */
    private static final Set<String> COUNTABLE = Set.of(
            "ladder-gap",
            "ladder-overlap",
            "ladder-end-open",
            "case-gap",
            "case-overlap",
            "too-many-cases",
            "above-maximum",
            "penalty-maximum",
            "indicator-needed",
            "indicator-kind");

    /** @param scores of the examples in their order; none while the rule cannot be counted by */
    record Tried(List<FieldError> findings, List<CriterionScore> scores) {}

    private final Scoresheets scoresheets;
    private final SeasonAccess access;

    TrialService(Scoresheets scoresheets, SeasonAccess access) {
        this.scoresheets = scoresheets;
        this.access = access;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 for a sheet that the caller may not write */
    @Transactional(readOnly = true)
    Scoresheet writable(Caller caller, UUID id) {
        return scoresheets
                .find(id)
                .filter(sheet -> access.may(caller, access.season(sheet.seasonId()), Scoresheets.WRITE))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** All that stands against freezing the sheet as it is. */
    @Transactional(readOnly = true)
    List<FieldError> findings(Scoresheet scoresheet) {
        return scoresheets.findings(scoresheet.sheet());
    }

    /** The criterion as a part of that sheet, in the place of whichever it is to become. */
    @Transactional(readOnly = true)
    Tried tried(Scoresheet scoresheet, Criterion criterion, List<Trial.Example> examples) {
        var sheet = scoresheet.sheet();
        var at = "/groups/0/criteria/0";
        var findings = scoresheets.findings(Trial.alone(sheet, criterion)).stream()
                .filter(finding -> finding.pointer().startsWith(at))
                .map(finding -> new FieldError(
                        "/criterion" + finding.pointer().substring(at.length()), finding.code(), finding.arguments()))
                .toList();
        var countable = findings.stream().allMatch(finding -> COUNTABLE.contains(finding.code()));
        return new Tried(findings, countable ? Trial.of(sheet, criterion, examples) : List.of());
    }
}
