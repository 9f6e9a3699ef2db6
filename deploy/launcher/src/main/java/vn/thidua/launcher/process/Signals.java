package vn.thidua.launcher.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops processes in order, and by force when that takes too long. */
public final class Signals {
    private Signals() {}

    /** Sends the signal, waits, then kills the process and what it started. */
    public static void stop(ProcessHandle handle, String signal, Duration patience) throws InterruptedException {
        List<ProcessHandle> descendants = handle.descendants().toList();
        send(handle.pid(), signal);
        if (gone(handle, patience)) {
            return;
        }
        handle.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        gone(handle, Duration.ofSeconds(5));
    }

    /** Java itself knows TERM and KILL only; PostgreSQL's orderly "fast" stop is INT. The shell's own kill needs no package. */
    private static void send(long pid, String signal) throws InterruptedException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no shell to send a signal with", e);
        }
    }

    private static boolean gone(ProcessHandle handle, Duration patience) throws InterruptedException {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
