package vn.thidua.indicator.score;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.score.ScoreController.Revision;
import vn.thidua.indicator.score.ScoreViews.AssessmentView;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** What is assessed by hand: bonus, penalties, a council's points, rulings. */
@RestController
@RequestMapping("/api/v1/scores")
@Tag(name = "Scores")
final class AssessmentController {
    /** @param value a number as the criterion's rule reads it: 1 for yes, a count, days, points; null when it does not apply */
    record AssessmentRequest(
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal value,
            boolean notApplicable,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    /**
     * @param published whether a ranking by the sheet is published, so that nothing of it moves any more
     * @param office whether the caller may also rule, and find what only the organiser's office finds
     */
    record AssessmentsView(
            boolean published,
            boolean writable,
            boolean office,
            @NotNull List<AssessedUnit> units) {}

    /** @param criteria those whose points come from what is assessed, and all others of the sheet, in its order */
    record AssessedUnit(
            @NotNull UUID unitId,
            @NotNull BigDecimal total,
            @NotNull List<AssessedCriterion> criteria,
            @NotNull List<AssessedValue> values) {}

    record AssessedCriterion(
            @NotNull String code,
            @NotNull Score.State state,
            @NotNull BigDecimal points) {}

    /** @param code by which it is assessed, {@code I.2:thang} */
    record AssessedValue(@NotNull String code, @NotNull AssessmentView assessment) {}

    /** @param unit as the unit stands with it, to be put in the place of its row; null for who may write and not read */
    record EnteredView(int revision, @Nullable AssessedUnit unit) {}

    private final AssessmentService service;
    private final AnyMandate anyMandate;

    AssessmentController(AssessmentService service, AnyMandate anyMandate) {
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping("/{scoresheetId}/assessments")
    @Operation(
            summary =
                    "What was assessed by hand of all members of the season, with what each comes to; for those who run it")
    AssessmentsView assessments(Caller caller, @PathVariable UUID scoresheetId) {
        anyMandate.require(caller, "reports.read");
        var assessed = service.assessments(caller, scoresheetId);
        return new AssessmentsView(
                assessed.published(),
                assessed.writable(),
                assessed.office(),
                assessed.units().stream().map(AssessmentController::view).toList());
    }

    private static AssessedUnit view(AssessmentService.AssessedMember unit) {
        return new AssessedUnit(
                unit.score().unitId(),
                unit.score().total(),
                unit.score().criteria().stream()
                        .map(each -> new AssessedCriterion(each.code(), each.state(), each.points()))
                        .toList(),
                unit.assessments().stream()
                        .map(each -> new AssessedValue(each.criterionCode(), AssessmentView.of(each)))
                        .toList());
    }

    @PutMapping("/{scoresheetId}/{unitId}/{criterionCode}/assessment")
    @Operation(
            summary =
                    "What is scored but not reported; If-Match is the revision seen, \"0\" before the first. criterionCode is a criterion's, code:input for a further number of it, or code:ruling for its points where no row of the sheet holds")
    ResponseEntity<EnteredView> assess(
            Caller caller,
            @PathVariable UUID scoresheetId,
            @PathVariable UUID unitId,
            @PathVariable String criterionCode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AssessmentRequest request) {
        anyMandate.require(caller, "reports.write");
        if (request.notApplicable() == (request.value() != null)) {
            throw Problem.invalid(FieldError.of("/value", request.notApplicable() ? "not-for-subject" : "required"))
                    .asException();
        }
        var entered = service.assess(
                caller,
                scoresheetId,
                unitId,
                criterionCode,
                Revision.seen(ifMatch),
                request.value(),
                request.reason().strip());
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(entered.revision()))
                .body(new EnteredView(entered.revision(), entered.unit() == null ? null : view(entered.unit())));
    }
}
