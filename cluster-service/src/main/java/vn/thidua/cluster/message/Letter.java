package vn.thidua.cluster.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to one person at once.
 *
 * @param id the same when it is sent again because nobody knows whether it arrived
 * @param personId null for a guest, who is nobody here
 * @param messages those it tells
 */
record Letter(
        UUID id,
        @Nullable UUID personId,
        @Nullable String email,
        @Nullable String phone,
        List<UUID> messages,
        String subject,
        String text) {
    Letter {
        messages = List.copyOf(messages);
    }
}
