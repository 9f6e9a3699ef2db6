package vn.thidua.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.description.Description;

/** Holds a running service against the contract in its {@code contract} folder. */
public final class Contract {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Contract() {}

    /**
     * Compares what the code describes with {@code contract/openapi.json}, which the service publishes. With
     * {@code -Dcontract.update=true} the file is written instead, for the change to be read in review.
     */
    public static void assertOpenApi(Api api, String service) {
        var running = (ObjectNode) api.get(Description.PATH).body();
        running.remove("servers");
        var text = JSON.writeValueAsString(sorted(running)) + "\n";
        var file = Path.of("contract", "openapi.json");
        try {
            if (Boolean.getBoolean("contract.update")) {
                Files.writeString(file, text);
                return;
            }
            var contract = Files.readString(file);
            assertThat(text)
                    .as("the code against contract/openapi.json; rewrite it with -Dcontract.update=true")
                    .isEqualTo(contract);
            var published = api.get("/api/v1/openapi/" + service).body();
            assertThat(published.equals(JSON.readTree(contract)))
                    .as("what is published is the contract")
                    .isTrue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One published example: a WireMock stub that consumers are tested with. */
    public record Example(Path file, JsonNode request, JsonNode response) {}

    /** All examples this service publishes. */
    public static List<Example> examples() {
        try (var files = Files.list(Path.of("contract", "examples"))) {
            var examples = new ArrayList<Example>();
            for (var file : files.sorted().toList()) {
                var stub = JSON.readTree(Files.readString(file));
                examples.add(new Example(file, stub.path("request"), stub.path("response")));
            }
            assertThat(examples).as("published examples").isNotEmpty();
            return examples;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Sends an example's request to the running service and compares: same status, same media type, and every field of the
     * example's body with a value of the same kind. Fields that the running service has beyond the example are allowed.
     *
     * @param ids what the running service has instead of the example's ids; longer ones first where one begins another
     */
    public static void assertReplays(Api api, Example example, Map<String, String> ids) {
        var path = example.request().path("urlPath").asString();
        var query = new ArrayList<String>();
        for (var parameter : example.request().path("queryParameters").properties()) {
            if (parameter.getValue().has("equalTo")) {
                query.add(parameter.getKey() + "="
                        + parameter.getValue().path("equalTo").asString());
            }
        }
        var body = example.request().path("bodyPatterns").path(0).path("equalToJson");
        var url = replaced(path + (query.isEmpty() ? "" : "?" + String.join("&", query)), ids);
        var method = example.request().path("method").asString();
        var caller = api;
        for (var header : example.request().path("headers").properties()) {
            if (header.getValue().has("equalTo")) {
                caller = caller.with(
                        header.getKey(), header.getValue().path("equalTo").asString());
            }
        }
        var content = body.isMissingNode() ? null : replaced(body.isString() ? body.asString() : body.toString(), ids);
        var answer = "POST".equals(method) ? caller.post(url, content) : caller.send(method, url, content);
        assertThat(answer.status())
                .as("%s: %s", example.file(), answer.text())
                .isEqualTo(example.response().path("status").asInt());
        var type = example.response().path("headers").path("Content-Type").asString("");
        assertThat(answer.headers().getOrDefault("content-type", ""))
                .as(example.file().toString())
                .startsWith(type);
        assertSameShape(example.file() + " ", example.response().path("jsonBody"), answer.body());
    }

    private static void assertSameShape(String where, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            assertThat(actual.isObject()).as(where + "is an object").isTrue();
            expected.properties()
                    .forEach(field -> assertSameShape(
                            where + "/" + field.getKey(), field.getValue(), actual.path(field.getKey())));
        } else if (expected.isArray()) {
            assertThat(actual.isArray()).as(where + " is an array").isTrue();
            if (!expected.isEmpty()) {
                assertThat(actual.isEmpty()).as(where + " has an element").isFalse();
                assertSameShape(where + "/0", expected.path(0), actual.path(0));
            }
        } else if (!expected.isMissingNode()) {
            assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        }
    }

    private static String replaced(String text, Map<String, String> ids) {
        var result = text;
        for (var id : ids.entrySet()) {
            result = result.replace(id.getKey(), id.getValue());
        }
        return result;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            var result = JSON.createObjectNode();
            fields.forEach(result::set);
            return result;
        }
        if (node.isArray()) {
            var result = JSON.createArrayNode();
            node.forEach(element -> result.add(sorted(element)));
            return result;
        }
        return node;
    }
}
