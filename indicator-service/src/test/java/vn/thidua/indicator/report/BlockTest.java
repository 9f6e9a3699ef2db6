package vn.thidua.indicator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.Units;

/** A number that was typed before its target became a list. */
@SuppressWarnings("NullAway") // It does not read from a compiled record that a component of a nested type may be null.
class BlockTest {
    private static final Block.Asked LISTED = new Block.Asked(
            new Measure(Measure.ValueKind.COUNT, Measure.Direction.RAISE, 0, false),
            new Units("xã", List.of()),
            null,
            List.of("Nà Hoa", "Gò Nắng"));
    private static final Cell ABOUT_SEVEN = new Cell(
            BigDecimal.valueOf(7), null, Qualifier.ABOUT, null, false, Cell.Actuality.ACTUAL, null, Set.of(), null);

    @Test
    void itStaysAsItWasSaidWhileSomethingIsSaidBesideIt() {
        var reading = wanted(Qualifier.ABOUT, null, "theo báo cáo xã").over(ABOUT_SEVEN, LISTED);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.cell().value()).isEqualByComparingTo("7");
        assertThat(reading.cell().qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(reading.cell().explanation()).isEqualTo("theo báo cáo xã");
    }

    @Test
    void itIsNotSaidOtherwiseAnyMore() {
        assertThat(codes(wanted(Qualifier.ABOVE, null, null))).containsExactly("not-qualified");
        assertThat(codes(wanted(Qualifier.ABOUT, List.of("Nà Hoa"), null))).contains("not-qualified");
    }

    private static List<String> codes(Block.Wanted wanted) {
        return wanted.over(ABOUT_SEVEN, LISTED).faults().stream()
                .map(Cell.Fault::code)
                .toList();
    }

    private static Block.Wanted wanted(
            Qualifier qualifier, @Nullable List<String> reached, @Nullable String explanation) {
        return new Block.Wanted(
                new UUID(0, 1),
                1,
                BigDecimal.valueOf(7),
                null,
                qualifier,
                reached,
                false,
                null,
                false,
                explanation,
                null);
    }
}
