package vn.thidua.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Reads the body of a write once, up to the limit, counting bytes: a chunked body has no length to look at, and the container's
 * own limits do not apply to JSON. A few paths take larger bodies, few of them at once, so that memory stays bounded.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private final int maxBytes;
    private final int maxLargeBytes;
    private final Set<String> largePaths;
    private final Semaphore large;

    BodyLimitFilter(WebSettings settings) {
        this.maxBytes = settings.maxBodyBytes();
        this.maxLargeBytes = settings.maxLargeBytes();
        this.largePaths = Set.copyOf(settings.largePaths());
        this.large = new Semaphore(settings.maxLargeAtOnce());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WITH_BODY.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = largePaths.contains(request.getRequestURI()) ? maxLargeBytes : maxBytes;
        if (request.getContentLengthLong() > most) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
        }
        var start = read(request, Math.min(most, maxBytes) + 1);
        if (start.length <= maxBytes) {
            chain.doFilter(new BufferedBodyRequest(request, start), response);
            return;
        }
        if (most <= maxBytes) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
        }
        if (!large.tryAcquire()) {
            throw Problem.of(ProblemType.OVERLOADED).asException();
        }
        try {
            var rest = read(request, most - start.length + 1);
            if (start.length + rest.length > most) {
                throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
            }
            var body = Arrays.copyOf(start, start.length + rest.length);
            System.arraycopy(rest, 0, body, start.length, rest.length);
            chain.doFilter(new BufferedBodyRequest(request, body), response);
        } finally {
            large.release();
        }
    }

    private static byte[] read(HttpServletRequest request, int most) {
        try {
            return request.getInputStream().readNBytes(most);
        } catch (IOException broken) {
            // Chunks that are none, or a caller that went away in the middle: not ours to log as a failure.
            throw Problem.of(ProblemType.MALFORMED_REQUEST).asException();
        }
    }
}
