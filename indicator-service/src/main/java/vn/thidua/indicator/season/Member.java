package vn.thidua.indicator.season;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that competes in a season.
 *
 * @param code null while the unit itself has not arrived by the feed
 * @param name as the unit was called on the season's first day, or nearest to it; null as the code
 */
public record Member(
        UUID unitId, @Nullable String code, @Nullable String name) {}
