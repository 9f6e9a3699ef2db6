package vn.thidua.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Normalises query parameters as {@link Text} says; bodies pass through the JSON reader's own check. */
final class ParameterTextFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getQueryString() == null) {
            chain.doFilter(request, response);
            return;
        }
        var normalised = new LinkedHashMap<String, String[]>();
        parameters(request).forEach((name, values) -> normalised.put(name, normalise(name, values)));
        chain.doFilter(new NormalisedParameters(request, normalised), response);
    }

    /** The container decodes the query only now, and throws when its bytes are no UTF-8. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            throw Problem.of(ProblemType.MALFORMED_REQUEST).asException();
        }
    }

    private static String[] normalise(String name, String[] values) {
        return Arrays.stream(values)
                .map(value -> {
                    if (!Text.isAllowed(value)) {
                        var error = FieldError.of("?" + name, "forbidden-character");
                        throw new Problem(ProblemType.MALFORMED_REQUEST, null, List.of(), List.of(error), Map.of())
                                .asException();
                    }
                    return Text.normalise(value);
                })
                .toArray(String[]::new);
    }

    private static final class NormalisedParameters extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters;

        NormalisedParameters(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }
    }
}
