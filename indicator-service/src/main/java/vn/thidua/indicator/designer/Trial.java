package vn.thidua.indicator.designer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Facts.Origin;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Terms;

/** One criterion counted alone, by the very code that counts a season. A pure function. */
final class Trial {
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * @param value what the criterion itself has, or null for nothing known
     * @param plan what a percent of plan is taken of, both assigned and registered
     * @param inputs further numbers by the codes of the criterion's inputs
     */
    record Example(@Nullable BigDecimal value, @Nullable BigDecimal plan, Map<String, BigDecimal> inputs) {
        Example {
            inputs = Map.copyOf(inputs);
        }
    }

    private Trial() {}

    /**
     * The points of each example, in their order, rounded as the sheet rounds a criterion.
     *
     * @param sheet whose rounding, plan and word on cases without a row hold
     */
    static List<CriterionScore> of(Sheet sheet, Criterion criterion, List<Example> examples) {
        var alone = alone(sheet, criterion);
        return examples.stream()
                .map(example -> Scoring.score(alone, facts(criterion, example))
                        .criteria()
                        .getFirst())
                .toList();
    }

    /** The sheet with that criterion only. */
    static Sheet alone(Sheet sheet, Criterion criterion) {
        return new Sheet(
                criterion.maximum(),
                sheet.bonus(),
                sheet.notApplicable(),
                sheet.plan(),
                true,
                sheet.rounding(),
                List.of(new Group("trial", "trial", criterion.maximum(), criterion.maximum(), List.of(criterion))),
                new Terms(sheet.terms().unmatched(), List.of(), List.of(), List.of()));
    }

    private static Facts facts(Criterion criterion, Example example) {
        var facts = new HashMap<String, Fact>();
        if (example.value() != null) {
            facts.put(
                    criterion.code(),
                    new Fact(
                            example.value(),
                            null,
                            false,
                            Origin.REPORTED,
                            Direction.RAISE,
                            example.plan(),
                            example.plan(),
                            null,
                            List.of()));
        }
        example.inputs().forEach((code, value) -> facts.put(Input.key(criterion.code(), code), Fact.of(value)));
        return Facts.of(NOBODY, facts);
    }
}
