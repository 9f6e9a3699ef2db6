package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.test.TestPostgres;

/** Tokens that were not issued for us, or by nobody. */
class TokensIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final TestIssuer ISSUER = TestIssuer.instance();
    private static final String PATH = "/api/v1/notes/search?q=x";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    static Stream<Map.Entry<String, String>> attacks() throws Exception {
        var good = ISSUER.person("someone");
        var parts = good.split("\\.", -1);
        var foreign = new RSAKeyGenerator(2048).keyID("test").generate();
        var unknown = new RSAKeyGenerator(2048).keyID("nobody-knows").generate();
        return Map.<String, String>ofEntries(
                Map.entry("no algorithm", new PlainJWT(claims()).serialize()),
                Map.entry("the public key as a secret", signedWithPublicKey()),
                Map.entry("a foreign key under our key's name", signed(foreign)),
                Map.entry("a key nobody knows", signed(unknown)),
                Map.entry("another issuer", ISSUER.token(c -> c.subject("x").issuer("http://127.0.0.1/realms/other"))),
                Map.entry("another audience", ISSUER.token(c -> c.subject("x").audience(List.of("account")))),
                Map.entry("no audience", ISSUER.token(c -> c.subject("x").audience((List<String>) null))),
                Map.entry(
                        "expired",
                        ISSUER.token(c -> c.subject("x")
                                .expirationTime(Date.from(Instant.now().minusSeconds(120))))),
                Map.entry(
                        "not yet valid",
                        ISSUER.token(c -> c.subject("x")
                                .notBeforeTime(Date.from(Instant.now().plusSeconds(300))))),
                Map.entry(
                        "payload exchanged",
                        parts[0] + "." + ISSUER.person("other").split("\\.", -1)[1] + "." + parts[2]),
                Map.entry("signature cut off", parts[0] + "." + parts[1] + "."),
                Map.entry("junk", "abc"),
                Map.entry("dots", "..."),
                Map.entry("very long junk", "a".repeat(6000)))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aTokenThatIsNotOursLetsNobodyIn(Map.Entry<String, String> attack) {
        var answer = HOUSE.service.api().as(attack.getValue()).get(PATH);
        assertThat(answer.status()).as(attack.getKey()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
    }

    @Test
    void aGoodTokenLetsIn() {
        assertThat(HOUSE.service.api().as(ISSUER.person("someone")).get(PATH).status())
                .isEqualTo(200);
        assertThat(HOUSE.service.api().get(PATH).status()).isEqualTo(401);
        assertThat(HOUSE.service
                        .api()
                        .with("Authorization", "Basic YTpi")
                        .get(PATH)
                        .status())
                .isEqualTo(401);
        assertThat(HOUSE.service
                        .api()
                        .get(PATH + "&access_token=" + ISSUER.person("someone"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void twoAuthorizationHeadersAreOneTooMany() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + HOUSE.service.port() + PATH))
                .header("Authorization", "Bearer " + ISSUER.person("someone"))
                .header("Authorization", "Bearer " + ISSUER.person("other"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTokenIsNotTrustedBeyondItsTimeHoweverOftenItWasSeen() throws Exception {
        // Clocks may differ by 60 s; 5 s of that are left.
        var token = ISSUER.token(c -> c.subject("x")
                .issueTime(Date.from(Instant.now().minusSeconds(300)))
                .expirationTime(Date.from(Instant.now().minusSeconds(55))));
        assertThat(HOUSE.service.api().as(token).get(PATH).status()).isEqualTo(200);
        Thread.sleep(6000);
        assertThat(HOUSE.service.api().as(token).get(PATH).status()).isEqualTo(401);
    }

    @Test
    void aRealmThatIsAwayIsNotTheCallersFault() {
        try (var house = NoteHouse.publisher(
                TestPostgres.create("notes"), Map.of("THIDUA_ISSUER", "http://127.0.0.1:1/realms/thidua"))) {
            var token = ISSUER.token(c -> c.subject("x").issuer("http://127.0.0.1:1/realms/thidua"));
            Api.Answer answer = house.service.api().as(token).get(PATH);
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(house.service.api().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
        }
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .subject("x")
                .issuer(ISSUER.uri())
                .audience("thidua-api")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    private static String signed(com.nimbusds.jose.jwk.RSAKey key) throws Exception {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String signedWithPublicKey() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var keys = client.send(
                            HttpRequest.newBuilder(URI.create(ISSUER.uri() + "/protocol/openid-connect/certs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            var secret = JWKSet.parse(keys)
                    .getKeys()
                    .getFirst()
                    .toRSAKey()
                    .toRSAPublicKey()
                    .getEncoded();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), claims());
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        }
    }
}
