package vn.thidua.kit.mandate;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the mandates of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MandateSettings.class)
public class MandateConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Mandates mandates(JdbcClient jdbc, Clock clock, MandateSettings settings) {
        return new Mandates(new MandateQueries(jdbc), clock, settings);
    }
}
