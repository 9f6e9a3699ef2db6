package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as cluster-service publishes them in its examples, which its own build replays. */
final class PublishedEvents {
    static final Path EXAMPLES = Path.of("..", "cluster-service", "contract", "examples");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PublishedEvents() {}

    /** The one event of {@code feed-<aggregate>.json}. */
    static JsonNode event(String aggregate) {
        try {
            var example = JSON.readTree(Files.readString(EXAMPLES.resolve("feed-" + aggregate + ".json")));
            var event = example.path("response").path("jsonBody").path(0);
            assertThat(event.path("aggregatetype").asString()).isEqualTo(aggregate);
            return event;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The aggregate that the published event is about. */
    static UUID subject(String aggregate) {
        return UUID.fromString(event(aggregate).path("subject").asString());
    }

    /** The published event's data with other values; what it does not have cannot be told. */
    static JsonNode data(String aggregate, Map<String, ? extends @Nullable Object> values) {
        var data = (ObjectNode) event(aggregate).path("data").deepCopy();
        values.forEach((field, value) -> {
            assertThat(data.has(field)).as("%s has a %s", aggregate, field).isTrue();
            data.set(field, JSON.valueToTree(value));
        });
        return data;
    }
}
