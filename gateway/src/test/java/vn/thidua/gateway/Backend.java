package vn.thidua.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
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
            HttpServer opened = HttpServer.create();
            bind(() -> opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100));
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::serve);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders();
        exchange.getRequestHeaders().forEach(headers::addAll);
        Seen request =
                new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        seen.add(request);
        try {
            behaviour.answer(exchange, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that needs a port. */
    interface Binding {
        void bind() throws IOException;
    }

    /** A port just left may be held for a moment by a connection that happened to start from it. */
    static void bind(Binding binding) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                binding.bind();
                return;
            } catch (BindException taken) {
                if (attempt == 50) {
                    throw taken;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }
}
