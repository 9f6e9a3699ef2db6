package vn.thidua.kit.idempotency;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.background.Background;
import vn.thidua.kit.web.WebConfiguration;

/** Wires idempotency behind the filters that read the body and know the caller. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {
    private static final int PURGED_AT_ONCE = 2000;

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions,
            @Value("${thidua.idempotency.traceless-paths:}") List<String> traceless) {
        var registration = new FilterRegistrationBean<>(
                new IdempotencyFilter(new IdempotencyStore(jdbc, json), transactions, traceless));
        registration.setOrder(WebConfiguration.AFTER_SECURITY + 10);
        return registration;
    }

    /** Saved answers may hold personal values, so they go once no sensible client repeats any more. */
    @Bean
    Background idempotencyRetention(JdbcClient jdbc, @Value("${thidua.idempotency.retention:48h}") Duration retention) {
        return new Background("idempotency-retention", () -> {
            var purged = jdbc.sql("select kit.purge_idempotency(make_interval(secs => :seconds), :portion)")
                    .param("seconds", retention.toSeconds())
                    .param("portion", PURGED_AT_ONCE)
                    .query(Long.class)
                    .single();
            return purged < PURGED_AT_ONCE ? Duration.ofHours(1) : Duration.ofMillis(100);
        });
    }
}
