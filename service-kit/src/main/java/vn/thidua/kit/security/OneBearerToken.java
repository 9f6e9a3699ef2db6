package vn.thidua.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Refuses a request with several Authorization headers: who looked at which of them must not be a matter of luck. */
final class OneBearerToken implements BearerTokenResolver {
    private final DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (Collections.list(request.getHeaders("Authorization")).size() > 1) {
            throw new InvalidBearerTokenException("more than one Authorization header");
        }
        return resolver.resolve(request);
    }
}
