package vn.thidua.kit.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event on the wire: CloudEvents 1.0, structured JSON. {@code aggregatetype}, {@code aggregateversion} and {@code unitid} are
 * extension attributes; {@code subject} is the aggregate's id.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        Instant time,
        UUID subject,
        String datacontenttype,
        String aggregatetype,
        long aggregateversion,
        @Nullable UUID unitid,
        JsonNode data) {

    static CloudEvent of(String service, FeedPosition feed, FeedEvent event) {
        return new CloudEvent(
                "1.0",
                feed.cursor(event.position()).toString(),
                "/api/v1/feeds/" + service,
                event.eventType(),
                event.recordedAt(),
                event.aggregateId(),
                "application/json",
                event.aggregateType(),
                event.version(),
                event.unitId(),
                event.data());
    }

    FeedEvent event(long position) {
        return new FeedEvent(position, aggregatetype, subject, aggregateversion, type, unitid, data, time);
    }
}
