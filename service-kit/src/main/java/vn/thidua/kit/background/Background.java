package vn.thidua.kit.background;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One virtual thread that does a thing again and again while the service runs, and slows down while it fails. The step says how
 * long to rest before the next. It begins before the first request is let in and ends after the last one was answered.
 */
public final class Background implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final Duration WORST_REST = Duration.ofSeconds(2);
    /** A step that is at work gets this long to come to its end before it is interrupted. */
    private static final Duration LAST_WORK = Duration.ofSeconds(2);

    private final String name;
    private final Callable<Duration> step;
    private final @Nullable Callable<?> last;
    private volatile @Nullable Run current;

    public Background(String name, Callable<Duration> step) {
        this(name, step, null);
    }

    private Background(String name, Callable<Duration> step, @Nullable Callable<?> last) {
        this.name = name;
        this.step = step;
        this.last = last;
    }

    /** Does the last step when the service ends, so that nothing of the last requests is left for the next start. */
    public static Background finishing(String name, Callable<Duration> step, Callable<?> last) {
        return new Background(name, step, last);
    }

    /** Before the web server (which has a higher phase) takes requests, and after it has answered the last of them. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        var run = new Run();
        current = run;
        run.thread = Thread.ofVirtual().name(name).start(run);
    }

    @Override
    public void stop() {
        var run = current;
        current = null;
        if (run != null) {
            run.end();
        }
    }

    @Override
    public boolean isRunning() {
        return current != null;
    }

    private final class Run implements Runnable {
        private final CountDownLatch ending = new CountDownLatch(1);
        private @Nullable Thread thread;
        private int failures;

        @Override
        public void run() {
            try {
                while (!ending.await(work().toMillis(), TimeUnit.MILLISECONDS)) {
                    // The next step.
                }
                if (last != null) {
                    last.call();
                }
            } catch (InterruptedException stopped) {
                log.debug("{} was interrupted at its end", name);
            } catch (Exception failure) {
                log.warn("{} could not do its last step", name, failure);
            }
        }

        @SuppressWarnings("CatchingUnchecked") // A failing step is told and tried again; the thread must outlive it.
        private Duration work() throws InterruptedException {
            try {
                var rest = step.call();
                if (failures > 0) {
                    log.info("{} works again after {} failures", name, failures);
                }
                failures = 0;
                return rest;
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Throwable failure) {
                failures++;
                if (ending.getCount() == 0) {
                    log.info("{} ended in its work: {}", name, failure.toString());
                } else if (failures == 1 || failures % 100 == 0) {
                    log.warn("{} failed {} times in a row", name, failures, failure);
                }
                return Duration.ofMillis(Math.min(WORST_REST.toMillis(), 100L << Math.min(failures, 5)));
            }
        }

        private void end() {
            ending.countDown();
            var running = thread;
            try {
                if (running != null && !running.join(LAST_WORK)) {
                    running.interrupt();
                    running.join(LAST_WORK);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
