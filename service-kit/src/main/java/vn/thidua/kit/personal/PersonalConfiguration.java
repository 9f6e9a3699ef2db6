package vn.thidua.kit.personal;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the key database of a service that keeps personal values; other services name none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${thidua.keys.url:}'.isEmpty()")
@EnableConfigurationProperties(PersonalConfiguration.Settings.class)
public class PersonalConfiguration {
    /** Where the keys of people lie; must not be the service's own database. */
    @ConfigurationProperties("thidua.keys")
    record Settings(String url, String user, String password) {}

    @Bean(destroyMethod = "close")
    KeyDatabase keyDatabase(Settings settings, @Value("${spring.flyway.enabled:true}") boolean migrate) {
        var pool = new HikariDataSource();
        pool.setPoolName("keys");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(2000);
        if (migrate) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/keys")
                    .load()
                    .migrate();
        }
        return new KeyDatabase(pool);
    }

    @Bean
    PersonalValues personalValues(KeyDatabase database) {
        return new PersonalValues(new PersonalKeys(JdbcClient.create(database.pool())));
    }

    /** Not a DataSource bean: the application must have one only, its own. */
    record KeyDatabase(HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }
}
