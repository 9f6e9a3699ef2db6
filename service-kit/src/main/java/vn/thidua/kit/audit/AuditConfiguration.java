package vn.thidua.kit.audit;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.background.Background;
import vn.thidua.kit.feed.FeedService;
import vn.thidua.kit.personal.PersonalValues;

/** Wires the audit of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
@Import(AuditController.class)
public class AuditConfiguration {
    @Bean
    Audit audit(JdbcClient jdbc, JsonMapper json) {
        return new Audit(jdbc, json);
    }

    @Bean
    AuditQueries auditQueries(JdbcClient jdbc, JsonMapper json) {
        return new AuditQueries(jdbc, json);
    }

    @Bean
    AuditReading auditReading(ObjectProvider<PersonalValues> values, ObjectProvider<ActorNames> names) {
        return new AuditReading(values.getIfAvailable(), names.getIfAvailable(() -> _ -> Map.of()));
    }

    @Bean
    Background auditSealer(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            AuditSettings settings,
            FeedService service) {
        var checkpoints = new Checkpoints(settings.directory(), service.name(), settings.key());
        var sealer = new AuditSealer(jdbc, transactions, checkpoints, clock, settings.checkpointEvery());
        return Background.finishing("audit-sealer", sealer::seal, sealer::sealLast);
    }
}
