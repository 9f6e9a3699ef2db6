package vn.thidua.cluster.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider is to hear of a person's address, and the link to set a password that it sends there.
 *
 * @param error why it was refused, or why the last try failed
 * @param linkAskedAt of the last link, or null where only the address is told
 */
record AccountMail(
        UUID personId,
        AccountRequest.State state,
        Instant nextTryAt,
        @Nullable String error,
        Instant requestedAt,
        @Nullable Instant linkAskedAt,
        @Nullable Instant linkSentAt) {
    boolean linkIsOwed() {
        return linkAskedAt != null && linkSentAt == null;
    }

    /**
     * One that is due, with what is known of the person in this moment.
     *
     * @param email null for somebody who has none any more
     */
    record Due(AccountMail mail, String subject, @Nullable String email) {}
}
