package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgencyTest extends EdgeTest {
    @Test
    void bearerTokensUseTheSameRoutesAndNeverGetCookies() {
        String[] bearer = bearer();
        HttpResponse<String> read = browser().get("/api/v1/units", bearer);
        HttpResponse<String> written = browser().post("/api/v1/units", bearer);

        assertThat(List.of(read.statusCode(), written.statusCode())).containsOnly(200);
        assertThat(read.headers().allValues("set-cookie")).isEmpty();
        assertThat(written.headers().allValues("set-cookie")).isEmpty();
        assertThat(CLUSTER.seen.getFirst().headers().getFirst("Authorization")).isEqualTo(bearer[1]);
    }

    @Test
    void theBearerWinsOverASession() {
        Browser browser = loggedIn();
        String[] bearer = bearer();

        assertThat(browser.get("/api/v1/me", bearer).statusCode()).isEqualTo(200);
        assertThat(CLUSTER.seen.getFirst().headers().getFirst("Authorization")).isEqualTo(bearer[1]);
    }

    @Test
    void refusesTokensThatAreNotForUs() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        List<String> refused = List.of(
                "junk",
                ISSUER.sign(ISSUER.claims().audience("another-api").build()),
                ISSUER.sign(ISSUER.claims().audience((String) null).build()),
                ISSUER.sign(ISSUER.claims().issuer("http://evil.example").build()),
                ISSUER.sign(ISSUER.claims().expirationTime(past).build()),
                new Issuer().agencyToken("stranger"));

        for (String token : refused) {
            HttpResponse<String> answer = browser().get("/api/v1/units", "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        }
        assertThat(CLUSTER.seen).isEmpty();
    }
}
