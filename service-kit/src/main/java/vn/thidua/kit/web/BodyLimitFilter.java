package vn.thidua.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Reads the body of a write once, up to the limit, counting bytes: a chunked body has no length to look at, and the container's
 * own limits do not apply to JSON. A few paths take larger bodies, few of them at once; what is beyond the usual limit is laid down in
 * a file until the request ends, so that memory stays bounded.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private final int maxBytes;
    private final Map<String, DataSize> largePaths;
    private final Semaphore large;

    BodyLimitFilter(WebSettings settings) {
        this.maxBytes = settings.maxBodyBytes();
        this.largePaths = Map.copyOf(settings.largePaths());
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
        var usual = DataSize.ofBytes(maxBytes);
        var most = largePaths.getOrDefault(request.getRequestURI(), usual).toBytes();
        if (request.getContentLengthLong() > most) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
        }
        var start = read(request, (int) Math.min(most, maxBytes) + 1);
        if (start.length <= maxBytes) {
            chain.doFilter(new BufferedBodyRequest(request, start, null), response);
            return;
        }
        if (most <= maxBytes) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
        }
        if (!large.tryAcquire()) {
            throw Problem.of(ProblemType.OVERLOADED).asException();
        }
        try {
            var rest = Files.createTempFile("body", null);
            try {
                layDown(request, most - start.length, rest);
                chain.doFilter(new BufferedBodyRequest(request, start, rest), response);
            } finally {
                Files.deleteIfExists(rest);
            }
        } finally {
            large.release();
        }
    }

    private static void layDown(HttpServletRequest request, long most, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            if (copied(request, most, out) > most) {
                throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).asException();
            }
        }
    }

    /** How much there was, at most a piece more than {@code most}. */
    private static long copied(HttpServletRequest request, long most, OutputStream out) throws IOException {
        var piece = new byte[16 * 1024];
        long copied = 0;
        while (copied <= most) {
            var came = read(request, piece);
            if (came < 0) {
                return copied;
            }
            out.write(piece, 0, came);
            copied += came;
        }
        return copied;
    }

    private static int read(HttpServletRequest request, byte[] piece) {
        return reading(request, body -> body.read(piece));
    }

    private static byte[] read(HttpServletRequest request, int most) {
        return reading(request, body -> body.readNBytes(most));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream body) throws IOException;
    }

    private static <T> T reading(HttpServletRequest request, Reading<T> reading) {
        try {
            return reading.of(request.getInputStream());
        } catch (IOException broken) {
            // Chunks that are none, or a caller that went away in the middle: not ours to log as a failure.
            throw Problem.of(ProblemType.MALFORMED_REQUEST).asException();
        }
    }
}
