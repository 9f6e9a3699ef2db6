package vn.thidua.launcher.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Independent steps of a load, a few at a time: more than the machine has processors gain nothing and hold others up. */
final class Together {
    private static final int AT_ONCE = 6;

    /** What is done with each. */
    @FunctionalInterface
    interface Step<T> {
        void take(T item) throws IOException, InterruptedException;
    }

    private Together() {}

    /** Does the step for each; throws the first failure once all have ended. */
    static <T> void each(Collection<T> items, Step<T> step) throws IOException, InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                all.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        step.take(item);
                    } finally {
                        places.release();
                    }
                    return null;
                }));
            }
        }
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            }
        }
    }
}
