package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.catalogue.Measure.ValueKind;

/** The sheet that the demo brings in is one that may be frozen. */
class DemoSheetTest {
    private static final Path DEMO =
            Path.of("..", "deploy", "launcher", "src/main/resources/vn/thidua/launcher/demo/an-binh-2026.json");

    @Test
    void nothingStandsAgainstTheDemosSheetAndItIsWrittenWithoutWhatItDoesNotHave() throws IOException {
        var demo = JsonMapper.shared().readTree(Files.readString(DEMO));
        var ids = new HashMap<String, UUID>();
        var kinds = new HashMap<UUID, ValueKind>();
        for (var indicator : demo.path("indicators")) {
            var id = UUID.randomUUID();
            ids.put(indicator.path("code").asString(), id);
            kinds.put(id, ValueKind.valueOf(indicator.path("valueKind").asString()));
        }
        assertThat(demo.path("scoresheets")).isNotEmpty();
        for (var draft : demo.path("scoresheets")) {
            for (var group : draft.path("groups")) {
                for (var criterion : group.path("criteria")) {
                    named((ObjectNode) criterion, ids);
                }
            }
            var sheet = SheetReader.read(Canonical.read(draft.toString(), SheetBody.Content.class));
            assertThat(SheetCheck.of(sheet, kinds)).isEmpty();
            assertThat(SheetText.write(sheet)).doesNotContain("knockOuts", "inputs", "cases", "levels", "unmatched");
        }
    }

    private static void named(ObjectNode criterion, Map<String, UUID> ids) {
        JsonNode indicator = criterion.remove("indicator");
        if (indicator != null) {
            criterion.put("indicatorId", String.valueOf(ids.get(indicator.asString())));
        }
    }
}
