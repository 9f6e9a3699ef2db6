package vn.thidua.kit.security;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the access token says. What they may do is not here: that is a mandate.
 *
 * @param subject a person's account id ({@code sub}) or a client's id
 * @param scopes what the token was issued for; they bind agencies and services, never persons
 * @param actingAs the one mandate the caller narrows itself to, or null for all it has
 * @param origin network address and trace id, for the audit
 */
public record Caller(
        Kind kind,
        String subject,
        Set<String> scopes,
        @Nullable UUID actingAs,
        String origin) {
    /** AGENCY is another organisation's system; SERVICE is one of our own. */
    public enum Kind {
        PERSON,
        AGENCY,
        SERVICE
    }

    public Caller {
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        scopes = Set.copyOf(scopes);
    }
}
