package vn.thidua.kit.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Shows problems as {@code application/problem+json}, in Vietnamese or English. */
public final class ProblemRenderer {
    private static final Logger log = LoggerFactory.getLogger(ProblemRenderer.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Set<ProblemType> PASSING =
            Set.of(ProblemType.OVERLOADED, ProblemType.UNAVAILABLE, ProblemType.MANDATE_COPY_STALE);

    private final MessageSource texts;
    private final JsonMapper json;

    public ProblemRenderer(MessageSource texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    public ResponseEntity<Map<String, Object>> entity(Problem problem, Locale locale) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale);
        if (PASSING.contains(problem.type())) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
        }
        return new ResponseEntity<>(
                body(problem, locale), headers, problem.type().status());
    }

    /** Writes the problem from a filter. */
    public void write(Problem problem, Locale locale, HttpServletResponse response) throws IOException {
        var entity = entity(problem, locale);
        response.reset();
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.getOutputStream().write(json.writeValueAsBytes(entity.getBody()));
    }

    /** An unexpected failure: its text stays in the log beside an id that the caller can quote. */
    public Problem unexpected(Throwable failure) {
        var errorId = UUID.randomUUID();
        log.error("Unexpected failure, error id {}", errorId, failure);
        return Problem.of(ProblemType.UNEXPECTED).with("errorId", errorId.toString());
    }

    /** A failure that passes by itself, such as a database that is restarting. */
    public Problem passing(Throwable failure) {
        log.warn("Unavailable for now: {}", failure.toString());
        return Problem.of(ProblemType.UNAVAILABLE);
    }

    /** What a problem says, for answers that tell of a refusal before it happens. */
    public String detail(Problem problem, Locale locale) {
        var key = problem.reason() == null ? problem.type().slug() + ".detail" : "reason." + problem.reason();
        return texts.getMessage(key, problem.arguments().toArray(), locale);
    }

    /** What is wrong with a field, for answers that tell it of one row among many. */
    public String text(FieldError error, Locale locale) {
        return texts.getMessage("field." + error.code(), error.arguments().toArray(), locale);
    }

    private Map<String, Object> body(Problem problem, Locale locale) {
        var type = problem.type();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type.uri().toString());
        body.put("title", texts.getMessage(type.slug() + ".title", null, locale));
        body.put("status", type.status().value());
        body.put("detail", detail(problem, locale));
        if (!problem.errors().isEmpty()) {
            body.put("errors", errors(problem.errors(), locale));
        }
        body.putAll(problem.extensions());
        return body;
    }

    private List<Map<String, Object>> errors(List<FieldError> errors, Locale locale) {
        var shown = new ArrayList<Map<String, Object>>();
        for (var error : errors) {
            shown.add(Map.of("pointer", error.pointer(), "code", error.code(), "detail", text(error, locale)));
        }
        return shown;
    }
}
