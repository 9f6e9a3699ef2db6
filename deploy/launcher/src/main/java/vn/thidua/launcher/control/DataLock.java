package vn.thidua.launcher.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;

/** At most one launcher per data folder. The operating system lets go of the lock when its holder dies, however it dies. */
public final class DataLock {
    private final FileChannel channel;
    private final FileLock lock;

    private DataLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder for run-time files, which exists; empty when another launcher holds it. */
    public static Optional<DataLock> take(Path run) throws IOException {
        FileChannel channel =
                FileChannel.open(run.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new DataLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // Held within this very process: the same answer as held by another.
        }
        channel.close();
        return Optional.empty();
    }

    /** Does the work and lets go of the lock, however the work ends. */
    public <T> T whileHeld(Callable<T> work) throws Exception {
        try (channel;
                lock) {
            return work.call();
        }
    }
}
