package vn.thidua.kit.feed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole state of an aggregate after a change. Because it is the whole, the newest event of an aggregate is enough.
 *
 * @param position place in the feed of its source; 0 before the appender gave it one
 * @param version of the aggregate, from 1, without gaps
 * @param unitId whose it is, when agencies with a mandate over that unit may read it; null for our own services only
 */
public record FeedEvent(
        long position,
        String aggregateType,
        UUID aggregateId,
        long version,
        String eventType,
        @Nullable UUID unitId,
        JsonNode data,
        Instant recordedAt) {
    public FeedEvent {
        requireNonNull(aggregateType, "aggregateType is null");
        requireNonNull(aggregateId, "aggregateId is null");
        requireNonNull(data, "data is null");
    }

    /** The data as the reader's own record; fields it does not know are passed over. */
    public <T> T dataAs(JsonMapper json, Class<T> type) {
        return json.readerFor(type)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(data);
    }
}
