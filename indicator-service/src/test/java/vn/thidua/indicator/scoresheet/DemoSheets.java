package vn.thidua.indicator.scoresheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.indicator.canonical.Canonical;

/** The sheets that the demo brings in; there an indicator is named by its code. */
final class DemoSheets {
    private static final Path DEMO = Path.of("..", "deploy", "launcher", "src/main/resources/vn/thidua/launcher/demo");

    private DemoSheets() {}

    static Stream<Sheet> ofTheLivingBlock() {
        return sheets(livingBlock());
    }

    static Stream<Sheet> ofHaGiang() {
        return sheets(read("records/khoi-ha-giang.json"));
    }

    static JsonNode livingBlock() {
        return read("an-binh-2026.json");
    }

    /** The id under which the sheets know an indicator of this code. */
    static UUID indicator(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Sheet> sheets(JsonNode demo) {
        return demo.path("scoresheets").valueStream().map(draft -> {
            draft.path("groups").forEach(group -> group.path("criteria").forEach(DemoSheets::named));
            return SheetReader.read(Canonical.read(draft.toString(), SheetBody.Content.class));
        });
    }

    private static void named(JsonNode criterion) {
        var indicator = ((ObjectNode) criterion).remove("indicator");
        if (indicator != null) {
            ((ObjectNode) criterion)
                    .put("indicatorId", indicator(indicator.asString()).toString());
        }
    }

    private static JsonNode read(String file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(DEMO.resolve(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
