package vn.thidua.cluster.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that is about to go out, with the person's addresses of this moment. */
record Waiting(
        UUID messageId,
        UUID personId,
        @Nullable String email,
        @Nullable String phone,
        MessageText.Facts facts) {}
