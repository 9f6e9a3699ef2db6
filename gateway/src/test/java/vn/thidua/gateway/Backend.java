package vn.thidua.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.http.HttpHeaders;

/** An instance of a service that does what a test tells it to, and can be killed. */
final class Backend {
    /** What arrived. */
    record Seen(String method, String path, HttpHeaders headers, String body) {}

    /** What the instance does with a request. */
    interface Behaviour {
        void answer(HttpExchange exchange, Seen request) throws IOException, InterruptedException;
    }

    static final Behaviour OK = (exchange, request) -> respond(exchange, 200, "{\"ok\":true}");
    /** Takes the request and hangs up. */
    static final Behaviour DROP = (exchange, request) -> exchange.close();

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    volatile Behaviour behaviour = OK;
    private HttpServer server;

    Backend() {
        server = open(0);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void kill() {
        server.stop(0);
    }

    void revive() {
        server = open(server.getAddress().getPort());
    }

    void reset() {
        behaviour = OK;
        seen.clear();
    }

    static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpServer open(int port) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                HttpHeaders headers = new HttpHeaders();
                exchange.getRequestHeaders().forEach(headers::addAll);
                String uri = exchange.getRequestURI().toString();
                Seen request = new Seen(exchange.getRequestMethod(), uri, headers, body);
                seen.add(request);
                try {
                    behaviour.answer(exchange, request);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
