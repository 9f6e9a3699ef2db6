package vn.thidua.launcher.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Meetings with who came, what was read and what was resolved. */
final class Conferences {
    private static final Map<String, List<String>> PARTS = Map.of(
            "attendances", List.of("unitId", "name", "office"),
            "papers", List.of("unitId", "title"),
            "resolutions", List.of("seasonId", "text"));

    private final Api api;

    Conferences(Api api) {
        this.api = api;
    }

    /** Loads the meetings of a file; each is known by its "as" afterwards. */
    void load(JsonNode file, Names names, Shelf.Item cluster) throws IOException, InterruptedException {
        Shelf shelf = Shelf.below(cluster, api, "/api/v1/conferences", "?clusterId=" + cluster.id(), "heldOn", "title");
        for (JsonNode conference : file.path("conferences")) {
            ObjectNode body = names.resolved(conference).put("clusterId", cluster.id());
            body.remove("as");
            PARTS.keySet().forEach(body::remove);
            Shelf.Item item = shelf.ensure(body);
            names.put("conference", conference.path("as").asString(), item.id());
            parts(conference, names, item);
        }
    }

    private void parts(JsonNode conference, Names names, Shelf.Item item) throws IOException, InterruptedException {
        String path = "/api/v1/conferences/" + item.id();
        JsonNode present = item.created() ? item.body() : api.get(path);
        for (String part : List.of("attendances", "papers", "resolutions")) {
            String[] key = PARTS.getOrDefault(part, List.of()).toArray(String[]::new);
            Shelf shelf = Shelf.of(api, path + "/" + part, present.path(part), key);
            for (JsonNode one : conference.path(part)) {
                shelf.ensure(names.resolved(one));
            }
        }
    }
}
