package vn.thidua.kit.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Asks a ClamAV daemon over its INSTREAM command, where one is set. With one set nothing is taken unseen: while it does not answer,
 * no file is taken.
 */
final class VirusScan {
    private static final Logger log = LoggerFactory.getLogger(VirusScan.class);
    private static final int PORT = 3310;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final @Nullable InetSocketAddress daemon;
    private final int patienceMillis;

    /** @param address {@code host} or {@code host:port}; empty for no scanning */
    VirusScan(String address, Duration patience) {
        this.daemon = address.isBlank() ? null : parsed(address.strip());
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    /** @throws vn.thidua.kit.problem.ProblemException 422 when something is found, 503 when the daemon gives no verdict */
    void requireClean(byte[] content) {
        if (daemon == null) {
            return;
        }
        String verdict;
        try {
            verdict = verdict(daemon, content);
        } catch (IOException away) {
            log.warn("The virus scanner does not answer: {}", away.toString());
            throw Problem.of(ProblemType.UNAVAILABLE).asException();
        }
        if (verdict.endsWith(" FOUND")) {
            log.warn("A file was refused: {}", verdict);
            throw Problem.invalid(FieldError.of("", "file-infected")).asException();
        }
        if (!verdict.equals("stream: OK")) {
            log.warn("The virus scanner gives no verdict: {}", verdict);
            throw Problem.of(ProblemType.UNAVAILABLE).asException();
        }
    }

    /** The command and the answer end with a zero byte; the content goes in chunks, each after its length, the last empty. */
    private String verdict(InetSocketAddress address, byte[] content) throws IOException {
        try (var socket = new Socket()) {
            // An address is resolved anew each time: a name may move.
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), patienceMillis);
            socket.setSoTimeout(patienceMillis);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < content.length; at += CHUNK) {
                var length = Math.min(CHUNK, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }

    private static InetSocketAddress parsed(String address) {
        var colon = address.lastIndexOf(':');
        return colon < 0
                ? InetSocketAddress.createUnresolved(address, PORT)
                : InetSocketAddress.createUnresolved(
                        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
