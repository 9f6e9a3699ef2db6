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
         * @param fresh made here, so that it has no password yet
         */
        record Invited(@Nullable String username, boolean fresh) implements About {}
    }
}
