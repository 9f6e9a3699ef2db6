package vn.thidua.kit.file;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** As much of an S3-compatible store as keeps objects: put, get, delete, and a list in pages of two. */
public final class FakeStore implements AutoCloseable {
    private static final String BUCKET = "/ho-so";
    private static final int PAGE = 2;

    public final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    public final AtomicInteger failing = new AtomicInteger();
    private final HttpServer server;

    public FakeStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a service is told of this store. */
    public Map<String, Object> settings() {
        return Map.of(
                "thidua.file.s3.url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "thidua.file.s3.bucket", BUCKET.substring(1),
                "thidua.file.s3.access-key", "khoa",
                "thidua.file.s3.secret-key", "bi-mat",
                "thidua.file.s3.patience", "2s");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestURI().getPath().substring(BUCKET.length()).replaceFirst("^/", "");
        var sent = exchange.getRequestBody().readAllBytes();
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=khoa/")) {
            reply(exchange, 403, "<Error><Code>AccessDenied</Code></Error>".getBytes(StandardCharsets.UTF_8));
        } else if (failing.get() > 0) {
            reply(exchange, failing.get(), new byte[0]);
        } else {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(key, sent);
                    reply(exchange, 200, new byte[0]);
                }
                case "DELETE" -> {
                    objects.remove(key);
                    reply(exchange, 204, new byte[0]);
                }
                default -> {
                    if (key.isEmpty()) {
                        reply(exchange, 200, list(exchange.getRequestURI().getQuery()));
                    } else if (objects.containsKey(key)) {
                        reply(exchange, 200, objects.get(key));
                    } else {
                        reply(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private byte[] list(String query) {
        var from =
                query.contains("continuation-token=") ? query.replaceAll(".*continuation-token=([^&]*).*", "$1") : "";
        var left = objects.tailMap(from, false).keySet();
        var page = left.stream().limit(PAGE).toList();
        var more = left.size() > PAGE;
        return ("<ListBucketResult><IsTruncated>" + more + "</IsTruncated>"
                        + (more ? "<NextContinuationToken>" + page.getLast() + "</NextContinuationToken>" : "")
                        + page.stream()
                                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                                .collect(Collectors.joining())
                        + "</ListBucketResult>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void reply(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
