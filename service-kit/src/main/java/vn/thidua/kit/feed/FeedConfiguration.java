package vn.thidua.kit.feed;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.background.Background;

/** Wires the feed: the side that publishes in every service, the side that reads where sources are named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
@Import({FeedController.class, ParkedController.class, FeedClients.class})
public class FeedConfiguration {
    private static final int PURGED_AT_ONCE = 2000;

    @Bean
    FeedService feedService(@Value("${thidua.service}") String name) {
        return new FeedService(name);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JsonMapper json) {
        return new Outbox(jdbc, json);
    }

    @Bean
    FeedQueries feedQueries(JdbcClient jdbc, JsonMapper json) {
        return new FeedQueries(jdbc, json);
    }

    @Bean
    FeedTail feedTail(FeedQueries queries) {
        return new FeedTail(queries);
    }

    @Bean
    Background feedAppender(FeedTail tail) {
        return Background.finishing("feed-appender", tail::append, tail::append);
    }

    @Bean
    CopyStore copyStore(JdbcClient jdbc, JsonMapper json) {
        return new CopyStore(jdbc, json);
    }

    @Bean
    FeedReaders feedReaders(
            FeedSettings settings,
            ObjectProvider<HttpServiceProxyRegistry> clients,
            CopyStore store,
            List<FeedHandler> handlers,
            PlatformTransactionManager transactions) {
        return new FeedReaders(settings.sources().stream()
                .map(source -> new FeedConsumer(
                        source,
                        clients.getObject().getClient(FeedClients.group(source), FeedClient.class),
                        store,
                        handlers,
                        transactions))
                .toList());
    }

    @Bean
    Background feedRetention(JdbcClient jdbc, FeedSettings settings) {
        return new Background("feed-retention", () -> {
            var purged = jdbc.sql("select kit.purge_feed(make_interval(secs => :seconds), :portion)")
                    .param("seconds", settings.retention().toSeconds())
                    .param("portion", PURGED_AT_ONCE)
                    .query(Long.class)
                    .single();
            return purged < PURGED_AT_ONCE ? Duration.ofHours(6) : Duration.ofMillis(100);
        });
    }
}
