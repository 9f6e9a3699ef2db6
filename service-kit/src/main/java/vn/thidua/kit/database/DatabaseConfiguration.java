package vn.thidua.kit.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

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

    /** Takes the place of the one that leaves the order to the pool. */
    @Bean
    JdbcTransactionManager transactionManager(
            DataSource connections,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int places,
            @Value("${spring.datasource.hikari.connection-timeout}") long patience) {
        return new FairTransactions(connections, places, Duration.ofMillis(patience));
    }

    /** Takes the place of the one that asks the pool. */
    @Bean(name = "dbHealthContributor")
    DatabaseHealth databaseHealth(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        return new DatabaseHealth(url, user, password);
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
