package vn.thidua.indicator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.indicator.season.SeasonCopy;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.test.ServiceUnderTest;

/**
 * Puts clusters and seasons into the service's copy as the feed would, for tests that are not about the feed. Each is
 * the event that its owner publishes as example, with the values a test wants.
 */
final class KnownSeasons {
    private final SeasonCopy copy;
    private final TransactionTemplate transaction;

    KnownSeasons(ServiceUnderTest service) {
        this.copy = service.bean(SeasonCopy.class);
        this.transaction = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    }

    /** @param members each with its days, {@code from/until}; nothing after the stroke is no end */
    void cluster(UUID id, UUID organiser, Map<UUID, String> members) {
        var listed = members.entrySet().stream()
                .map(member -> {
                    var days = member.getValue().split("/", -1);
                    var membership = new HashMap<String, Object>();
                    membership.put("unitId", member.getKey());
                    membership.put("from", days[0]);
                    membership.put("until", days[1].isEmpty() ? null : days[1]);
                    return membership;
                })
                .toList();
        var data = (ObjectNode) PublishedEvents.data("cluster", Map.of("organiserId", organiser, "members", listed));
        apply("cluster", id, data.put("somethingNew", true));
    }

    /** A season of the year 2026 with that head. */
    UUID season(UUID cluster, UUID organiser, String mode, String state, UUID head) {
        var id = UUID.randomUUID();
        seasonAgain(id, cluster, organiser, mode, state, head);
        return id;
    }

    void seasonAgain(UUID id, UUID cluster, UUID organiser, String mode, String state, UUID head) {
        var season = new HashMap<String, Object>();
        season.put("clusterId", cluster);
        season.put("organiserId", organiser);
        season.put("mode", mode);
        season.put("state", state);
        season.put("headships", List.of(Map.of("unitId", head, "role", "HEAD")));
        season.put(
                "regulation",
                Map.of("candidateRule", "ELECTED", "tieRule", "SHARED", "status", "ADOPTED", "version", 1));
        apply("season", id, PublishedEvents.data("season", season));
    }

    /** A season of other days than the year 2026, with the same head; one of record is closed. */
    UUID seasonOf(UUID cluster, UUID organiser, UUID head, String mode, String from, String until) {
        var id = UUID.randomUUID();
        var season = new HashMap<String, Object>();
        season.put("clusterId", cluster);
        season.put("organiserId", organiser);
        season.put("name", from.substring(0, 4));
        season.put("from", from);
        season.put("until", until);
        season.put("mode", mode);
        season.put("state", mode.equals("LIVE") ? "OPEN" : "CLOSED");
        season.put("headships", List.of(Map.of("unitId", head, "role", "HEAD")));
        season.put(
                "regulation",
                Map.of("candidateRule", "ELECTED", "tieRule", "SHARED", "status", "ADOPTED", "version", 1));
        apply("season", id, PublishedEvents.data("season", season));
        return id;
    }

    /** The regulation in force, or its draft, lets members see what the others have handed in. */
    void figuresAreShared(UUID id, UUID cluster, UUID organiser, UUID head, String status) {
        var season = new HashMap<String, Object>();
        season.put("clusterId", cluster);
        season.put("organiserId", organiser);
        season.put("mode", "LIVE");
        season.put("state", "OPEN");
        season.put("headships", List.of(Map.of("unitId", head, "role", "HEAD")));
        season.put(
                "regulation",
                Map.of(
                        "candidateRule",
                        "ELECTED",
                        "tieRule",
                        "SHARED",
                        "figuresRule",
                        "HANDED_IN",
                        "status",
                        status,
                        "version",
                        1));
        apply("season", id, PublishedEvents.data("season", season));
    }

    /** The regulation in force says who sees a published ranking; null is one that does not say, or an event from before it could. */
    void resultsAre(UUID id, UUID cluster, UUID organiser, UUID head, @Nullable String rule, String name) {
        var regulation = new HashMap<String, Object>(
                Map.of("candidateRule", "ELECTED", "tieRule", "SHARED", "status", "ADOPTED", "version", 1));
        if (rule != null) {
            regulation.put("resultsRule", rule);
        }
        var season = new HashMap<String, Object>();
        season.put("clusterId", cluster);
        season.put("organiserId", organiser);
        season.put("name", name);
        season.put("mode", "LIVE");
        season.put("state", "OPEN");
        season.put("headships", List.of(Map.of("unitId", head, "role", "HEAD")));
        season.put("regulation", regulation);
        apply("season", id, PublishedEvents.data("season", season));
    }

    void forgotten(String aggregate, UUID id) {
        transaction.executeWithoutResult(_ -> copy.forget(aggregate, id));
    }

    private void apply(String aggregate, UUID id, JsonNode data) {
        var event =
                new FeedEvent(1, aggregate, id, 1, "vn.thidua." + aggregate + ".changed", null, data, Instant.now());
        transaction.executeWithoutResult(_ -> copy.apply(event));
    }
}
