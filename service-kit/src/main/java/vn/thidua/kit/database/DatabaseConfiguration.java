package vn.thidua.kit.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates as the owner role: first what every service has (schema kit), then the service's own tables. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    @Bean
    FlywayMigrationStrategy kitFirst() {
        return service -> {
            kit(service).migrate();
            service.migrate();
        };
    }

    /** The kit's migrations have a history of their own: their numbers and the service's never meet. */
    private static Flyway kit(Flyway service) {
        return Flyway.configure()
                .configuration(service.getConfiguration())
                .schemas("kit")
                .defaultSchema("kit")
                .locations("classpath:db/kit")
                .load();
    }
}
