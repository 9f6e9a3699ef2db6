package vn.thidua.cluster.election;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.kit.background.Background;

/** Wires the key folder and what works on it in the background. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElectionConfiguration.Settings.class)
class ElectionConfiguration {
    /**
     * @param keysDir folder of the private keys of open sessions, shared by all instances, outside the database and its backups;
     *     none means that no session can be opened or counted
     * @param orphanAge how old a key must be that no open session uses before it is taken away; far longer than any transaction
     */
    @ConfigurationProperties("thidua.ballot")
    record Settings(
            @Nullable Path keysDir, @DefaultValue("15m") Duration orphanAge) {}

    @Bean
    BallotKeys ballotKeys(Settings settings) {
        return new BallotKeys(settings.keysDir());
    }

    @Bean
    KeyDestruction keyDestruction(ElectionQueries queries, ElectionStore store, BallotKeys keys, Settings settings) {
        return new KeyDestruction(queries, store, keys, settings.orphanAge());
    }

    @Bean
    Background ballotKeyDestruction(KeyDestruction destruction) {
        return new Background("ballot-key-destruction", destruction::step);
    }
}
