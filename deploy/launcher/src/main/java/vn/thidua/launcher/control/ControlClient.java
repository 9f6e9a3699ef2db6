package vn.thidua.launcher.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Speaks to the launcher that runs on a data folder.
 *
 * @param port where it listens
 * @param token what proves that we may read its private file
 * @param pid its process
 */
public record ControlClient(int port, String token, long pid) {

    /** The launcher that noted itself in the folder and still listens, if any; one killed with -9 leaves its note behind. */
    public static Optional<ControlClient> of(Path run) throws IOException {
        try {
            String[] part = Files.readString(run.resolve("control")).strip().split(" ", -1);
            ControlClient client = new ControlClient(Integer.parseInt(part[0]), part[1], Long.parseLong(part[2]));
            return client.listens() ? Optional.of(client) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException gone) {
            return false;
        }
    }

    /** Asks, passes each line of the answer on, and gives the exit code; 1 when the launcher went away meanwhile. */
    public int ask(List<String> words, Consumer<String> lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String request = token + " " + String.join(" ", words) + "\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("exit ")) {
                    return Integer.parseInt(line.substring(5));
                }
                lines.accept(line);
            }
            return 1;
        }
    }
}
