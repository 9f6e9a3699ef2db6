package vn.thidua.launcher.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One list of the API: finds in it by natural key, and creates what is missing. So a load may be repeated. */
final class Shelf {
    /**
     * What lies on the shelf.
     *
     * @param created whether it was not there before: then nothing can lie below it either
     */
    record Item(JsonNode body, boolean created) {
        String id() {
            return body.path("id").asString();
        }
    }

    private final Api api;
    private final String path;
    private final List<JsonNode> present;
    private final List<String> key;

    private Shelf(Api api, String path, List<JsonNode> present, List<String> key) {
        this.api = api;
        this.path = path;
        this.present = new CopyOnWriteArrayList<>(present);
        this.key = key;
    }

    /** Takes where things are created, the query under which they are listed, and the properties that tell them apart. */
    static Shelf read(Api api, String path, String query, String... key) throws IOException, InterruptedException {
        return new Shelf(api, path, api.list(path + query), List.of(key));
    }

    /** A shelf whose content is known already. */
    static Shelf of(Api api, String path, Iterable<JsonNode> present, String... key) {
        List<JsonNode> items = new ArrayList<>();
        present.forEach(items::add);
        return new Shelf(api, path, items, List.of(key));
    }

    /** A shelf of something just made, or read from the API. */
    static Shelf below(Item owner, Api api, String path, String query, String... key)
            throws IOException, InterruptedException {
        return owner.created() ? of(api, path, List.of(), key) : read(api, path, query, key);
    }

    /** Gives what has the same key, or creates it. */
    Item ensure(ObjectNode body) throws IOException, InterruptedException {
        for (JsonNode item : present) {
            if (key.stream().allMatch(name -> same(item.path(name), body.path(name)))) {
                return new Item(item, false);
            }
        }
        JsonNode created = api.create(path, body);
        present.add(created);
        return new Item(created, true);
    }

    /** Absent and null are one; numbers are compared by value, as 8 may come back as 8.0. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.asString("").equals(other.asString(""));
    }
}
