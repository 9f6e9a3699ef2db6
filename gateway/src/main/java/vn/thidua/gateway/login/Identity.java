package vn.thidua.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.AuthorizationCodeReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.DelegatingReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RefreshTokenReactiveOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import vn.thidua.gateway.GatewaySettings;

/** The identity service as the gateway knows it. Nothing here calls it while starting. */
@Configuration(proxyBeanMethods = false)
class Identity {
    static final String REGISTRATION = "keycloak";

    private static final String AUDIENCE = "thidua-api";
    /** How long a withdrawn signing key may still be believed. */
    private static final Duration DECODED = Duration.ofSeconds(60);

    private final WebClient http = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
                    .responseTimeout(Duration.ofSeconds(5))))
            .build();

    @Bean
    ReactiveClientRegistrationRepository registrations(GatewaySettings settings) {
        String outside = settings.issuer() + "/protocol/openid-connect";
        String inside = settings.issuerInside() + "/protocol/openid-connect";
        return new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("gateway")
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // Absolute, because {baseUrl} would follow the Host header of whoever asks.
                .redirectUri(settings.publicUrl() + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile")
                .issuerUri(settings.issuer())
                .authorizationUri(outside + "/auth")
                .tokenUri(inside + "/token")
                .jwkSetUri(inside + "/certs")
                .userNameAttributeName("preferred_username")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", outside + "/logout"))
                .build());
    }

    /** Tokens live in the session and die with it; the default store is keyed by user name and never freed. */
    @Bean
    ServerOAuth2AuthorizedClientRepository tokens() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
        var exchange = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        exchange.setWebClient(http);
        return exchange;
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager manager(
            ReactiveClientRegistrationRepository registrations, ServerOAuth2AuthorizedClientRepository tokens) {
        var exchange = new WebClientReactiveRefreshTokenTokenResponseClient();
        exchange.setWebClient(http);
        var refresh = new RefreshTokenReactiveOAuth2AuthorizedClientProvider();
        refresh.setAccessTokenResponseClient(exchange);
        refresh.setClockSkew(Duration.ofSeconds(30));
        // The default handler saves the log-in anew, which changes the session id: parallel calls would lose it.
        refresh.setAuthorizationSuccessHandler((client, principal, attributes) -> Mono.empty());
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(registrations, tokens);
        manager.setAuthorizedClientProvider(new DelegatingReactiveOAuth2AuthorizedClientProvider(
                new AuthorizationCodeReactiveOAuth2AuthorizedClientProvider(), refresh));
        return new OneRefresh(manager);
    }

    /** Checks bearer tokens: signature, times, issuer and audience. Good ones are remembered, bad ones never. */
    @Bean
    ReactiveJwtDecoder bearerTokens(GatewaySettings settings) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        settings.issuerInside() + "/protocol/openid-connect/certs")
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .webClient(http)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE))));
        Cache<String, Jwt> decoded = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(DECODED)
                .build();
        return token -> {
            Jwt known = decoded.getIfPresent(token);
            return known != null && isAlive(known)
                    ? Mono.just(known)
                    : decoder.decode(token).doOnNext(jwt -> decoded.put(token, jwt));
        };
    }

    private static boolean isAlive(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && end.isAfter(Instant.now());
    }
}
