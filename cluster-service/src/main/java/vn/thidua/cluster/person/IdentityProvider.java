package vn.thidua.cluster.person;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.security.ClientTokens;

/**
 * Keycloak's users, by its administration interface. Every method throws {@link RestClientException} or
 * {@link org.springframework.security.oauth2.core.OAuth2AuthorizationException} when it cannot be reached or is not itself.
 */
@Component
@EnableConfigurationProperties(AccountSettings.class)
class IdentityProvider {
    /** An account there. */
    record Account(String subject, Instant createdAt) {}

    /** What became of a new password. */
    enum PasswordOutcome {
        SET,
        /** The realm's rules refuse it. */
        TOO_WEAK,
        /** The realm has no such account: it is one of another provider. */
        UNKNOWN_ACCOUNT
    }

    /** What became of an address. */
    enum AddressOutcome {
        KNOWN,
        REFUSED,
        UNKNOWN_ACCOUNT
    }

    /** It writes the letter while we wait. */
    private static final Duration PATIENCE_FOR_A_LETTER = Duration.ofSeconds(20);

    private final RestClient users;
    private final RestClient letters;
    private final AccountSettings settings;

    IdentityProvider(AccountSettings settings) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        // Two requests for a password, and its caller waits eight seconds at most.
        requests.setReadTimeout(Duration.ofSeconds(3));
        var slowRequests = new JdkClientHttpRequestFactory(http);
        slowRequests.setReadTimeout(PATIENCE_FOR_A_LETTER);
        var tokens = new ClientTokens(settings.client(), settings.secret(), settings.realm());
        this.users = RestClient.builder()
                .baseUrl(settings.realm().replaceFirst("/realms/(?=[^/]+$)", "/admin/realms/") + "/users")
                .requestFactory(requests)
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(tokens.get());
                    return execution.execute(request, body);
                })
                .build();
        this.letters = users.mutate().requestFactory(slowRequests).build();
        this.settings = settings;
    }

    Optional<Account> find(String username) {
        var found = users.get()
                .uri(uri -> uri.queryParam("exact", true)
                        .queryParam("username", "{name}")
                        .build(username))
                .retrieve()
                .body(JsonNode.class);
        var user = Objects.requireNonNull(found).path(0);
        return user.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Account(
                        user.path("id").asString(),
                        Instant.ofEpochMilli(user.path("createdTimestamp").asLong())));
    }

    /** Makes an account without a password; gives its subject. */
    String make(String username, String name) {
        var answer = users.post()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", username, "firstName", name, "enabled", true))
                .retrieve()
                .toBodilessEntity();
        URI location = Objects.requireNonNull(answer.getHeaders().getLocation(), "no Location");
        return location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
    }

    /** Gives the account a password that has to be changed at the next log-in, and ends its sessions. */
    PasswordOutcome password(String subject, String password) {
        try {
            users.put()
                    .uri("/{id}/reset-password", subject)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("type", "password", "value", password, "temporary", true))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.BadRequest refused) {
            return PasswordOutcome.TOO_WEAK;
        } catch (HttpClientErrorException.NotFound elsewhere) {
            return PasswordOutcome.UNKNOWN_ACCOUNT;
        }
        users.post().uri("/{id}/logout", subject).retrieve().toBodilessEntity();
        return PasswordOutcome.SET;
    }

    /** One that is gone already is as good. */
    void remove(String subject) {
        try {
            users.delete().uri("/{id}", subject).retrieve().toBodilessEntity();
        } catch (HttpClientErrorException.NotFound gone) {
            return;
        }
    }

    /** Tells the account's address, or that there is none any more. */
    AddressOutcome address(String subject, @Nullable String email) {
        try {
            var user = (ObjectNode) Objects.requireNonNull(
                    users.get().uri("/{id}", subject).retrieve().body(JsonNode.class));
            var wanted = email == null ? "" : email;
            if (!user.path("email").asString("").equalsIgnoreCase(wanted)) {
                // The whole account: what is left out of it would be taken away.
                user.put("email", wanted).put("emailVerified", false);
                users.put()
                        .uri("/{id}", subject)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(user)
                        .retrieve()
                        .toBodilessEntity();
            }
            return AddressOutcome.KNOWN;
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict refused) {
            return AddressOutcome.REFUSED;
        } catch (HttpClientErrorException.NotFound elsewhere) {
            return AddressOutcome.UNKNOWN_ACCOUNT;
        }
    }

    /** Whether it sent the account's address a link by which its owner sets a password; it does not to one that is locked. */
    boolean sendLink(String subject) {
        try {
            letters.put()
                    .uri(
                            "/{id}/execute-actions-email?client_id={client}&redirect_uri={console}&lifespan={seconds}",
                            subject,
                            settings.consoleClient(),
                            settings.console() + "/",
                            settings.linkLifespan().toSeconds())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(List.of("UPDATE_PASSWORD"))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.BadRequest refused) {
            return false;
        }
    }
}
