package vn.thidua.gateway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The gateway's own settings.
 *
 * @param publicUrl where browsers reach the platform, without a trailing slash; redirects never follow the Host header
 * @param issuer the realm's address as it stands in tokens
 * @param issuerInside the same realm as this process reaches it
 * @param clientSecret secret of the realm's client "gateway"
 * @param bodyLimit the largest request body, chunked ones included
 * @param largePaths paths that take larger bodies, each with its limit
 * @param trustedProxies pattern of peer addresses whose X-Forwarded-For is believed; empty believes nobody
 * @param clientRate what one caller (agency, person, or address when anonymous) may ask of the API
 * @param loginRate what one address may ask of the log-in pages
 * @param addressRate what one address may ask in all, before anybody looked at its token
 * @param sessionTimeout how long a logged-in session may rest before the identity service is asked again
 * @param loginIdle how long a session lives that was opened for a log-in nobody finished
 */
@Validated
@ConfigurationProperties("thidua.gateway")
public record GatewaySettings(
        @Pattern(regexp = "https?://[^/?#]+", message = "must be scheme and host, without a trailing slash")
        String publicUrl,

        @NotBlank String issuer,
        @NotBlank String issuerInside,
        @NotBlank String clientSecret,
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue Map<String, DataSize> largePaths,
        @DefaultValue("") String trustedProxies,
        @DefaultValue Rate clientRate,
        @DefaultValue Rate loginRate,
        @DefaultValue Rate addressRate,
        @DefaultValue("30m") Duration sessionTimeout,
        @DefaultValue("10m") Duration loginIdle) {

    /**
     * A leaky bucket.
     *
     * @param burst how many requests may come at once
     * @param perSecond how many more each second after that
     */
    public record Rate(
            @Positive @DefaultValue("200") long burst,
            @Positive @DefaultValue("50") long perSecond) {}
}
