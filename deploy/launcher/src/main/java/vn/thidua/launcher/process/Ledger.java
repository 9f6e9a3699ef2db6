package vn.thidua.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thidua.launcher.secrets.PrivateFiles;

/**
 * The pids of the processes we started, written to a file: a launcher killed with -9 leaves its processes behind, and the
 * next command must find exactly those and no others.
 */
public final class Ledger {
    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Takes the file; nothing is read yet. */
    public Ledger(Path file) {
        this.file = file;
    }

    /**
     * One process of ours.
     *
     * @param name what people call it
     * @param pid its process id
     * @param startedAt when that pid began, in milliseconds: a pid alone may have gone to a stranger since
     * @param stopSignal how it is stopped in order
     */
    public record Entry(String name, long pid, long startedAt, String stopSignal) {
        /** The process if it is still the one we started. */
        public Optional<ProcessHandle> alive() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> Math.abs(startOf(handle) - startedAt) <= 2000);
        }
    }

    static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }

    synchronized void started(String name, ProcessHandle handle, String stopSignal) {
        entries.put(name, new Entry(name, handle.pid(), startOf(handle), stopSignal));
        write();
    }

    synchronized void stopped(String name) {
        entries.remove(name);
        write();
    }

    /** What an earlier launcher noted and is still running, in the order of starting. */
    public List<Entry> leftBehind() throws IOException {
        List<Entry> left = new ArrayList<>();
        if (!Files.exists(file)) {
            return left;
        }
        for (String line : Files.readAllLines(file)) {
            String[] part = line.split(" ", -1);
            if (part.length == 4) {
                Entry entry = new Entry(part[0], Long.parseLong(part[1]), Long.parseLong(part[2]), part[3]);
                entry.alive().ifPresent(handle -> left.add(entry));
            }
        }
        return left;
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        entries.values()
                .forEach(entry -> text.append(entry.name())
                        .append(' ')
                        .append(entry.pid())
                        .append(' ')
                        .append(entry.startedAt())
                        .append(' ')
                        .append(entry.stopSignal())
                        .append('\n'));
        try {
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
