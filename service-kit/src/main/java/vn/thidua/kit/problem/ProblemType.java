package vn.thidua.kit.problem;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * A documented kind of refusal or failure: a stable slug, shown as the relative type URI {@code /problems/<slug>}, and its
 * status. Title and detail are texts {@code <slug>.title} and {@code <slug>.detail} in {@code problems/*.properties}.
 */
public record ProblemType(String slug, HttpStatus status) {
    public static final ProblemType MALFORMED_REQUEST = new ProblemType("malformed-request", HttpStatus.BAD_REQUEST);
    public static final ProblemType INVALID_CONTENT =
            new ProblemType("invalid-content", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", HttpStatus.UNAUTHORIZED);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", HttpStatus.FORBIDDEN);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", HttpStatus.NOT_FOUND);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", HttpStatus.NOT_ACCEPTABLE);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", HttpStatus.CONTENT_TOO_LARGE);
    public static final ProblemType CONFLICT = new ProblemType("conflict", HttpStatus.CONFLICT);
    public static final ProblemType VERSION_REQUIRED =
            new ProblemType("version-required", HttpStatus.PRECONDITION_REQUIRED);
    public static final ProblemType VERSION_MISMATCH =
            new ProblemType("version-mismatch", HttpStatus.PRECONDITION_FAILED);
    public static final ProblemType IDEMPOTENCY_KEY_REQUIRED =
            new ProblemType("idempotency-key-required", HttpStatus.BAD_REQUEST);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemType IDEMPOTENCY_IN_FLIGHT =
            new ProblemType("idempotency-in-flight", HttpStatus.CONFLICT);
    public static final ProblemType MANDATE_COPY_STALE =
            new ProblemType("mandate-copy-stale", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemType FEED_EPOCH_CHANGED = new ProblemType("feed-epoch-changed", HttpStatus.GONE);
    public static final ProblemType OVERLOADED = new ProblemType("overloaded", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemType UNEXPECTED = new ProblemType("unexpected", HttpStatus.INTERNAL_SERVER_ERROR);

    public ProblemType {
        requireNonNull(slug, "slug is null");
        requireNonNull(status, "status is null");
    }

    public URI uri() {
        return URI.create("/problems/" + slug);
    }
}
