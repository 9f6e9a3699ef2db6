package vn.thidua.kit.security;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer the realm, exactly as {@code iss} in its tokens
 * @param clientSecret this service's own secret at the realm
 * @param audience what a token must be issued for
 * @param tokenCache how long a checked token is trusted without checking again; zero checks always
 * @param openPaths patterns that need no token, beyond health, API description and public paths
 */
@Validated
@ConfigurationProperties("thidua")
record SecuritySettings(
        @NotBlank String issuer,
        @DefaultValue("") String clientSecret,
        @DefaultValue("thidua-api") String audience,
        @DefaultValue("60s") Duration tokenCache,
        @DefaultValue List<String> openPaths) {}
