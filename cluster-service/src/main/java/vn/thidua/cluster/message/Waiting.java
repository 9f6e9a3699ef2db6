package vn.thidua.cluster.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that is about to go out, with the person's addresses of this moment. */
record Waiting(
        UUID messageId,
        UUID personId,
        @Nullable String email,
        @Nullable String phone,
        About about) {
    /** What it tells. */
    sealed interface About {
        /** Something is to be done. */
        record Due(MessageText.Facts facts) implements About {}

        /**
         * The person can log in from now on.
         *
         * @param username null when only the identity provider knows it
         * @param password where the first one comes from
         */
        record Invited(@Nullable String username, FirstPassword password) implements About {}
    }

    /** Where somebody who can log in from now on has the password from. */
    enum FirstPassword {
        /** The identity provider sends a link to set it. */
        LINK,
        /** The account was made here, and there is no way for a link: one for the first time is handed over. */
        BY_HAND,
        /** The account was there before. */
        KNOWN
    }
}
