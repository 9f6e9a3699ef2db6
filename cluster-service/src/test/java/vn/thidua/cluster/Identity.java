package vn.thidua.cluster;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider that answers as Keycloak does; the system tests have the real one. */
final class Identity {
    static final WireMockServer KEYCLOAK =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    static final Map<String, Object> SETTINGS = start();

    static final String USERS = "/admin/realms/thidua/users";

    private Identity() {}

    private static Map<String, Object> start() {
        KEYCLOAK.start();
        KEYCLOAK.stubFor(post(urlPathEqualTo("/realms/thidua/protocol/openid-connect/token"))
                .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        KEYCLOAK.stubFor(get(urlPathEqualTo("/admin/realms/thidua/users")).willReturn(okJson("[]")));
        KEYCLOAK.stubFor(put(urlPathMatching("/admin/realms/thidua/users/[^/]+/reset-password"))
                .willReturn(aResponse().withStatus(204)));
        KEYCLOAK.stubFor(post(urlPathMatching("/admin/realms/thidua/users/[^/]+/logout"))
                .willReturn(aResponse().withStatus(204)));
        KEYCLOAK.stubFor(get(urlPathMatching("/admin/realms/thidua/users/[^/]+"))
                .willReturn(okJson(
                        "{\"username\":\"u\",\"firstName\":\"Người\",\"enabled\":true,\"emailVerified\":true}")));
        KEYCLOAK.stubFor(put(urlPathMatching("/admin/realms/thidua/users/[^/]+"))
                .willReturn(aResponse().withStatus(204)));
        KEYCLOAK.stubFor(put(urlPathMatching("/admin/realms/thidua/users/[^/]+/execute-actions-email"))
                .willReturn(aResponse().withStatus(204)));
        KEYCLOAK.stubFor(delete(urlPathMatching("/admin/realms/thidua/users/[^/]+"))
                .willReturn(aResponse().withStatus(204)));
        return Map.of(
                "thidua.accounts.realm",
                KEYCLOAK.baseUrl() + "/realms/thidua",
                "THIDUA_ACCOUNTS_SECRET",
                "secret",
                "thidua.accounts.every",
                "24h");
    }

    /** What it says when an account of that name is to be made. */
    static void making(String username, ResponseDefinitionBuilder answer) {
        KEYCLOAK.stubFor(post(urlPathEqualTo(USERS))
                .withRequestBody(matchingJsonPath("$.username", equalTo(username)))
                .willReturn(answer));
    }

    static ResponseDefinitionBuilder made(String subject) {
        return aResponse().withStatus(201).withHeader("Location", KEYCLOAK.baseUrl() + USERS + "/" + subject);
    }

    /** From now on it has an account of that name. */
    static void has(String username, String subject, Instant createdAt) {
        KEYCLOAK.stubFor(get(urlPathEqualTo(USERS))
                .withQueryParam("username", equalTo(username))
                .withQueryParam("exact", equalTo("true"))
                .willReturn(okJson("[{\"id\":\"%s\",\"username\":\"%s\",\"createdTimestamp\":%d}]"
                        .formatted(subject, username, createdAt.toEpochMilli()))));
    }

    static void password(String subject, ResponseDefinitionBuilder answer) {
        KEYCLOAK.stubFor(
                put(urlPathEqualTo(USERS + "/" + subject + "/reset-password")).willReturn(answer));
    }

    static void link(String subject, ResponseDefinitionBuilder answer) {
        KEYCLOAK.stubFor(put(urlPathEqualTo(USERS + "/" + subject + "/execute-actions-email"))
                .willReturn(answer));
    }

    static void address(String subject, ResponseDefinitionBuilder answer) {
        KEYCLOAK.stubFor(put(urlPathEqualTo(USERS + "/" + subject)).willReturn(answer));
    }

    /** The bodies with which accounts of that name were to be made. */
    static List<JsonNode> attempts(String username) {
        return KEYCLOAK.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getMethod().getName().equals("POST")
                        && request.getUrl().equals(USERS))
                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                .filter(body -> body.path("username").asString().equals(username))
                .toList();
    }

    /** Method and path of what was asked about that account, the oldest first. */
    static List<String> calls(String subject) {
        return KEYCLOAK.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getUrl().contains(subject))
                .map(request -> request.getMethod().getName() + " "
                        + request.getUrl().substring(USERS.length() + 1 + subject.length()) + " "
                        + request.getBodyAsString())
                .map(String::strip)
                .toList();
    }
}
