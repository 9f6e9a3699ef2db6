package vn.thidua.launcher.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Units with their names over time, their ends, and what became of them. */
final class UnitLoader {
    private static final String UNITS = "/api/v1/units";
    private static final String LINEAGES = "/api/v1/lineages";

    private final Api api;
    private final Names names;
    private final Map<String, JsonNode> present = new ConcurrentHashMap<>();

    UnitLoader(Api api, Names names) {
        this.api = api;
        this.names = names;
    }

    /** Loads a file of units; takes the days on which to look for those that are there already. */
    void load(JsonNode file, List<String> days) throws IOException, InterruptedException {
        for (String day : days) {
            api.list(UNITS + "?asOf=" + day).forEach(this::know);
        }
        api.list(UNITS).forEach(this::know);
        List<JsonNode> waiting = new ArrayList<>();
        file.path("units").forEach(waiting::add);
        List<List<JsonNode>> generations = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<JsonNode> next = waiting.stream()
                    .filter(unit -> names.knows("unit", unit.path("parent").asString()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("units without a parent: " + waiting);
            }
            Together.each(next, this::found);
            generations.add(next);
            waiting.removeAll(next);
        }
        for (JsonNode change : file.path("changes")) {
            rename(change);
        }
        // A unit ends after those below it.
        for (List<JsonNode> generation : generations.reversed()) {
            Together.each(
                    generation.stream().filter(unit -> unit.has("validTo")).toList(), this::end);
        }
    }

    /** What became of units that ended or changed. */
    void lineages(JsonNode file) throws IOException, InterruptedException {
        Set<String> present = new HashSet<>();
        for (JsonNode lineage : api.list(LINEAGES)) {
            present.add(key(lineage, unit -> unit.path("unitId").asString()));
        }
        List<ObjectNode> missing = new ArrayList<>();
        for (JsonNode lineage : file.path("lineages")) {
            ObjectNode body = (ObjectNode) lineage.deepCopy();
            for (String side : List.of("predecessors", "successors")) {
                ArrayNode ids = body.putArray(side);
                lineage.path(side).forEach(code -> ids.add(names.id("unit", code.asString())));
            }
            if (!present.contains(key(body, JsonNode::asString))) {
                missing.add(body);
            }
        }
        Together.each(missing, body -> api.create(LINEAGES, body));
    }

    private static String key(JsonNode lineage, Function<JsonNode, String> id) {
        String predecessors =
                lineage.path("predecessors").valueStream().map(id).sorted().collect(Collectors.joining(" "));
        return lineage.path("kind").asString() + " "
                + lineage.path("effectiveFrom").asString() + " " + predecessors;
    }

    private void know(JsonNode unit) {
        present.put(unit.path("code").asString(), unit);
        names.put("unit", unit.path("code").asString(), unit.path("id").asString());
    }

    private void found(JsonNode unit) throws IOException, InterruptedException {
        if (!present.containsKey(unit.path("code").asString())) {
            ObjectNode body = names.resolved(unit);
            body.remove("validTo");
            know(api.create(UNITS, body));
        }
    }

    private void rename(JsonNode change) throws IOException, InterruptedException {
        JsonNode unit = present.get(change.path("unit").asString());
        if (unit == null) {
            throw new IllegalStateException("the demo data changes a unit that does not exist: " + change);
        }
        String path = UNITS + "/" + unit.path("id").asString();
        boolean done = false;
        for (JsonNode state : api.get(path + "/states")) {
            done |= state.path("from").equals(change.path("effectiveFrom"));
        }
        if (!done) {
            ObjectNode body = change(unit, change.path("effectiveFrom").asString());
            body.put("name", change.path("name").asString());
            body.put("reason", change.path("reason").asString());
            // The answer shows the unit as it is today; what follows needs its newest name and version.
            ObjectNode changed = (ObjectNode)
                    api.change(path, unit.path("version").asLong(), body).deepCopy();
            know(changed.put("lastFrom", change.path("effectiveFrom").asString()));
        }
    }

    private void end(JsonNode wanted) throws IOException, InterruptedException {
        JsonNode unit = present.get(wanted.path("code").asString());
        if (unit != null && unit.path("validTo").isNull()) {
            String from = unit.path("lastFrom").asString(unit.path("validFrom").asString());
            ObjectNode body = change(unit, from);
            body.put("validTo", wanted.path("validTo").asString());
            body.put("reason", "Kết thúc theo sắp xếp đơn vị hành chính; ghi lại sau, chưa kiểm chứng văn bản");
            know(api.change(
                    UNITS + "/" + unit.path("id").asString(),
                    unit.path("version").asLong(),
                    body));
        }
    }

    private static ObjectNode change(JsonNode unit, String from) {
        ObjectNode body = tools.jackson.databind.json.JsonMapper.shared().createObjectNode();
        for (String property : List.of("name", "shortName", "nameEn", "parentId")) {
            body.set(property, unit.path(property));
        }
        return body.put("effectiveFrom", from).putNull("validTo");
    }
}
