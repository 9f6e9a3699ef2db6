package vn.thidua.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.kit.problem.ProblemAdvice;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.security.Languages;

/** The outermost filter: whatever filters throw becomes a problem too, never the container's own error page. */
final class FailureFilter extends OncePerRequestFilter {
    private final ProblemAdvice advice;
    private final ProblemRenderer renderer;

    FailureFilter(ProblemAdvice advice, ProblemRenderer renderer) {
        this.advice = advice;
        this.renderer = renderer;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // This is the last place: anything uncaught here would be an unstyled 500.
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception failure) {
            if (response.isCommitted() && failure instanceof ProblemException) {
                // A body that breaks off or is no HTTP: the container has given the connection up and answers by
                // itself.
                return;
            }
            if (response.isCommitted()) {
                throw new IOException("failed after the response had begun", failure);
            }
            var problem = isIdentityAway(failure) ? renderer.passing(failure) : advice.toProblem(cause(failure));
            renderer.write(problem, Languages.of(request), response);
        }
    }

    /** The realm's keys could not be fetched: not the caller's fault, and it passes. */
    private static boolean isIdentityAway(Exception failure) {
        return failure instanceof AuthenticationServiceException;
    }

    private static Throwable cause(Exception failure) {
        return failure instanceof jakarta.servlet.ServletException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
