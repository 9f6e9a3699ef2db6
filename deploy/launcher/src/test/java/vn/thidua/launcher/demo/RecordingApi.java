package vn.thidua.launcher.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what is created under each path and gives it back, as the platform's API does with every list; counts the writes. */
final class RecordingApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private int writes;

    RecordingApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        server.createContext("/", this::answer);
        server.start();
    }

    Api api() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Api(base, base + "/issuer", "demo-loader", "secret", "units.read");
    }

    synchronized int writes() {
        return writes;
    }

    /** What was created under a path, whatever it lies below. */
    synchronized List<ObjectNode> all(String ending) {
        return lists.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ending))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (path.startsWith("/issuer")) {
            send(exchange, 200, JSON.createObjectNode().put("access_token", "token"));
        } else if (exchange.getRequestMethod().equals("GET")) {
            get(exchange, path);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            writes++;
            ObjectNode put = (ObjectNode) JSON.readTree(sent);
            lists.put(path, new ArrayList<>(List.of(put.put("id", "the-one"))));
            send(exchange, 200, put);
        } else if (keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            writes++;
            ObjectNode created = ((ObjectNode) JSON.readTree(sent))
                    .put("id", UUID.randomUUID().toString())
                    .put("version", 1);
            lists.computeIfAbsent(path, _ -> new ArrayList<>()).add(created);
            send(exchange, 201, created);
        } else {
            send(exchange, 409, JSON.createObjectNode().put("detail", "the same twice: " + path));
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        String owner = path.substring(0, path.lastIndexOf('/'));
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (ObjectNode item : lists.getOrDefault(owner, List.of())) {
            if (item.path("id").asString().equals(id)) {
                ObjectNode whole = item.deepCopy();
                for (String part : List.of("attendances", "papers", "resolutions")) {
                    whole.putArray(part).addAll(lists.getOrDefault(path + "/" + part, List.of()));
                }
                send(exchange, 200, whole);
                return;
            }
        }
        if (path.endsWith("/regulation")) {
            List<ObjectNode> one = lists.getOrDefault(path, List.of());
            send(exchange, one.isEmpty() ? 404 : 200, one.isEmpty() ? JSON.createObjectNode() : one.getFirst());
            return;
        }
        ObjectNode page = JSON.createObjectNode().putNull("next");
        ArrayNode items = page.putArray("items");
        lists.getOrDefault(path, List.of()).stream()
                .filter(item -> matches(item, exchange.getRequestURI().getRawQuery()))
                .forEach(items::add);
        send(exchange, 200, page);
    }

    /** Of the query, what the item has a property of that name for. */
    private static boolean matches(ObjectNode item, String query) {
        for (String term : query.split("&", -1)) {
            String name = term.substring(0, term.indexOf('='));
            String value = URLDecoder.decode(term.substring(term.indexOf('=') + 1), StandardCharsets.UTF_8);
            if (item.path(name).isString() && !item.path(name).asString().equals(value)) {
                return false;
            }
        }
        return true;
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
