package vn.thidua.kit.security;

import java.util.Objects;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Tokens of one client of a realm, kept until they end. */
public final class ClientTokens {
    private final String client;
    private final OAuth2AuthorizedClientManager manager;

    /** Takes the client, its secret and the realm's address. */
    public ClientTokens(String client, String secret, String realm) {
        this.client = client;
        var registrations = new InMemoryClientRegistrationRepository(registration(client, client, secret, realm));
        this.manager = manager(registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
    }

    /** Throws {@link org.springframework.security.oauth2.core.OAuth2AuthorizationException} when the realm gives none. */
    public String get() {
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(client)
                .principal(client)
                .build();
        return Objects.requireNonNull(manager.authorize(request), "no token")
                .getAccessToken()
                .getTokenValue();
    }

    static ClientRegistration registration(String id, String client, String secret, String realm) {
        return ClientRegistration.withRegistrationId(id)
                .clientId(client)
                .clientSecret(secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(realm + "/protocol/openid-connect/token")
                .build();
    }

    static OAuth2AuthorizedClientManager manager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService clients) {
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(tokens()))
                .build());
        return manager;
    }

    /** As Spring makes it, but with time-outs: a realm that hangs must not hang who works with its tokens. */
    private static RestClientClientCredentialsTokenResponseClient tokens() {
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(RealmKeys.timed())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
