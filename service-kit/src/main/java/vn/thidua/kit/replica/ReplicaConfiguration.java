package vn.thidua.kit.replica;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Wires the copy of units, accounts and mandates that every service keeps. */
@Configuration(proxyBeanMethods = false)
@Import(ReplicaController.class)
public class ReplicaConfiguration {
    @Bean
    MandateCopy mandateCopy(JdbcClient jdbc, JsonMapper json, @Value("${thidua.mandates.source:}") String source) {
        return new MandateCopy(jdbc, json, source);
    }

    @Bean
    ReplicaQueries replicaQueries(JdbcClient jdbc) {
        return new ReplicaQueries(jdbc);
    }
}
