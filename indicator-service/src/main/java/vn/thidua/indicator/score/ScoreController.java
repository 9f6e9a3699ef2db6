package vn.thidua.indicator.score;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.score.ScoreStore.Assessment;
import vn.thidua.indicator.score.ScoreStore.SelfScore;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Scores with their trace, self scores beside them, and what is assessed by hand. */
@RestController
@RequestMapping("/api/v1/scores")
@Tag(name = "Scores")
final class ScoreController {
    /** @param selfTotal what the unit gives itself, null before it gave anything */
    record ScoreView(
            @NotNull UUID scoresheetId,
            @NotNull UUID unitId,
            @NotNull String sheetSha256,
            @NotNull String factsSha256,
            @NotNull BigDecimal maximum,
            @NotNull BigDecimal total,
            @Nullable BigDecimal selfTotal,
            @NotNull List<Score.GroupScore> groups,
            @NotNull List<CriterionView> criteria,
            @NotNull List<Score.Adjustment> adjustments,
            Score.@Nullable Verdict verdict) {}

    /**
     * @param reported what the unit reported, where it is known
     * @param verified what a verifier found or a body assessed
     * @param inputs further numbers of it, and the ruling where its rule may leave a case without a row
     */
    record CriterionView(
            @NotNull String code,
            @NotNull String groupCode,
            @NotNull String name,
            @NotNull ScoringRule.Kind kind,
            @NotNull BigDecimal maximum,
            @Nullable UUID indicatorId,
            @NotNull Score.State state,
            @Nullable BigDecimal reported,
            @Nullable BigDecimal verified,
            @Nullable SelfView self,
            @Nullable AssessmentView assessment,
            @NotNull List<InputView> inputs,
            @NotNull BigDecimal points,
            @NotNull Score.Trace trace) {}

    /** @param code by which it is assessed, {@code I.2:thang} */
    record InputView(
            @NotNull String code,
            @NotNull String name,
            @Nullable UUID indicatorId,
            @Nullable BigDecimal value,
            @Nullable AssessmentView assessment) {}

    record SelfView(
            @NotNull BigDecimal points,
            @Nullable String note,
            int revision,
            @NotNull Instant givenAt) {}

    record AssessmentView(
            @Nullable BigDecimal value,
            boolean notApplicable,
            @NotNull String reason,
            int revision,
            @NotNull Instant assessedAt) {}

    record SelfRequest(
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points,
            @Nullable @Size(min = 1, max = 1000) String note) {}

    /** @param value a number as the criterion's rule reads it: 1 for yes, a count, days, points; null when it does not apply */
    record AssessmentRequest(
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal value,
            boolean notApplicable,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    record Revision(int revision) {}

    private final ScoreService service;
    private final AnyMandate anyMandate;

    ScoreController(ScoreService service, AnyMandate anyMandate) {
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "A unit's score by a scoresheet as of now, with the way to every point")
    ScoreView score(Caller caller, @RequestParam UUID scoresheetId, @RequestParam UUID unitId) {
        anyMandate.require(caller, "reports.read");
        return view(service.score(caller, scoresheetId, unitId));
    }

    @PutMapping("/{scoresheetId}/{unitId}/{criterionCode}/self")
    @Operation(summary = "A unit's own points for a criterion; If-Match is the revision seen, \"0\" before the first")
    ResponseEntity<Revision> giveSelf(
            Caller caller,
            @PathVariable UUID scoresheetId,
            @PathVariable UUID unitId,
            @PathVariable String criterionCode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SelfRequest request) {
        anyMandate.require(caller, "reports.write");
        return answer(service.giveSelf(
                caller,
                scoresheetId,
                unitId,
                criterionCode,
                revision(ifMatch),
                request.points(),
                request.note() == null || request.note().isBlank()
                        ? null
                        : request.note().strip()));
    }

    @PutMapping("/{scoresheetId}/{unitId}/{criterionCode}/assessment")
    @Operation(
            summary =
                    "What is scored but not reported; If-Match is the revision seen, \"0\" before the first. criterionCode is a criterion's, code:input for a further number of it, or code:ruling for its points where no row of the sheet holds")
    ResponseEntity<Revision> assess(
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
        return answer(service.assess(
                caller,
                scoresheetId,
                unitId,
                criterionCode,
                revision(ifMatch),
                request.value(),
                request.reason().strip()));
    }

    private static int revision(@Nullable String ifMatch) {
        var version = Versions.required(ifMatch);
        return version > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) version;
    }

    private static ResponseEntity<Revision> answer(int revision) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(revision))
                .body(new Revision(revision));
    }

    private static ScoreView view(ScoreService.Scored scored) {
        var criteria = new ArrayList<CriterionView>();
        var defined = scored.scoresheet().sheet().criteria();
        for (int i = 0; i < defined.size(); i++) {
            criteria.add(view(scored, defined.get(i), scored.score().criteria().get(i)));
        }
        return new ScoreView(
                scored.scoresheet().id(),
                scored.score().unitId(),
                java.util.Objects.requireNonNull(scored.scoresheet().sha256()),
                FactReader.sha256(scored.facts()),
                scored.scoresheet().sheet().maximum(),
                scored.score().total(),
                scored.self().values().stream()
                        .map(SelfScore::points)
                        .reduce(BigDecimal::add)
                        .orElse(null),
                scored.score().groups(),
                criteria,
                scored.score().adjustments(),
                scored.score().verdict());
    }

    private static CriterionView view(ScoreService.Scored scored, Criterion criterion, Score.CriterionScore result) {
        var fact = scored.facts().byCriterion().get(criterion.code());
        var own = fact != null && fact.origin() == Facts.Origin.REPORTED;
        return new CriterionView(
                criterion.code(),
                result.groupCode(),
                criterion.name(),
                result.kind(),
                criterion.maximum(),
                criterion.indicatorId(),
                result.state(),
                fact == null ? null : own ? fact.value() : fact.reported(),
                fact == null || own ? null : fact.value(),
                self(scored.self().get(criterion.code())),
                assessment(scored.assessed().get(criterion.code())),
                inputs(scored, criterion),
                result.points(),
                result.trace());
    }

    private static List<InputView> inputs(ScoreService.Scored scored, Criterion criterion) {
        var inputs = new ArrayList<InputView>();
        for (var input : criterion.inputs()) {
            inputs.add(input(scored, criterion, input.code(), input.name(), input.indicatorId()));
        }
        if (criterion.mayBeUnmatched()) {
            inputs.add(input(scored, criterion, Input.RULING, Input.RULING, null));
        }
        return inputs;
    }

    private static InputView input(
            ScoreService.Scored scored, Criterion criterion, String code, String name, @Nullable UUID indicatorId) {
        var key = Input.key(criterion.code(), code);
        var fact = scored.facts().byCriterion().get(key);
        return new InputView(
                key,
                name,
                indicatorId,
                fact == null ? null : fact.value(),
                assessment(scored.assessed().get(key)));
    }

    private static @Nullable SelfView self(@Nullable SelfScore self) {
        return self == null ? null : new SelfView(self.points(), self.note(), self.revision(), self.givenAt());
    }

    private static @Nullable AssessmentView assessment(@Nullable Assessment assessment) {
        return assessment == null
                ? null
                : new AssessmentView(
                        assessment.value(),
                        assessment.notApplicable(),
                        assessment.reason(),
                        assessment.revision(),
                        assessment.assessedAt());
    }
}
