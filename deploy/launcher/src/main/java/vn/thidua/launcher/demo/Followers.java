package vn.thidua.launcher.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The services that learn from cluster-service's feed: what was just made there is used with them only once they know it. */
final class Followers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Followers() {}

    /** Waits until everything made so far is known everywhere. */
    static void await(Api api) throws IOException, InterruptedException {
        Instant made = Instant.now();
        for (String service : List.of("indicator", "award")) {
            while (api.find("/api/v1/replicas/" + service)
                    .filter(replica -> knows(replica, made))
                    .isEmpty()) {
                if (Duration.between(made, Instant.now()).compareTo(PATIENCE) > 0) {
                    throw new IOException(service + "-service does not follow the feed of cluster-service");
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean knows(JsonNode replica, Instant made) {
        for (JsonNode source : replica.path("sources")) {
            String asOf = source.path("asOf").asString("");
            if (source.path("source").asString().equals("cluster")
                    && !asOf.isEmpty()
                    && Instant.parse(asOf).isAfter(made)) {
                return true;
            }
        }
        return false;
    }
}
