package vn.thidua.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Reads the body of a write once, up to the limit, counting bytes: a chunked body has no length to look at, and the container's
 * own limits do not apply to JSON.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private final int maxBytes;

    BodyLimitFilter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WITH_BODY.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
        }
        var body = read(request);
        if (body.length > maxBytes) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
        }
        chain.doFilter(new BufferedBodyRequest(request, body), response);
    }

    private byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(maxBytes + 1);
        } catch (IOException broken) {
            // Chunks that are none, or a caller that went away in the middle: not ours to log as a failure.
            throw Problem.of(ProblemType.MALFORMED_REQUEST).asException();
        }
    }
}
