package vn.thidua.kit.mandate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param source the service whose feed brings the mandates; absent in the service that owns them
 * @param silence how old the copy may be before it counts as fallen silent
 * @param grace how long writes go on after that
 */
@ConfigurationProperties("thidua.mandates")
record MandateSettings(
        @Nullable String source,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("15m") Duration grace) {}
