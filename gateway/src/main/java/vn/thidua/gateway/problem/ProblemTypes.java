package vn.thidua.gateway.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Every problem type the platform answers with, from {@code problems.yaml}.
 *
 * @param problems the types by their slug, the last part of {@code /problems/<slug>}
 */
@Validated
@ConfigurationProperties("thidua")
record ProblemTypes(@NotEmpty Map<String, @Valid Type> problems) {

    ProblemTypes {
        problems = Map.copyOf(problems);
    }

    Type get(String slug) {
        Type type = problems.get(slug);
        if (type == null) {
            throw new IllegalArgumentException("No problem type " + slug);
        }
        return type;
    }

    /** One type: the status it comes with, and its words. */
    record Type(int status, @Valid Words title, @Valid Words explanation) {}

    /** The same text in both languages. */
    record Words(@NotBlank String vi, @NotBlank String en) {
        String in(Language language) {
            return language == Language.EN ? en : vi;
        }
    }
}
