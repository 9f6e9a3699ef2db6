package vn.thidua.kit.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory where checkpoints are written: outside the database, best on another disk
 * @param key PEM file of the Ed25519 private key that signs them
 * @param checkpointEvery how often the end of the chain is written down
 */
@ConfigurationProperties("thidua.audit")
record AuditSettings(
        Path directory, Path key, @DefaultValue("10s") Duration checkpointEvery) {}
