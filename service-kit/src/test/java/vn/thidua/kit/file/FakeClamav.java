package vn.thidua.kit.file;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Speaks ClamAV's INSTREAM as its daemon does: keeps what it was sent and answers what it is told to. */
public final class FakeClamav implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicReference<String> answer = new AtomicReference<>("stream: OK");
    private final AtomicReference<byte[]> seen = new AtomicReference<>(new byte[0]);

    public FakeClamav() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void answers(String text) {
        answer.set(text);
    }

    /** The content of the last stream. */
    public byte[] seen() {
        return seen.get().clone();
    }

    /** Nobody listens there any more. */
    public void goesAway() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                var in = new DataInputStream(client.getInputStream());
                var command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
                if (!command.equals("zINSTREAM\0")) {
                    client.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                var content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.writeBytes(in.readNBytes(length));
                }
                seen.set(content.toByteArray());
                client.getOutputStream().write((answer.get() + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // The client went away, or the test is over.
            }
        }
    }
}
