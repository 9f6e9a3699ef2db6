package vn.thidua.cluster.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider is to do for a person.
 *
 * @param username with which the person logs in; null only where an account known by its subject has to go
 * @param subject of the account that has to go, or null
 * @param error why it was refused, or why the last try failed
 */
record AccountRequest(
        UUID personId,
        Kind kind,
        @Nullable String username,
        @Nullable String subject,
        State state,
        int attempts,
        Instant nextTryAt,
        @Nullable String error,
        Instant requestedAt) {
    enum Kind {
        /** A new account. */
        MAKE,
        /** One that is there already, as of a person who came by single sign-on. */
        LINK,
        /** The account of a person whose data was erased. */
        REMOVE
    }

    enum State {
        WAITING,
        DONE,
        REFUSED
    }
}
