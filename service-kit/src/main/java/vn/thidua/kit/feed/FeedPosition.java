package vn.thidua.kit.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a feed stands.
 *
 * @param epoch changes when the source's data was restored; positions of different epochs cannot be compared
 * @param completeUntil everything committed before this moment has its position
 */
record FeedPosition(UUID epoch, long position, Instant completeUntil) {

    /** The id of an event, which is also where a reader goes on: {@code <epoch>:<position>}. */
    record Cursor(UUID epoch, long position) {
        @Override
        public String toString() {
            return epoch + ":" + position;
        }

        static Optional<Cursor> parse(String text) {
            var colon = text.indexOf(':');
            try {
                return Optional.of(new Cursor(
                        UUID.fromString(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1))));
            } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    }

    Cursor cursor(long at) {
        return new Cursor(epoch, at);
    }
}
