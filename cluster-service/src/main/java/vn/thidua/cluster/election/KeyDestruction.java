package vn.thidua.cluster.election;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the keys that have served. It asks the database which they are, so a process that dies between the stored count and
 * the destruction leaves nothing undone: any instance goes on. Also takes away keys whose opening was never committed.
 */
final class KeyDestruction {
    private static final Logger log = LoggerFactory.getLogger(KeyDestruction.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration WITHOUT_FOLDER = Duration.ofSeconds(30);

    private final ElectionQueries queries;
    private final ElectionStore store;
    private final BallotKeys keys;
    private final Duration orphanAge;

    KeyDestruction(ElectionQueries queries, ElectionStore store, BallotKeys keys, Duration orphanAge) {
        this.queries = queries;
        this.store = store;
        this.keys = keys;
        this.orphanAge = orphanAge;
    }

    /** Does what there is to do now, and says how long to rest. */
    Duration step() throws IOException {
        if (!keys.isAvailable()) {
            return WITHOUT_FOLDER;
        }
        for (var spent : queries.spentKeys()) {
            keys.destroy(spent.electionId(), spent.keyId());
            store.keyDestroyed(spent.electionId());
            log.info("The ballot key of election {} is destroyed", spent.electionId());
        }
        var old = Instant.now().minus(orphanAge);
        for (var kept : keys.kept()) {
            if (kept.writtenAt().isBefore(old) && queries.isOrphan(kept.electionId(), kept.keyId())) {
                keys.destroy(kept.electionId(), kept.keyId());
                log.info("A ballot key of election {} that no session uses is destroyed", kept.electionId());
            }
        }
        return REST;
    }
}
