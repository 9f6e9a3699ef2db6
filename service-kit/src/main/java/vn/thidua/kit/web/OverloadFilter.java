package vn.thidua.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Bounds what virtual threads would otherwise let in without end. Whoever finds no place within the short wait is told so at
 * once, which keeps good work at full speed. Long polls of the feed wait without working; they have a larger bound of their own.
 */
final class OverloadFilter extends OncePerRequestFilter {
    private static final Pattern POLL = Pattern.compile("/api/v1/feeds/[^/]+");

    private final Semaphore places;
    private final Semaphore polls;
    private final Duration patience;

    OverloadFilter(int maxConcurrent, int maxPolls, Duration patience) {
        this.places = new Semaphore(maxConcurrent);
        this.polls = new Semaphore(maxPolls);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var poll = "GET".equals(request.getMethod())
                && POLL.matcher(request.getRequestURI()).matches();
        var bound = poll ? polls : places;
        if (!hasPlace(bound)) {
            throw Problem.of(ProblemType.OVERLOADED).asException();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            bound.release();
        }
    }

    private boolean hasPlace(Semaphore bound) {
        try {
            return bound.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
