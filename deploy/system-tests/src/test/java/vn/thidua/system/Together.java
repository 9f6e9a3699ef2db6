package vn.thidua.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Many doing the same at once. */
final class Together {
    private Together() {}

    /** What came of it, in their order; the first failure where there was one. */
    static <T, R> List<R> each(List<T> all, int atOnce, Function<T, R> work) {
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var doing = all.stream()
                    .map(one -> threads.submit(() -> work.apply(one)))
                    .toList();
            var done = new ArrayList<R>();
            for (var one : doing) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
