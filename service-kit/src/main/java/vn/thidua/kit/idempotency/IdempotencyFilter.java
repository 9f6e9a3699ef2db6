package vn.thidua.kit.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.WebUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.web.BufferedBodyRequest;

/**
 * Makes every POST safe to repeat. The request runs inside one transaction that also saves its answer: either both are there
 * or neither, however the process dies. A refused request changes nothing and saves nothing, so it is judged anew when it is
 * repeated. (The Idempotency-Key header is an expired draft of the IETF; this is our reading of it.)
 *
 * <p>Some requests must leave no trace, not even a hash of their body. Their paths are left out here; whoever answers them makes
 * their repetition safe by itself.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final List<String> SAVED_HEADERS = List.of("Location", "ETag", "Content-Type", "Content-Language");

    private final IdempotencyStore store;
    private final TransactionTemplate transaction;
    private final List<PathPattern> traceless;

    /** @param traceless paths whose requests are neither saved nor hashed */
    IdempotencyFilter(IdempotencyStore store, PlatformTransactionManager transactions, List<String> traceless) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.traceless =
                traceless.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || isTraceless(request);
    }

    /** Compared as the controllers' paths are, so that no other spelling of an address reaches them and is saved here. */
    private boolean isTraceless(HttpServletRequest request) {
        if (traceless.isEmpty()) {
            return false;
        }
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return traceless.stream().anyMatch(pattern -> pattern.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = key(request.getHeader(HEADER));
        // Other filters may have wrapped it once more.
        var buffered = Objects.requireNonNull(
                WebUtils.getNativeRequest(request, BufferedBodyRequest.class), "the body was not read before");
        var operation = operation(request);
        var hash = sha256(buffered);
        var answer = new ContentCachingResponseWrapper(response);
        try {
            var replayed =
                    transaction.execute(status -> inTransaction(status, key, operation, hash, request, answer, chain));
            if (replayed != null) {
                write(replayed, response);
                return;
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        answer.copyBodyToResponse();
    }

    /** The saved answer if there is one; otherwise null, and the request has run. */
    private IdempotencyStore.@Nullable Answer inTransaction(
            TransactionStatus status,
            UUID key,
            String operation,
            byte[] hash,
            HttpServletRequest request,
            ContentCachingResponseWrapper answer,
            FilterChain chain) {
        var caller = caller();
        if (!store.lock(caller, key)) {
            throw Problem.of(ProblemType.IDEMPOTENCY_IN_FLIGHT).asException();
        }
        var saved = store.find(caller, key);
        if (saved.isPresent()) {
            if (!saved.get().operation().equals(operation)
                    || !MessageDigest.isEqual(saved.get().bodyHash(), hash)) {
                throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED).asException();
            }
            return saved.get().answer();
        }
        try {
            chain.doFilter(request, answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
        if (answer.getStatus() >= 300) {
            status.setRollbackOnly();
        } else {
            store.save(caller, key, new IdempotencyStore.Saved(operation, hash, answered(answer)));
        }
        return null;
    }

    private static IdempotencyStore.Answer answered(ContentCachingResponseWrapper answer) {
        var headers = new HashMap<String, String>();
        for (var name : SAVED_HEADERS) {
            var value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new IdempotencyStore.Answer(answer.getStatus(), headers, answer.getContentAsByteArray());
    }

    private static void write(IdempotencyStore.Answer saved, HttpServletResponse response) throws IOException {
        response.setStatus(saved.status());
        saved.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(saved.body());
    }

    private static String operation(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static UUID key(@Nullable String header) {
        try {
            if (header != null) {
                return UUID.fromString(header.trim());
            }
        } catch (IllegalArgumentException notAnId) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REQUIRED).asException();
        }
        throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REQUIRED).asException();
    }

    private static String caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authenticated) {
            var client = authenticated.getToken().getClaimAsString("client_id");
            return client == null ? "person " + authenticated.getToken().getSubject() : "client " + client;
        }
        return "anonymous";
    }

    private static byte[] sha256(BufferedBodyRequest request) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            request.into(digest);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
