package vn.thidua.indicator.score;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.ScoreStore.Assessment;
import vn.thidua.indicator.score.ScoreStore.SelfScore;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** A unit's score as it is shown. */
final class ScoreViews {
    private ScoreViews() {}

    /** @param selfTotal what the unit gives itself where it applies, null before it gave anything */
    record ScoreView(
            @NotNull UUID scoresheetId,
            @NotNull UUID unitId,
            @NotNull String sheetSha256,
            @NotNull String factsSha256,
            @NotNull BigDecimal maximum,
            @NotNull BigDecimal total,
            @Nullable BigDecimal selfTotal,
            @NotNull List<Score.GroupScore> groups,
            @NotNull List<PartScore> parts,
            @NotNull List<CriterionView> criteria,
            @NotNull List<Score.Adjustment> adjustments,
            Score.@Nullable Verdict verdict) {}

    /**
     * @param reported what the unit reported, where it is known; what a document states is in the trace
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
            @NotNull Instant assessedAt) {
        static AssessmentView of(Assessment assessment) {
            return new AssessmentView(
                    assessment.value(),
                    assessment.notApplicable(),
                    assessment.reason(),
                    assessment.revision(),
                    assessment.assessedAt());
        }
    }

    static ScoreView of(ScoreService.Scored scored) {
        var criteria = new ArrayList<CriterionView>();
        var sheet = scored.scoresheet().sheet();
        var defined = sheet.forUnit(scored.score().unitId()).criteria();
        for (int i = 0; i < defined.size(); i++) {
            criteria.add(view(scored, defined.get(i), scored.score().criteria().get(i)));
        }
        return new ScoreView(
                scored.scoresheet().id(),
                scored.score().unitId(),
                Objects.requireNonNull(scored.scoresheet().sha256()),
                FactReader.sha256(scored.facts()),
                sheet.maximum(),
                scored.score().total(),
                criteria.stream()
                        .filter(each -> each.state() != Score.State.NOT_APPLICABLE)
                        .map(CriterionView::self)
                        .filter(Objects::nonNull)
                        .map(SelfView::points)
                        .reduce(BigDecimal::add)
                        .orElse(null),
                scored.score().groups(),
                PartScore.of(sheet, scored.score()),
                criteria,
                scored.score().adjustments(),
                scored.score().verdict());
    }

    private static CriterionView view(ScoreService.Scored scored, Criterion criterion, Score.CriterionScore result) {
        var fact = scored.facts().byCriterion().get(criterion.code());
        return new CriterionView(
                criterion.code(),
                result.groupCode(),
                criterion.name(),
                result.kind(),
                criterion.maximum(),
                criterion.indicatorId(),
                result.state(),
                fact == null ? null : reported(fact),
                fact == null ? null : found(fact),
                self(scored.self().get(criterion.code())),
                assessment(scored.assessed().get(criterion.code())),
                inputs(scored, criterion),
                result.points(),
                result.trace());
    }

    private static @Nullable BigDecimal reported(Facts.Fact fact) {
        return fact.origin() == Facts.Origin.REPORTED && fact.reported() == null ? fact.value() : fact.reported();
    }

    private static @Nullable BigDecimal found(Facts.Fact fact) {
        return switch (fact.origin()) {
            case VERIFIED, ASSESSED -> fact.value();
            case REPORTED, STATED -> null;
        };
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
        return assessment == null ? null : AssessmentView.of(assessment);
    }
}
