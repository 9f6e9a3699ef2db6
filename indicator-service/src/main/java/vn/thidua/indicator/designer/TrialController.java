package vn.thidua.indicator.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.scoresheet.SheetBody.CriterionBody;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.security.Caller;

/** What somebody who writes a scoresheet asks while writing; nothing is stored. */
@RestController
@RequestMapping("/api/v1/scoresheets/{id}")
@Tag(name = "Scoresheets")
final class TrialController {
    /** @param criterion as it is being written, saved or not */
    record TrialRequest(
            @NotNull @Valid CriterionBody criterion,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull TrialExample> examples) {}

    /**
     * @param value the criterion's own number; null where nothing is known
     * @param plan what a percent of plan is taken of
     * @param inputs default none
     */
    record TrialExample(
            @Nullable @Digits(integer = 12, fraction = 6) BigDecimal value,
            @Nullable @Digits(integer = 12, fraction = 6) BigDecimal plan,
            @Nullable @Size(max = 20) List<@Valid @NotNull TrialInput> inputs) {
        Trial.Example example() {
            var known = new HashMap<String, BigDecimal>();
            if (inputs != null) {
                inputs.forEach(input -> known.put(input.code(), input.value()));
            }
            return new Trial.Example(value, plan, known);
        }
    }

    /** @param code of one of the criterion's inputs */
    record TrialInput(
            @NotBlank @Size(max = 35) String code,
            @NotNull @Digits(integer = 12, fraction = 6) BigDecimal value) {}

    /**
     * @param findings what stands against freezing this criterion, with pointers into the request
     * @param scores of the examples in their order; empty while a finding leaves nothing to count by
     */
    @Schema(name = "TrialView")
    record TrialView(
            @NotNull List<SheetFinding> findings, @NotNull List<TrialScore> scores) {}

    @Schema(name = "TrialScore")
    record TrialScore(
            @NotNull Score.State state,
            @NotNull BigDecimal points,
            @NotNull Score.Trace trace) {
        static TrialScore of(CriterionScore score) {
            return new TrialScore(score.state(), score.points(), score.trace());
        }
    }

    /**
     * @param version of the sheet that was looked at
     * @param findings all that stands against freezing it; empty when nothing does
     */
    @Schema(name = "SheetChecks")
    record SheetChecks(long version, @NotNull List<SheetFinding> findings) {}

    /** @param arguments the numbers in its text, such as the ends of a gap */
    @Schema(name = "SheetFinding")
    record SheetFinding(
            @NotNull String pointer,
            @NotNull String code,
            @NotNull List<String> arguments,
            @NotNull String detail) {}

    private final TrialService service;
    private final Scoresheets scoresheets;
    private final AnyMandate anyMandate;
    private final ProblemRenderer texts;

    TrialController(TrialService service, Scoresheets scoresheets, AnyMandate anyMandate, ProblemRenderer texts) {
        this.service = service;
        this.scoresheets = scoresheets;
        this.anyMandate = anyMandate;
        this.texts = texts;
    }

    @GetMapping("/checks")
    @Operation(summary = "What stands against freezing the sheet: gaps, overlaps, maxima that do not add up")
    SheetChecks checks(Caller caller, @PathVariable UUID id, Locale locale) {
        anyMandate.require(caller, "indicators.read");
        var sheet = service.writable(caller, id);
        return new SheetChecks(sheet.version(), shown(service.findings(sheet), locale));
    }

    @PostMapping("/trials")
    @Operation(
            summary =
                    "Counts examples by a criterion as it is being written, with the rounding and the plan of the sheet; nothing is stored")
    TrialView trial(Caller caller, @PathVariable UUID id, @Valid @RequestBody TrialRequest request, Locale locale) {
        anyMandate.require(caller, "indicators.read");
        var sheet = service.writable(caller, id);
        var tried = service.tried(
                sheet,
                scoresheets.criterion("/criterion", request.criterion()),
                request.examples().stream().map(TrialExample::example).toList());
        return new TrialView(
                shown(tried.findings(), locale),
                tried.scores().stream().map(TrialScore::of).toList());
    }

    private List<SheetFinding> shown(List<FieldError> findings, Locale locale) {
        return findings.stream()
                .map(finding -> new SheetFinding(
                        finding.pointer(),
                        finding.code(),
                        finding.arguments().stream().map(String::valueOf).toList(),
                        texts.text(finding, locale)))
                .toList();
    }
}
