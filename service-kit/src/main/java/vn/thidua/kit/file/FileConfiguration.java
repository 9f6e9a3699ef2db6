package vn.thidua.kit.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.mandate.Mandates;

/** Wires the files of a service that says who may see them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(FileGuard.class)
@EnableConfigurationProperties(FileConfiguration.Settings.class)
@Import(FileController.class)
public class FileConfiguration {
    private static final String BUCKET = "thidua.file.s3.bucket";

    /**
     * @param clamav address of a ClamAV daemon, {@code host} or {@code host:port}; empty for no scanning
     * @param clamavPatience how long it may take to answer; within the idle time of a transaction
     * @param s3 where contents lie when a bucket is named; in the database when none is
     */
    @ConfigurationProperties("thidua.file")
    record Settings(
            @DefaultValue("") String clamav,
            @DefaultValue("4s") Duration clamavPatience,
            @DefaultValue S3 s3) {
        /**
         * @param url of an S3-compatible store
         * @param patience how long a call may take; within the idle time of a transaction
         * @param sweepEvery after how long what nothing names any more is looked for
         */
        record S3(
                @DefaultValue("") String url,
                @DefaultValue("us-east-1") String region,
                @DefaultValue("") String bucket,
                @DefaultValue("") String accessKey,
                @DefaultValue("") String secretKey,
                @DefaultValue("4s") Duration patience,
                @DefaultValue("1h") Duration sweepEvery) {}
    }

    @Bean
    @ConditionalOnProperty(BUCKET)
    Bucket bucket(Settings settings, @Value("${thidua.service}") String service) {
        return new Bucket(settings.s3(), service, settings.s3().patience());
    }

    @Bean
    FileStore fileStore(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<Bucket> bucket) {
        return new FileStore(jdbc, new TransactionTemplate(transactions), bucket.getIfAvailable());
    }

    @Bean
    @ConditionalOnProperty(BUCKET)
    RecurringTask<Void> sweepFiles(FileStore store, Settings settings) {
        return Tasks.recurring("sweep-files", FixedDelay.of(settings.s3().sweepEvery()))
                .execute((_, _) -> store.sweep());
    }

    @Bean
    Files files(FileStore store, FileGuard guard, Settings settings, Mandates mandates, Audit audit) {
        return new Files(store, guard, new VirusScan(settings.clamav(), settings.clamavPatience()), mandates, audit);
    }
}
