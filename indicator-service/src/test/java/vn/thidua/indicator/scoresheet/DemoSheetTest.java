package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure.ValueKind;

/** The sheet that the demo brings in is one that may be frozen. */
class DemoSheetTest {
    @Test
    void nothingStandsAgainstTheDemosSheetAndItIsWrittenWithoutWhatItDoesNotHave() {
        var kinds = new HashMap<UUID, ValueKind>();
        for (var indicator : DemoSheets.livingBlock().path("indicators")) {
            kinds.put(
                    DemoSheets.indicator(indicator.path("code").asString()),
                    ValueKind.valueOf(indicator.path("valueKind").asString()));
        }
        var sheets = DemoSheets.ofTheLivingBlock().toList();
        assertThat(sheets).isNotEmpty().allSatisfy(sheet -> {
            assertThat(SheetCheck.of(sheet, kinds)).isEmpty();
            assertThat(SheetText.write(sheet))
                    .doesNotContain("knockOuts", "inputs", "cases", "levels", "unmatched", "ties");
        });
    }
}
