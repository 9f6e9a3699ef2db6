package vn.thidua.kit.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a value; {@link ProblemRenderer} shows it as RFC 9457 in the caller's language.
 *
 * @param reason key of a more exact detail text than the type's own, {@code reason.<key>}, or null
 * @param arguments values for the detail text
 * @param errors the fields at fault
 * @param extensions further members of the body; values must be plain JSON values
 */
public record Problem(
        ProblemType type,
        @Nullable String reason,
        List<Object> arguments,
        List<FieldError> errors,
        Map<String, Object> extensions) {
    public Problem {
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, null, List.of(), List.of(), Map.of());
    }

    public static Problem because(ProblemType type, String reason, Object... arguments) {
        return new Problem(type, reason, List.of(arguments), List.of(), Map.of());
    }

    public static Problem invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemType.INVALID_CONTENT, null, List.of(), errors, Map.of());
    }

    public Problem with(String name, Object value) {
        var more = new java.util.HashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, reason, arguments, errors, more);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
