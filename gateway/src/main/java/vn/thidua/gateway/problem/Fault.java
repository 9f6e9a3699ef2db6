package vn.thidua.gateway.problem;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

/** What an error means to the caller: the slug of the problem and the status it goes out with. */
record Fault(String slug, int status) {
    private static final Fault UNEXPECTED = new Fault("unexpected", 500);
    private static final Fault UNAVAILABLE = new Fault("unavailable", 503);

    static Fault of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Fault fault = known(cause);
            if (fault != null) {
                return fault;
            }
        }
        return UNEXPECTED;
    }

    private static @Nullable Fault known(Throwable error) {
        return switch (error) {
            case ResponseStatusException e -> ofStatus(e.getStatusCode().value());
            // An open breaker; the exception carries its status only as an annotation.
            case ServiceUnavailableException e -> UNAVAILABLE;
            // Keycloak could not be asked for its keys, so nobody can say whether the token is good.
            case AuthenticationServiceException e -> UNAVAILABLE;
            case ConnectException e -> UNAVAILABLE;
            case UnknownHostException e -> UNAVAILABLE;
            case TimeoutException e -> new Fault("gateway-timeout", 504);
            case ReadTimeoutException e -> new Fault("gateway-timeout", 504);
            case IOException e -> new Fault("bad-gateway", 502);
            case AbortedException e -> new Fault("bad-gateway", 502);
            default -> null;
        };
    }

    private static Fault ofStatus(int status) {
        String slug = switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "payload-too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            case 502 -> "bad-gateway";
            case 503 -> "unavailable";
            case 504 -> "gateway-timeout";
            default -> status < 500 ? "malformed-request" : "unexpected";
        };
        return new Fault(slug, slug.equals("unexpected") ? 500 : status);
    }
}
