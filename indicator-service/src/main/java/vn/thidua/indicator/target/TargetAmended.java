package vn.thidua.indicator.target;

import java.util.Set;
import java.util.UUID;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/**
 * The list of a target was amended. Told while the approval's transaction runs, so that what follows from the list follows at once.
 *
 * @param changed the names that were put on it and those that were taken off
 * @param caller who approved it, and {@code basis} by which mandate
 */
public record TargetAmended(
        UUID seasonId, UUID unitId, UUID indicatorId, Set<String> changed, Caller caller, Basis basis) {
    public TargetAmended {
        changed = Set.copyOf(changed);
    }
}
