package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances of one service, one of them in trouble. */
class RetryTest extends EdgeTest {
    private boolean killed;

    @AfterEach
    void revive() {
        if (killed) {
            INDICATOR_1.revive();
        }
    }

    private void killOne() {
        INDICATOR_1.kill();
        killed = true;
    }

    @Test
    void noReadFailsWhenOneInstanceIsDeadEvenUnderParallelLoad() throws Exception {
        killOne();
        String[] bearer = bearer();

        assertThat(parallel(
                        100, () -> browser().get("/api/v1/indicators", bearer).statusCode()))
                .containsOnly(200);
        assertThat(INDICATOR_2.seen).hasSize(100);
    }

    @Test
    void writesGoToTheOtherInstanceWhenNoConnectionCameAbout() throws Exception {
        killOne();
        String[] bearer = bearer();

        assertThat(parallel(
                        20, () -> browser().post("/api/v1/indicators", bearer).statusCode()))
                .containsOnly(200);
        assertThat(INDICATOR_2.seen).hasSize(20);
    }

    @Test
    void aReadInFlightWhenItsInstanceIsKilledIsAnsweredByTheOther() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        INDICATOR_1.behaviour = (exchange, request) -> {
            arrived.countDown();
            Thread.sleep(5000);
        };
        String[] bearer = bearer();
        var first = CompletableFuture.supplyAsync(() -> browser().get("/api/v1/indicators", bearer));
        var second = CompletableFuture.supplyAsync(() -> browser().get("/api/v1/indicators", bearer));
        assertThat(arrived.await(2, TimeUnit.SECONDS)).isTrue();
        killOne();

        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(second.get().statusCode()).isEqualTo(200);
    }

    @Test
    void aReadAnsweredWith502IsAskedElsewhere() throws Exception {
        INDICATOR_1.behaviour = (exchange, request) -> Backend.respond(exchange, 502, "{}");
        String[] bearer = bearer();

        assertThat(parallel(
                        20, () -> browser().get("/api/v1/indicators", bearer).statusCode()))
                .containsOnly(200);
    }

    @Test
    void aWriteTheInstanceTookIsNeverSentTwice() throws Exception {
        INDICATOR_1.behaviour = Backend.DROP;
        INDICATOR_2.behaviour = Backend.DROP;
        int calls = 10;
        String[] bearer = bearer();

        assertThat(parallel(
                        calls,
                        () -> browser().post("/api/v1/indicators", bearer).statusCode()))
                .containsOnly(502);
        assertThat(INDICATOR_1.seen.size() + INDICATOR_2.seen.size()).isEqualTo(calls);
    }

    @Test
    void noHiddenRepeatWhenAKeptConnectionIsReset() throws Exception {
        AtomicInteger writes = new AtomicInteger();
        AWARD.kill();
        int port = Integer.parseInt(AWARD.url().substring(AWARD.url().lastIndexOf(':') + 1));
        String[] bearer = bearer();
        try (ServerSocket rude = new ServerSocket()) {
            Backend.bind(() -> rude.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            Thread.ofVirtual().start(() -> serveRudely(rude, writes));
            assertThat(browser().get("/api/v1/audit/award", bearer).statusCode())
                    .isEqualTo(200);
            assertThat(browser().post("/api/v1/audit/award", bearer).statusCode())
                    .isEqualTo(502);
            assertThat(writes).hasValue(1);
        } finally {
            AWARD.revive();
        }
    }

    /** Answers reads and keeps the connection; resets it in the middle of a write. */
    private static void serveRudely(ServerSocket server, AtomicInteger writes) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serveRudely(socket, writes));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serveRudely(Socket socket, AtomicInteger writes) {
        try (socket) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).startsWith("POST")) {
                    writes.incrementAndGet();
                    socket.setSoLinger(true, 0);
                    return;
                }
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
