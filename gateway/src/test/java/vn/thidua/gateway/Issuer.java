package vn.thidua.gateway;

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
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Stands in for Keycloak: signs tokens, answers the token endpoint, gives each refresh token once only. */
final class Issuer {
    static final String SUBJECT = "00000000-0000-4000-8000-000000000002";

    final Backend server = new Backend();
    final AtomicInteger refreshes = new AtomicInteger();
    /** Lifetime of the access token that comes with a log-in; refreshed ones live five minutes. */
    volatile int firstTokenSeconds = 300;
    /** Whether the identity service has ended the person's session. */
    volatile boolean ended;

    private final RSAKey key;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.behaviour = this::answer;
    }

    String url() {
        return server.url() + "/realms/thidua";
    }

    /** The person logs in: a code for the callback. */
    String code(String nonce) {
        String code = UUID.randomUUID().toString();
        nonces.put(code, nonce);
        return code;
    }

    void reset() {
        firstTokenSeconds = 300;
        ended = false;
        refreshes.set(0);
    }

    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(SUBJECT)
                .audience("thidua-api")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String agencyToken(String client) {
        return sign(claims().claim("client_id", client).build());
    }

    String sign(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, Backend.Seen request) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/certs")) {
            Backend.respond(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.endsWith("/token")) {
            token(exchange, request.body());
        } else {
            Backend.respond(exchange, 404, "{}");
        }
    }

    private void token(HttpExchange exchange, String body) throws IOException, InterruptedException {
        Map<String, String> form = Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String nonce = nonces.remove(form.getOrDefault("code", ""));
        boolean refresh = "refresh_token".equals(form.get("grant_type"));
        if (refresh) {
            refreshes.incrementAndGet();
            Thread.sleep(200);
        }
        boolean known = refresh ? refreshTokens.remove(form.getOrDefault("refresh_token", "")) : nonce != null;
        if (ended || !known) {
            Backend.respond(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        int seconds = refresh ? 300 : firstTokenSeconds;
        Date end = Date.from(Instant.now().plusSeconds(seconds));
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.add(refreshToken);
        String idToken = sign(claims().audience(List.of("gateway"))
                .claim("nonce", nonce)
                .claim("preferred_username", "canbo.snv")
                .build());
        Backend.respond(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","id_token":"%s"}
                """.formatted(
                        sign(claims().expirationTime(end).build()), seconds, refreshToken, idToken));
    }
}
