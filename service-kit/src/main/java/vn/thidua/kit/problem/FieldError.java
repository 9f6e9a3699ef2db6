package vn.thidua.kit.problem;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, or {@code ?name} for a query parameter
 * @param code text key {@code field.<code>}: required, not-blank, too-long, format, range, unknown, taken ...
 * @param arguments values for the text, in its order
 */
public record FieldError(String pointer, String code, List<Object> arguments) {
    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public static FieldError of(String pointer, String code, Object... arguments) {
        return new FieldError(pointer, code, List.of(arguments));
    }
}
