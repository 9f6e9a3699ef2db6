package vn.thidua.kit.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Recurring work of a service, each piece on one instance at a time: db-scheduler keeps in the database who does what, and takes
 * over from an instance that died. Work that every instance does for itself is a {@code Background}.
 */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfiguration {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** An instance that missed so many heartbeats is dead; its work is taken over. */
    private static final int MISSED = 4;

    @Bean(initMethod = "start", destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    @ConditionalOnBean(RecurringTask.class)
    Scheduler scheduler(DataSource database, List<RecurringTask<?>> tasks) {
        return Scheduler.create(database)
                .startTasks(tasks)
                .tableName("kit.scheduled_tasks")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(tasks.size())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }
}
