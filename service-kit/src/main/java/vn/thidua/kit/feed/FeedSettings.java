package vn.thidua.kit.feed;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sources the services whose feeds this one reads; the service registered as {@code <name>-service}
 * @param retention how long superseded events are kept; the newest of each aggregate is kept for good
 */
@ConfigurationProperties("thidua.feed")
record FeedSettings(
        @DefaultValue List<String> sources,
        @DefaultValue("90d") Duration retention) {}
