package vn.thidua.launcher.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log of one process: the current file and one older one, each of a bounded size.
 *
 * <p>The process itself holds the file open for appending, so that it goes on logging when the launcher was killed. A full
 * file is therefore copied and emptied, not renamed; lines written in the instant between the two are lost.
 */
public final class LogFile {
    private static final long LIMIT = 10_000_000;
    private static final int SHOWN = 400;

    private final Path file;

    /** Takes the folder, which exists, and the process's name. */
    public LogFile(Path folder, String name) {
        this.file = folder.resolve(name + ".log");
    }

    /** Where the process writes. */
    public Path path() {
        return file;
    }

    void rotateWhenFull() throws IOException {
        if (Files.exists(file) && Files.size(file) > LIMIT) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    /** The last lines, shortened to what a screen can show when a start failed. */
    public List<String> tail(int lines) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        // A process may be cut off in the middle of a character: read leniently.
        List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return all.stream()
                .skip(Math.max(0, all.size() - lines))
                .map(line -> line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …")
                .toList();
    }
}
