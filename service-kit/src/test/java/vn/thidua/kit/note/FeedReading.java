package vn.thidua.kit.note;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** Somebody who follows a feed over HTTP and remembers all it was told. */
final class FeedReading {
    private final Api api;
    private final String path;
    private final List<Long> positions = new ArrayList<>();
    private final List<UUID> aggregates = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private @Nullable String last;

    FeedReading(NoteHouse house) {
        this(house.internal(), "/api/v1/feeds/cluster");
    }

    FeedReading(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    /** One page; the number of events on it. */
    int read(int limit, long timeout) {
        var answer = api.get(
                path + "?limit=" + limit + "&timeout=" + timeout + (last == null ? "" : "&lastEventId=" + last));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        last = answer.header("Feed-Cursor");
        for (var event : answer.body()) {
            var id = event.path("id").asString();
            positions.add(Long.parseLong(id.substring(id.indexOf(':') + 1)));
            aggregates.add(UUID.fromString(event.path("subject").asString()));
            versions.add(event.path("aggregateversion").asLong());
        }
        return answer.body().size();
    }

    void readToEnd() {
        while (read(1000, 0) > 0) {
            // Until a page is empty.
        }
    }

    void readUntil(UUID aggregate) {
        Eventually.within(Duration.ofSeconds(5), "event of " + aggregate, () -> {
            read(1000, 100);
            return aggregates.contains(aggregate);
        });
    }

    int events() {
        return positions.size();
    }

    String cursor() {
        return java.util.Objects.requireNonNull(last, "nothing read yet");
    }

    List<Long> positions() {
        return positions;
    }

    List<UUID> aggregates() {
        return aggregates;
    }

    List<Long> versions() {
        return versions;
    }

    long positionOf(UUID aggregate) {
        return positions.get(aggregates.indexOf(aggregate));
    }

    List<Long> versionsOf(UUID aggregate) {
        var found = new ArrayList<Long>();
        for (int i = 0; i < aggregates.size(); i++) {
            if (aggregates.get(i).equals(aggregate)) {
                found.add(versions.get(i));
            }
        }
        return found;
    }
}
