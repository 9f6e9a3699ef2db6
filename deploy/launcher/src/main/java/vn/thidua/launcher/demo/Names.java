package vn.thidua.launcher.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the files call things, and the ids the platform gave them. */
final class Names {
    /** What a property of the files names; the API's property of the same name ends in Id. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("unit", "unit"),
            Map.entry("parent", "unit"),
            Map.entry("organiser", "unit"),
            Map.entry("hostUnit", "unit"),
            Map.entry("ownerUnit", "unit"),
            Map.entry("launchedByUnit", "unit"),
            Map.entry("recipientUnit", "unit"),
            Map.entry("registerUnit", "unit"),
            Map.entry("person", "person"),
            Map.entry("cluster", "cluster"),
            Map.entry("season", "season"),
            Map.entry("conference", "conference"),
            Map.entry("indicator", "indicator"),
            Map.entry("period", "period"),
            Map.entry("award", "award"));

    private final Map<String, String> ids;

    Names() {
        this(new ConcurrentHashMap<>());
    }

    private Names(Map<String, String> ids) {
        this.ids = ids;
    }

    /** Names of one's own on top of these: seasons and conferences are called alike in several documents. */
    Names within() {
        return new Names(new ConcurrentHashMap<>(ids));
    }

    /** These and the others. */
    Names withAll(Names others) {
        ids.putAll(others.ids);
        return this;
    }

    void put(String kind, String name, String id) {
        ids.put(kind + " " + name, id);
    }

    boolean knows(String kind, String name) {
        return ids.containsKey(kind + " " + name);
    }

    /** The id; throws when the files name what nobody made. */
    String id(String kind, String name) {
        String id = ids.get(kind + " " + name);
        if (id == null) {
            throw new IllegalStateException(
                    "the demo data names the " + kind + " \"" + name + "\", which does not exist");
        }
        return id;
    }

    /** A copy of the object, and of what is in it, with ids in place of names. */
    ObjectNode resolved(JsonNode node) {
        ObjectNode copy = JsonMapper.shared().createObjectNode();
        node.properties().forEach(property -> {
            String kind = KINDS.get(property.getKey());
            JsonNode value = property.getValue();
            if (kind != null && value.isString()) {
                copy.put(property.getKey() + "Id", id(kind, value.asString()));
            } else if (kind != null && value.isNull()) {
                copy.putNull(property.getKey() + "Id");
            } else if (value instanceof ArrayNode list) {
                ArrayNode many = copy.putArray(property.getKey());
                list.forEach(item -> many.add(item.isObject() ? resolved(item) : item));
            } else {
                copy.set(property.getKey(), value.isObject() ? resolved(value) : value);
            }
        });
        return copy;
    }
}
