package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.score.Sheets.UNIT;
import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.group;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Facts.Origin;
import vn.thidua.indicator.score.Facts.Source;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.Variant;

/** One sheet for units of several kinds, and for several periods. */
class VariantsTest {
    private static final UUID COMMUNE = UUID.fromString("01890000-0000-7000-8000-00000000000c");
    private static final Rounding DIGITS = new Rounding(RoundedAt.TOTAL, 6, RoundingMode.HALF_UP);

    /** Departments: 10 points by a ladder at 90. Communes: 30 points by a ladder at 50. Beside it what everybody has. */
    private static final Criterion REFORM = varied(
            criterion("1", "10", ladder(Of.VALUE, "90)", "4", "", "10")),
            new Variant(List.of(COMMUNE), "Xã, phường", n("30"), ladder(Of.VALUE, "50)", "12", "", "30")));

    private static final Criterion SECURITY = varied(
            criterion("2", "30", new ScoringRule.Proportional(Of.VALUE, null, null, null, null)),
            new Variant(List.of(COMMUNE), "Xã, phường", n("10"), null));

    @Test
    void theSameFactsEarnWhatTheSheetSaysOfTheUnitsKind() {
        var sheet = sheet("40", group("I", "40", "0", REFORM, SECURITY));

        var department = Scoring.score(sheet, facts("1", "60", "2", "50"));
        var commune = Scoring.score(sheet, of(COMMUNE, facts("1", "60", "2", "50")));

        assertThat(points(department)).containsExactly("4", "15");
        assertThat(points(commune))
                .as("its own ladder, and its own maximum under the common rule")
                .containsExactly("30", "5");
        assertThat(department.total()).isEqualByComparingTo("19");
        assertThat(commune.total()).isEqualByComparingTo("35");
    }

    @Test
    void whoeverOpensThePointsReadsForWhomTheyCountSo() {
        var sheet = sheet("40", group("I", "40", "0", REFORM, SECURITY));

        var commune = Scoring.score(sheet, of(COMMUNE, facts("1", "60")));
        var told = commune.criteria().getFirst().trace().steps().getFirst();
        assertThat(told.words().vi()).isEqualTo("mức riêng cho “Xã, phường”, điểm tối đa");
        assertThat(told.value()).isEqualByComparingTo("30");
        assertThat(Scoring.score(sheet, facts("1", "60"))
                        .criteria()
                        .getFirst()
                        .trace()
                        .steps())
                .noneMatch(step -> step.words().vi().contains("mức riêng"));
    }

    @Test
    void whatDoesNotApplyIsSpreadByTheUnitsOwnMaxima() {
        var excluding = sheet("40", NotApplicable.EXCLUDE, DIGITS, group("I", "40", "0", REFORM, SECURITY));
        var known = facts("1", Sheets.notApplicable(), "2", "50");
        assertThat(Scoring.score(excluding, known).total())
                .as("15 of 30 become 20 of 40")
                .isEqualByComparingTo("20");
        assertThat(Scoring.score(excluding, of(COMMUNE, known)).total())
                .as("5 of 10 become 20 of 40")
                .isEqualByComparingTo("20");

        var full = sheet("40", NotApplicable.FULL, DIGITS, group("I", "40", "0", REFORM, SECURITY));
        assertThat(points(Scoring.score(full, known))).containsExactly("10", "15");
        assertThat(points(Scoring.score(full, of(COMMUNE, known)))).containsExactly("30", "5");
    }

    @Test
    void aClassAsksForAPercentOfTheUnitsOwnMaximum() {
        var excellent = new Terms.Grade("A", "Xuất sắc", Range.from(BigDecimal.ZERO), n("50"), null, false);
        var terms = new Terms(null, List.of(), List.of(excellent), List.of(), List.of());
        var sheet = sheet("40", terms, group("I", "40", "0", REFORM, SECURITY));
        var known = facts("1", "95", "2", "50");
        assertThat(grade(Scoring.score(sheet, known))).isEqualTo("A");
        assertThat(grade(Scoring.score(sheet, of(COMMUNE, facts("1", "40", "2", "50")))))
                .as("12 of 30 are no half")
                .isNull();
    }

    @Test
    void aSheetOfVariantsCountsAsTheSheetThatSaysTheSameOfOneUnit() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var sheet = RandomSheets.sheet(random);
            var known = RandomSheets.facts(random, sheet);
            var varied = Scoring.score(sheet, known);
            var plain = Scoring.score(sheet.forUnit(UNIT), known);
            assertThat(varied.total()).as("seed " + seed).isEqualByComparingTo(plain.total());
            assertThat(points(varied)).as("seed " + seed).isEqualTo(points(plain));
            assertThat(varied.adjustments()).isEqualTo(plain.adjustments());
            assertThat(sheet.forUnit(UNIT).hasVariants()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXCLUDE, 0, 40, 'Bảng điểm không chấm tiêu chí này ở kỳ này: loại khỏi thang điểm, điểm được chia lại'",
        "LEAVE_OUT, 0, 30, Bảng điểm không chấm tiêu chí này ở kỳ này: loại khỏi thang điểm",
        "FULL, 10, 40, Bảng điểm không chấm tiêu chí này ở kỳ này: tính đủ điểm",
        "ZERO, 0, 30, Bảng điểm không chấm tiêu chí này ở kỳ này: 0 điểm"
    })
    void whatTheSheetDoesNotCountInThePeriodIsTreatedAsWhatDoesNotApply(
            NotApplicable policy, BigDecimal points, BigDecimal total, String words) {
        var out = new Fact(
                null,
                null,
                true,
                Origin.ASSESSED,
                Direction.RAISE,
                null,
                null,
                null,
                List.of(new Source(Facts.PERIOD, "H1")));
        var sheet = sheet("40", policy, DIGITS, group("I", "40", "0", REFORM, SECURITY));
        var score = Scoring.score(sheet, facts("1", out, "2", "100"));
        var left = score.criteria().getFirst();
        assertThat(left.state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(left.points()).isEqualByComparingTo(points);
        assertThat(left.trace().formula().vi()).isEqualTo(words);
        assertThat(left.trace().inputs()).anyMatch(input -> "H1".equals(input.id()));
        assertThat(score.total()).isEqualByComparingTo(total);
    }

    private static Criterion varied(Criterion plain, Variant... variants) {
        return new Criterion(
                plain.code(),
                plain.name(),
                plain.maximum(),
                plain.indicatorId(),
                plain.rule(),
                plain.inputs(),
                plain.knockOuts(),
                plain.notFor(),
                List.of(variants),
                List.of());
    }

    private static @Nullable String grade(Score score) {
        return Objects.requireNonNull(score.verdict()).grade();
    }

    private static Facts of(UUID unit, Facts facts) {
        return new Facts(unit, facts.byCriterion());
    }

    private static List<String> points(Score score) {
        return score.criteria().stream()
                .map(criterion -> criterion.points().stripTrailingZeros().toPlainString())
                .toList();
    }
}
