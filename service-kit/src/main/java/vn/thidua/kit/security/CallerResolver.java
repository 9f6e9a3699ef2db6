package vn.thidua.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Gives a controller method its {@link Caller}. */
public final class CallerResolver implements HandlerMethodArgumentResolver {
    public static final String ACTING_AS = "Acting-As";
    /** Set by the gateway, which overwrites what its own caller sent. */
    private static final String CLIENT_ADDRESS = "X-Client-Address";

    private static final String INTERNAL_SCOPE = "feed.internal";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    /** The caller of a request that has passed authentication. */
    public static Caller current(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authenticated)) {
            throw Problem.of(ProblemType.UNAUTHENTICATED).asException();
        }
        Jwt token = authenticated.getToken();
        Set<String> scopes = scopes(token);
        String client = token.getClaimAsString("client_id");
        var kind = client == null
                ? Caller.Kind.PERSON
                : scopes.contains(INTERNAL_SCOPE) ? Caller.Kind.SERVICE : Caller.Kind.AGENCY;
        var subject = client == null ? Objects.requireNonNull(token.getSubject(), "token without sub") : client;
        return new Caller(kind, subject, scopes, actingAs(request), origin(request));
    }

    private static Set<String> scopes(Jwt token) {
        var scope = token.getClaimAsString("scope");
        return scope == null || scope.isBlank()
                ? Set.of()
                : Set.copyOf(List.of(scope.trim().split(" +", -1)));
    }

    private static @Nullable UUID actingAs(HttpServletRequest request) {
        var header = request.getHeader(ACTING_AS);
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(header.trim());
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(
                            ProblemType.MALFORMED_REQUEST,
                            null,
                            List.of(),
                            List.of(FieldError.of("header:" + ACTING_AS, "format")),
                            java.util.Map.of())
                    .asException();
        }
    }

    private static String origin(HttpServletRequest request) {
        var address = request.getHeader(CLIENT_ADDRESS);
        var trace = MDC.get("traceId");
        var from = address == null || address.length() > 64
                ? request.getRemoteAddr()
                : address + " via " + request.getRemoteAddr();
        return trace == null ? from : from + " trace " + trace;
    }
}
