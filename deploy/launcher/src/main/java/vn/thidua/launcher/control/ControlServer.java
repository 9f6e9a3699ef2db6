package vn.thidua.launcher.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import vn.thidua.launcher.secrets.PrivateFiles;

/**
 * The running launcher's ear on the loopback: takes one line "word arguments" from whoever can read the private file with
 * its token, and answers with lines, the last of which is "exit N".
 */
public final class ControlServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Path file;
    private final String token;
    private final Handler handler;

    /** What to do with a request. */
    @FunctionalInterface
    public interface Handler {
        /** Takes the words of the request and where to write lines; gives the exit code for the asking command. */
        int handle(List<String> words, Consumer<String> out) throws Exception;
    }

    private ControlServer(ServerSocket socket, Path file, String token, Handler handler) {
        this.socket = socket;
        this.file = file;
        this.token = token;
        this.handler = handler;
    }

    /** Takes a port and says in the folder which; answers once {@link #start} was called. */
    public static ControlServer open(Path run, Handler handler) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        String token = HexFormat.of().formatHex(random);
        ControlServer server = new ControlServer(socket, run.resolve("control"), token, handler);
        PrivateFiles.write(
                server.file,
                socket.getLocalPort() + " " + token + " "
                        + ProcessHandle.current().pid() + "\n");
        return server;
    }

    /** Answers from now on. */
    public void start() {
        Thread.ofVirtual().name("control").start(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                Thread.ofVirtual().start(() -> answer(peer));
            } catch (IOException e) {
                // Closed by close(), or a peer that left at once: the loop's condition tells which.
                Thread.onSpinWait();
            }
        }
    }

    private void answer(Socket peer) {
        try (peer;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out =
                        new PrintWriter(new OutputStreamWriter(peer.getOutputStream(), StandardCharsets.UTF_8), true)) {
            peer.setSoTimeout(5_000);
            String line = in.readLine();
            if (line == null) {
                return;
            }
            List<String> words = List.of(line.split(" ", -1));
            if (!MessageDigest.isEqual(
                    words.getFirst().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
                return;
            }
            out.println("exit " + run(words.subList(1, words.size()), out));
        } catch (IOException e) {
            // The asking command was interrupted; what it asked for goes on.
            Thread.onSpinWait();
        }
    }

    private int run(List<String> words, PrintWriter out) {
        try {
            return handler.handle(words, out::println);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception e) {
            out.println(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        Files.deleteIfExists(file);
    }
}
