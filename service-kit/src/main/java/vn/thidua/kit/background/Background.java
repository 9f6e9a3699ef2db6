package vn.thidua.kit.background;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One virtual thread that does a thing again and again while the service runs, and slows down while it fails. The step says how
 * long to rest before the next.
 */
public final class Background implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final Duration WORST_REST = Duration.ofSeconds(2);

    private final String name;
    private final Callable<Duration> step;
    private volatile @Nullable Thread thread;

    public Background(String name, Callable<Duration> step) {
        this.name = name;
        this.step = step;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    @SuppressWarnings("CatchingUnchecked") // A failing step is told and tried again; the thread must outlive it.
    private void run() {
        var failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            Duration rest;
            try {
                rest = step.call();
                if (failures > 0) {
                    log.info("{} works again after {} failures", name, failures);
                }
                failures = 0;
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failure) {
                failures++;
                rest = Duration.ofMillis(Math.min(WORST_REST.toMillis(), 100L << Math.min(failures, 5)));
                if (failures == 1 || failures % 100 == 0) {
                    log.warn("{} failed {} times in a row", name, failures, failure);
                }
            }
            try {
                Thread.sleep(rest);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
