package vn.thidua.kit.problem;

import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what Spring, the database and our own refusals throw into problems; the one place where that happens. */
@RestControllerAdvice
public final class ProblemAdvice {
    private final ProblemRenderer renderer;

    public ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> onAny(Exception failure, Locale locale) {
        return renderer.entity(toProblem(failure), locale);
    }

    /** Also used by the filters in front of the controllers. */
    public Problem toProblem(Throwable failure) {
        return switch (failure) {
            case ProblemException refused -> refused.problem();
            case MethodArgumentNotValidException invalid -> Problem.invalid(Violations.of(invalid));
            case HandlerMethodValidationException invalid ->
                new Problem(ProblemType.MALFORMED_REQUEST, null, List.of(), Violations.of(invalid), Map.of());
            case ConstraintViolationException invalid -> Problem.invalid(Violations.of(invalid));
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> malformed("?" + mismatch.getName(), "format");
            case MissingServletRequestParameterException missing ->
                malformed("?" + missing.getParameterName(), "required");
            case MissingRequestHeaderException missing -> malformed("header:" + missing.getHeaderName(), "required");
            case CannotGetJdbcConnectionException _,
                    CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    QueryTimeoutException _,
                    CannotAcquireLockException _,
                    TransactionSystemException _,
                    TransientDataAccessException _ -> unavailable(failure);
            case ErrorResponse known when failure instanceof Exception -> ofStatus(known.getStatusCode(), failure);
            default -> ConstraintProblems.of(failure).orElseGet(() -> renderer.unexpected(failure));
        };
    }

    private Problem unavailable(Throwable failure) {
        return renderer.passing(failure);
    }

    private Problem ofStatus(HttpStatusCode status, Throwable failure) {
        return switch (status.value()) {
            case 400 -> Problem.of(ProblemType.MALFORMED_REQUEST);
            case 403 -> Problem.of(ProblemType.FORBIDDEN);
            case 404 -> Problem.of(ProblemType.NOT_FOUND);
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE);
            case 413 -> Problem.of(ProblemType.PAYLOAD_TOO_LARGE);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> Problem.of(ProblemType.UNAVAILABLE);
            default -> renderer.unexpected(failure);
        };
    }

    private static Problem malformed(String pointer, String code) {
        return new Problem(
                ProblemType.MALFORMED_REQUEST, null, List.of(), List.of(FieldError.of(pointer, code)), Map.of());
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        // Our own text rule refuses from inside the JSON reader, which wraps it.
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return refused.problem();
            }
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> Problem.invalid(FieldError.of(pointer(unknown), "unknown"));
            case InvalidFormatException format -> Problem.invalid(FieldError.of(pointer(format), "format"));
            case DatabindException other
            when !other.getPath().isEmpty() -> Problem.invalid(FieldError.of(pointer(other), "format"));
            case null, default -> Problem.of(ProblemType.MALFORMED_REQUEST);
        };
    }

    private static String pointer(JacksonException failure) {
        var steps = new ArrayList<String>();
        for (var step : failure.getPath()) {
            steps.add(step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName());
        }
        return "/" + String.join("/", steps);
    }
}
