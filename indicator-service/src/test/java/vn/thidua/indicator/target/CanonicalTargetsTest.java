package vn.thidua.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure;

class CanonicalTargetsTest {
    private static final UUID SEASON = UUID.fromString("01890000-0000-7000-8000-000000000009");
    private static final UUID INDICATOR = UUID.fromString("01890000-0000-7000-8000-000000000008");

    @Test
    void theTextNamesEveryUnitAndIndicatorOnALineOfItsOwn() {
        var text = CanonicalTargets.text(
                SEASON, "2026", List.of(line("H01.02", "CT.01", "110.50"), line("H01.01", "CT.02", "1E+2")));
        assertThat(text).isEqualTo("""
                thidua-targets/1 | 01890000-0000-7000-8000-000000000009 | 2026
                H01.01 | Xã H01.01 | CT.02 | Thu ngân sách | RAISE | tỷ đồng | 100 | 100 | -
                H01.02 | Xã H01.02 | CT.01 | Thu ngân sách | RAISE | tỷ đồng | 100 | 110.5 | -
                """);
    }

    @Test
    void theHashIsTheSameWhateverTheOrderAndTheFormOfTheNumbers() {
        var lines = new ArrayList<CanonicalTargets.Line>();
        for (int unit = 10; unit < 20; unit++) {
            for (int indicator = 10; indicator < 22; indicator++) {
                lines.add(line("H01." + unit, "CT." + indicator, indicator + ".5"));
            }
        }
        var hash = CanonicalTargets.sha256(CanonicalTargets.text(SEASON, "2026", lines));
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(lines, random);
            var typed = lines.stream()
                    .map(line -> line(
                            line.unitCode(),
                            line.indicatorCode(),
                            String.valueOf(line.registered()) + "0".repeat(random.nextInt(4))))
                    .toList();
            assertThat(CanonicalTargets.sha256(CanonicalTargets.text(SEASON, "2026", typed)))
                    .isEqualTo(hash);
        }
    }

    @Test
    void anotherNumberIsAnotherHash() {
        assertThat(CanonicalTargets.text(SEASON, "2026", List.of(line("H01", "CT", "100"))))
                .isNotEqualTo(CanonicalTargets.text(SEASON, "2026", List.of(line("H01", "CT", "100.01"))));
    }

    @Test
    void aNameCanNeitherBeginALineNorPretendToBeAColumn() {
        var sly = new CanonicalTargets.Line(
                "H01",
                "Xã A\nH02",
                "CT",
                "Thu | 999",
                Measure.Direction.RAISE,
                "đồng",
                null,
                BigDecimal.ONE,
                null,
                List.of(),
                List.of(),
                INDICATOR);
        assertThat(CanonicalTargets.text(SEASON, "2026", List.of(sly)))
                .endsWith("\nH01 | Xã A H02 | CT | Thu \\| 999 | RAISE | đồng | - | 1 | -\n");
    }

    @Test
    void portionsAndListsStandBehindTheOtherColumnsAndANameCannotPretendToBeTwo() {
        var listed = new CanonicalTargets.Line(
                "H01",
                "Xã A",
                "CT",
                "Xã đạt chuẩn",
                Measure.Direction.RAISE,
                "xã",
                null,
                new BigDecimal("2"),
                null,
                List.of(new Target.Portion(Target.Part.H1, null, new BigDecimal("1.0"))),
                List.of("Nà Hoa; Gò Nắng", "Suối | Mây"),
                INDICATOR);
        assertThat(CanonicalTargets.text(SEASON, "2026", List.of(listed)))
                .endsWith("| xã | - | 2 | - | H1: - / 1 | Nà Hoa\\; Gò Nắng; Suối \\| Mây\n");
    }

    private static CanonicalTargets.Line line(String unit, String indicator, String registered) {
        return new CanonicalTargets.Line(
                unit,
                "Xã " + unit,
                indicator,
                "Thu ngân sách",
                Measure.Direction.RAISE,
                "tỷ đồng",
                new BigDecimal("100"),
                new BigDecimal(registered),
                null,
                List.of(),
                List.of(),
                INDICATOR);
    }
}
