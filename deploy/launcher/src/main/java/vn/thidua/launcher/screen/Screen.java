package vn.thidua.launcher.screen;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What people see while things start and stop: one line per event, with the seconds since the command began. */
public final class Screen {
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Takes where to write. */
    public Screen(PrintStream out) {
        this.out = out;
    }

    /** Shows what happened to one process. */
    public void event(String subject, String text) {
        line(String.format(Locale.ROOT, "%7.1f s  %-20s %s", seconds(), subject, text));
    }

    /** Shows a line as it is, and repeats it to whoever follows from another terminal. */
    public void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
        listeners.forEach(listener -> listener.accept(text));
    }

    /** Repeats every line to the listener until the returned handle is run. */
    public Runnable follow(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Gives the seconds since the command began. */
    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
