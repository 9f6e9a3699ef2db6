package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One connection that a browser keeps using. */
class KeepAliveTest extends EdgeTest {
    /**
     * A browser may ask again the moment it has an answer, before the edge is done with the request before. An edge that
     * then forgets to read leaves the page waiting on this connection for ever.
     */
    @Test
    void aRequestThatComesTooEarlyDoesNotSilenceTheOnesAfterIt() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            var answers = new BufferedInputStream(socket.getInputStream());
            // The first is answered by a thread that may wait for files; the second at once.
            send(socket, get("/problems/style.css") + get("/problems/nothing"));
            assertThat(status(answers)).isEqualTo(200);
            assertThat(status(answers)).isEqualTo(404);

            send(socket, get("/problems/nothing"));

            assertThat(status(answers)).isEqualTo(404);
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: thidua.test\r\nAccept: */*\r\n\r\n";
    }

    /** Reads one answer with its body of known length. */
    private static int status(InputStream answers) throws IOException {
        int status = Integer.parseInt(line(answers).split(" ", 3)[1]);
        int length = 0;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String[] pair = header.split(": ", 2);
            if (pair[0].equalsIgnoreCase("Content-Length")) {
                length = Integer.parseInt(pair[1]);
            }
        }
        assertThat(answers.readNBytes(length)).hasSize(length);
        return status;
    }

    private static String line(InputStream answers) throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            assertThat(next).as("the connection ended").isNotNegative();
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
