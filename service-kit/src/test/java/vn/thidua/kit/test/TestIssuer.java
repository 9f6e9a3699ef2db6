package vn.thidua.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Issues tokens like the realm does, with its keys at the same address, so that services check them for real. */
public final class TestIssuer {
    private static final TestIssuer INSTANCE = new TestIssuer();

    private final HttpServer server;
    private final RSAKey key;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        var path = "/realms/thidua/protocol/openid-connect/";
        server.createContext(path + "certs", exchange -> send(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(
                path + "token",
                exchange -> send(
                        exchange,
                        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                                .formatted(service("reader-service"))));
        server.start();
    }

    public static TestIssuer instance() {
        return INSTANCE;
    }

    /** The issuer as services are configured with it. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/thidua";
    }

    /** A token of a person who logged in. */
    public String person(String subject) {
        return token(claims -> claims.subject(subject).claim("azp", "gateway").claim("scope", "openid profile"));
    }

    /** A token of another organisation's system. */
    public String agency(String clientId, String... scopes) {
        return token(claims -> claims.subject(UUID.randomUUID().toString())
                .claim("client_id", clientId)
                .claim("azp", clientId)
                .claim("scope", String.join(" ", scopes)));
    }

    /** A token of one of our own services. */
    public String service(String clientId) {
        return agency(clientId, "feed.internal");
    }

    /** A token with any claims; good for an hour, as shared ones are kept while a whole module is tested, unless they say otherwise. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        var now = Instant.now();
        var standard = new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience(List.of("thidua-api"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .jwtID(UUID.randomUUID().toString());
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                    claims.apply(standard).build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
