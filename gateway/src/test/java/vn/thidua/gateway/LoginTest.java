package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class LoginTest extends EdgeTest {
    @Test
    void anXhrWithoutLoginGetsAProblemAndNoRedirect() {
        HttpResponse<String> answer = browser().get("/api/v1/me");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("location")).isEmpty();
        assertThat(json(answer).get("type").stringValue()).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void redirectAddressesAreConfiguredAndIgnoreTheHostHeader() {
        Browser browser = browser();
        String location = browser.get("/oauth2/authorization/keycloak?lang=en", "Host", "evil.example")
                .headers()
                .firstValue("location")
                .orElseThrow();
        var query = UriComponentsBuilder.fromUriString(location).build().getQueryParams();

        assertThat(location).startsWith(ISSUER.url());
        assertThat(query.getFirst("redirect_uri")).isEqualTo(PUBLIC + "/login/oauth2/code/keycloak");
        assertThat(query.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(query.getFirst("ui_locales")).isEqualTo("en");
    }

    @Test
    void loginComesBackToTheDeepLink() {
        assertThat(browser().logIn("/units/7?tab=states")).isEqualTo(PUBLIC + "/units/7?tab=states");
        assertThat(browser().logIn("//evil.example")).isEqualTo(PUBLIC + "/");
        assertThat(browser().logIn("/\\evil.example")).isEqualTo(PUBLIC + "/");
    }

    @Test
    void theSessionIsNewAtLoginAndItsCookieIsOutOfReachOfScripts() {
        Browser browser = browser();
        browser.get("/oauth2/authorization/keycloak");
        String before = browser.cookies.get("__Host-SID");
        browser.logIn("");
        String cookie = browser().get("/oauth2/authorization/keycloak").headers().allValues("set-cookie").stream()
                .filter(value -> value.startsWith("__Host-SID="))
                .findFirst()
                .orElseThrow();

        assertThat(browser.cookies.get("__Host-SID")).isNotNull().isNotEqualTo(before);
        assertThat(cookie).containsIgnoringCase("; httponly").contains("; Secure", "; SameSite=Lax", "; Path=/");
    }

    @Test
    void theServiceGetsTheTokenAndNoneOfTheCookies() {
        Browser browser = loggedIn();

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        Backend.Seen request = CLUSTER.seen.getFirst();
        assertThat(request.headers().getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(request.headers().containsHeader("Cookie")).isFalse();
        assertThat(request.headers().containsHeader("X-XSRF-TOKEN")).isFalse();
    }

    @Test
    void parallelCallsShareOneRefreshAndStayLoggedIn() throws Exception {
        ISSUER.firstTokenSeconds = 10;
        Browser browser = loggedIn();

        assertThat(parallel(8, () -> browser.get("/api/v1/me").statusCode())).containsOnly(200);
        assertThat(ISSUER.refreshes).hasValue(1);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(ISSUER.refreshes).hasValue(1);
    }

    @Test
    void aLoginEndedByTheIdentityServiceEndsHereWithoutARedirect() {
        ISSUER.firstTokenSeconds = 10;
        Browser browser = loggedIn();
        ISSUER.ended = true;

        for (int call = 1; call <= 2; call++) {
            HttpResponse<String> answer = browser.get("/api/v1/me");
            assertThat(answer.statusCode()).as("call %s", call).isEqualTo(401);
            assertThat(answer.headers().firstValue("location")).isEmpty();
        }
        assertThat(ISSUER.refreshes).hasValue(1);
        assertThat(CLUSTER.seen).isEmpty();
    }

    @Test
    void whenTheIdentityServiceIsAwayTheLoginIsKept() {
        ISSUER.firstTokenSeconds = 10;
        Browser browser = loggedIn();
        ISSUER.server.kill();
        HttpResponse<String> away = browser.get("/api/v1/me");
        ISSUER.server.revive();

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(json(away).get("service").stringValue()).isEqualTo("identity");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aForgottenLoginStartsAnewAndAFailedOneSaysSo() {
        Browser browser = browser();
        assertThat(browser.get("/login/oauth2/code/keycloak?code=x&state=unknown")
                        .headers()
                        .firstValue("location"))
                .hasValue(PUBLIC + "/?login=again");

        String state = UriComponentsBuilder.fromUriString(browser.get("/oauth2/authorization/keycloak")
                        .headers()
                        .firstValue("location")
                        .orElseThrow())
                .build(true)
                .getQueryParams()
                .getFirst("state");
        assertThat(browser.get("/login/oauth2/code/keycloak?code=wrong&state=" + state)
                        .headers()
                        .firstValue("location"))
                .hasValue(PUBLIC + "/?login=failed");
    }

    @Test
    void changesNeedTheCsrfToken() {
        Browser browser = loggedIn();
        browser.get("/api/v1/me");
        HttpResponse<String> without = browser.post("/api/v1/units");

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(json(without).get("type").stringValue()).isEqualTo("/problems/csrf-token-invalid");
        assertThat(browser.post("/api/v1/units", "Authorization", "Basic eDp5").statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/v1/units", "Authorization", "Bearer junk").statusCode())
                .isEqualTo(401);
        assertThat(CLUSTER.seen).extracting(Backend.Seen::method).doesNotContain("POST");
        assertThat(browser.postAsConsole("/api/v1/units").statusCode()).isEqualTo(200);
    }

    @Test
    void logoutEndsTheSessionAndSaysWhereToGo() {
        Browser browser = loggedIn();
        browser.get("/api/v1/me");
        Browser thief = browser();
        thief.cookies.putAll(browser.cookies);

        assertThat(browser.post("/logout").statusCode()).isEqualTo(403);
        HttpResponse<String> out = browser.postAsConsole("/logout");

        assertThat(out.statusCode()).isEqualTo(202);
        assertThat(out.headers().firstValue("location").orElseThrow())
                .startsWith(ISSUER.url() + "/protocol/openid-connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=" + PUBLIC + "/");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(thief.get("/api/v1/me").statusCode()).isEqualTo(401);
    }
}
