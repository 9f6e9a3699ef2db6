package vn.thidua.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Bean Validation's findings as field errors: our codes and texts, JSON pointers instead of property paths. */
public final class Violations {
    /** Constraint name to our code; the arguments are the constraint's own bounds. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "not-blank"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "length"),
            Map.entry("Pattern", "format"),
            Map.entry("Email", "format"),
            Map.entry("Min", "range"),
            Map.entry("Max", "range"),
            Map.entry("Positive", "range"),
            Map.entry("PositiveOrZero", "range"));

    private Violations() {}

    static List<FieldError> of(BindingResult result) {
        var errors = new ArrayList<FieldError>();
        result.getFieldErrors()
                .forEach(error ->
                        errors.add(fieldError(pointer(error.getField()), error.getCode(), error.getArguments())));
        result.getGlobalErrors().forEach(error -> errors.add(fieldError("", error.getCode(), error.getArguments())));
        return errors;
    }

    static List<FieldError> of(HandlerMethodValidationException invalid) {
        var errors = new ArrayList<FieldError>();
        for (var parameter : invalid.getParameterValidationResults()) {
            var pointer = "?" + parameter.getMethodParameter().getParameterName();
            for (MessageSourceResolvable error : parameter.getResolvableErrors()) {
                var codes = Objects.requireNonNullElse(error.getCodes(), new String[0]);
                errors.add(
                        fieldError(pointer, codes.length == 0 ? null : codes[codes.length - 1], error.getArguments()));
            }
        }
        return errors;
    }

    static List<FieldError> of(ConstraintViolationException invalid) {
        return of(invalid.getConstraintViolations());
    }

    /** What a validator found in something that did not come as a body of its own, such as a row of a table. */
    public static List<FieldError> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> {
                    var constraint = violation.getConstraintDescriptor();
                    var bounds = constraint.getAttributes();
                    return fieldError(
                            pointer(violation.getPropertyPath().toString()),
                            constraint.getAnnotation().annotationType().getSimpleName(),
                            new Object[] {bounds.getOrDefault("max", ""), bounds.getOrDefault("min", "")});
                })
                .toList();
    }

    private static FieldError fieldError(String pointer, @Nullable String constraint, Object @Nullable [] arguments) {
        var code = constraint == null ? "format" : CODES.getOrDefault(constraint, "format");
        if (!code.equals("length") || arguments == null) {
            return FieldError.of(pointer, code);
        }
        // Spring hands over the field's name, then the bounds in alphabetical order: max, min.
        var bounds = Arrays.stream(arguments).filter(Number.class::isInstance).toList();
        return bounds.size() == 2
                ? FieldError.of(pointer, code, bounds.get(1), bounds.get(0))
                : FieldError.of(pointer, "format");
    }

    /** {@code states[0].name} becomes {@code /states/0/name}. */
    private static String pointer(String path) {
        return "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    }
}
