package vn.thidua.cluster;

import java.time.Duration;
import vn.thidua.kit.test.Eventually;

/** The province's recurring work, run when a test asks for it. */
final class Schedule {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Schedule() {}

    /** Runs it now, and waits until it has succeeded. */
    static void run(String task) {
        Eventually.within(
                PATIENCE,
                task + " rests",
                () -> "f"
                        .equals(Assembly.text(
                                "select picked from kit.scheduled_tasks where task_name = '" + task + "'")));
        var before = lastRun(task);
        Assembly.sql("update kit.scheduled_tasks set execution_time = now() where task_name = '%s' and not picked"
                .formatted(task));
        Eventually.within(PATIENCE, task + " ran", () -> lastRun(task) > before);
    }

    /** The moment of its last success, in microseconds. */
    private static long lastRun(String task) {
        return Long.parseLong(Assembly.text("""
                select (extract(epoch from coalesce(last_success, '1970-01-01')) * 1000000)::bigint from kit.scheduled_tasks where task_name = '%s'
                """.formatted(task)));
    }
}
