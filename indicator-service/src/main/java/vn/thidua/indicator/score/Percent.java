package vn.thidua.indicator.score;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.target.Plan;

/**
 * The percent of plan as a score counts with it: what {@link Plan} says of reached and planned, as an exact number. More than 100 of a
 * planned reduction is good (a plan of 100 fewer poor households, 125 fewer reached: 125%).
 */
record Percent(Fraction value, Sentence formula) {
    /** As stated, where a document states it. Null when it cannot be known: no target, one that is not above zero, no reduction planned, or last year's number missing. */
    static @Nullable Percent of(Fact fact, Sheet.Plan against) {
        if (fact.percent() != null) {
            return new Percent(
                    Fraction.of(fact.percent()),
                    Sentence.of(
                            "%% kế hoạch như tài liệu nêu (không có số để tính lại)",
                            "percent of plan as the document states it (without the numbers behind it)"));
        }
        if (fact.value() == null) {
            return null;
        }
        return switch (fact.plan(against).fulfilment(fact.value())) {
            case Plan.Fulfilment.Percent percent ->
                new Percent(
                        Fraction.of(percent.reached())
                                .over(Fraction.of(percent.planned()))
                                .times(Fraction.HUNDRED),
                        words(fact.direction(), percent));
            case Plan.Fulfilment.None _ -> null;
        };
    }

    private static Sentence words(Measure.Direction direction, Plan.Fulfilment.Percent percent) {
        return switch (direction) {
            case RAISE ->
                Sentence.of(
                        "%% kế hoạch = thực hiện %s ÷ kế hoạch %s × 100",
                        "percent of plan = actual %s ÷ plan %s × 100", percent.actual(), percent.target());
            case REDUCE -> {
                var from = Objects.requireNonNull(percent.lastYear());
                yield Sentence.of(
                        "%% kế hoạch giảm = mức giảm đạt được (%s − %s) ÷ mức giảm kế hoạch (%s − %s) × 100",
                        "percent of the planned reduction = reduction reached (%s − %s) ÷ reduction planned (%s − %s) × 100",
                        from,
                        percent.actual(),
                        from,
                        percent.target());
            }
            case REACH ->
                Sentence.of(
                        "%% kế hoạch = thực hiện %s (vượt kế hoạch không tính thêm) ÷ kế hoạch %s × 100",
                        "percent of plan = actual %s (no more than the plan counts) ÷ plan %s × 100",
                        percent.actual(),
                        percent.target());
            case WITHIN ->
                Sentence.of(
                        "%% giữ trong mức = 100 − phần của %s vượt quá %s (tính theo %%)",
                        "percent kept within = 100 − what %s has above %s in percent",
                        percent.actual(),
                        percent.target());
            case KEEP ->
                Sentence.of(
                        "%% giữ vững = 100 − độ lệch của %s so với %s (tính theo %%)",
                        "percent kept = 100 − deviation of %s from %s in percent", percent.actual(), percent.target());
        };
    }
}
