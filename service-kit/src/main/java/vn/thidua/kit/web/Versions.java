package vn.thidua.kit.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Optimistic concurrency: the version of a resource as its ETag, and the version a change relies on as If-Match. */
public final class Versions {
    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version in If-Match; refuses with 428 when it is missing and 400 when it is not one of our ETags. */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.VERSION_REQUIRED).asException();
        }
        var match = STRONG.matcher(ifMatch.trim());
        if (!match.matches()) {
            throw new Problem(
                            ProblemType.MALFORMED_REQUEST,
                            null,
                            List.of(),
                            List.of(FieldError.of("header:If-Match", "format")),
                            Map.of())
                    .asException();
        }
        return Long.parseLong(match.group(1));
    }

    /** The refusal when somebody else was faster; tells the version there is now. */
    public static Problem mismatch(long current) {
        return Problem.of(ProblemType.VERSION_MISMATCH).with("currentVersion", current);
    }
}
