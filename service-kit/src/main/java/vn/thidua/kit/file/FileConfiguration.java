package vn.thidua.kit.file;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.mandate.Mandates;

/** Wires the files of a service that says who may see them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(FileGuard.class)
@EnableConfigurationProperties(FileConfiguration.Settings.class)
@Import(FileController.class)
public class FileConfiguration {
    /**
     * @param clamav address of a ClamAV daemon, {@code host} or {@code host:port}; empty for no scanning
     * @param clamavPatience how long it may take to answer; within the idle time of a transaction
     */
    @ConfigurationProperties("thidua.file")
    record Settings(
            @DefaultValue("") String clamav,
            @DefaultValue("4s") Duration clamavPatience) {}

    @Bean
    Files files(JdbcClient jdbc, FileGuard guard, Settings settings, Mandates mandates, Audit audit) {
        var scan = new VirusScan(settings.clamav(), settings.clamavPatience());
        return new Files(new FileStore(jdbc), guard, scan, mandates, audit);
    }
}
