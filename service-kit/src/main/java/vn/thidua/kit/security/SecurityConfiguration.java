package vn.thidua.kit.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.support.OAuth2RestClientHttpServiceGroupConfigurer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.problem.ProblemType;

/** Every service validates the token itself; only health, the API description and what is declared public need none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {
    /** Name of the registration with which one service speaks to another. */
    public static final String PLATFORM = "platform";

    @Bean
    SecurityFilterChain security(HttpSecurity http, ProblemRenderer problems, SecuritySettings settings) {
        AuthenticationEntryPoint unauthenticated = (request, response, failure) ->
                problems.write(Problem.of(ProblemType.UNAUTHENTICATED), Languages.of(request), response);
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is ever accepted here, so there is nothing a foreign page could ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(paths -> paths.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((_, context) -> new AuthorizationDecision(fromLoopback(context.getRequest())))
                        .requestMatchers("/api/v1/public/**", "/api/v1/openapi/**")
                        .permitAll()
                        .requestMatchers(settings.openPaths().toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .bearerTokenResolver(new OneBearerToken())
                        .authenticationEntryPoint(unauthenticated))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(Problem.of(ProblemType.FORBIDDEN), Languages.of(request), response)))
                .build();
    }

    /**
     * Signature, issuer, audience and times are checked once per token; for {@code cache} afterwards the same text is trusted,
     * because checking the signature costs as much as a trivial request. Failures are not remembered.
     */
    @Bean
    JwtDecoder jwtDecoder(SecuritySettings settings) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(settings.issuer() + "/protocol/openid-connect/certs")
                .restOperations(new RealmKeys())
                .jwsAlgorithms(
                        algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audiences -> audiences != null && audiences.contains(settings.audience()))));
        var known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(settings.tokenCache())
                .<String, Jwt>build();
        return text -> {
            var cached = known.getIfPresent(text);
            if (cached != null
                    && cached.getExpiresAt() != null
                    && cached.getExpiresAt().isAfter(Instant.now())) {
                return cached;
            }
            var decoded = decoder.decode(text);
            if (settings.tokenCache().compareTo(Duration.ZERO) > 0) {
                known.put(text, decoded);
            }
            return decoded;
        };
    }

    /** An observation of every filter is a tenth of what a small request costs, and nobody looks at them; requests are still observed. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the firewall refuses (odd paths, odd methods) is a problem like any other. */
    @Bean
    RequestRejectedHandler requestRejected(ProblemRenderer problems) {
        return (request, response, _) ->
                problems.write(Problem.of(ProblemType.MALFORMED_REQUEST), Languages.of(request), response);
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(
            SecuritySettings settings, @Value("${spring.application.name}") String name) {
        return new InMemoryClientRegistrationRepository(
                ClientTokens.registration(PLATFORM, name, settings.clientSecret(), settings.issuer()));
    }

    @Bean
    OAuth2AuthorizedClientService authorizedClients(ClientRegistrationRepository registrations) {
        return new InMemoryOAuth2AuthorizedClientService(registrations);
    }

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService clients) {
        return ClientTokens.manager(registrations, clients);
    }

    @Bean
    OAuth2RestClientHttpServiceGroupConfigurer platformToken(OAuth2AuthorizedClientManager clients) {
        return OAuth2RestClientHttpServiceGroupConfigurer.from(clients);
    }

    private static boolean fromLoopback(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
