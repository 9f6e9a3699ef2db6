package vn.thidua.kit.replica;

import org.jspecify.annotations.Nullable;

/** Which account a person logs in with; null when there is none (any more). No name travels by the feed. */
public record AccountEvent(@Nullable String subject) {
    public static final String AGGREGATE = "person";
}
