package vn.thidua.award.season;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An election of the leading unit.
 *
 * @param electedUnitId null before the count, or when nobody reached the threshold
 */
public record KnownElection(
        UUID id, @Nullable UUID electedUnitId, @Nullable Instant closedAt) {}
