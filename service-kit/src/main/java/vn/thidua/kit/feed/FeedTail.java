package vn.thidua.kit.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The appender of this instance, and the place where long polls wait for it. Every instance appends; the lock in the database
 * lets one at a time through, so none has to be elected.
 */
final class FeedTail {
    private static final int BATCH = 1000;
    private static final Duration PERIOD = Duration.ofMillis(150);

    private final FeedQueries queries;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable FeedPosition head;

    FeedTail(FeedQueries queries) {
        this.queries = queries;
    }

    /** One step of the appender: appends all there is, wakes the waiting, tells how long to rest. */
    Duration append() {
        var appended = queries.append(BATCH);
        while (appended.moved() == BATCH) {
            appended = queries.append(BATCH);
        }
        var now = appended.head();
        lock.lock();
        try {
            head = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        return PERIOD;
    }

    /** Waits until the feed is beyond {@code position} or the time is over. */
    void awaitBeyond(long position, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while ((head == null || head.position() <= position) && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    static Duration patience(long millis, Duration most) {
        return Duration.ofNanos(Math.min(TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis)), most.toNanos()));
    }
}
