package vn.thidua.indicator.target;

import java.util.UUID;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/**
 * The list of a target was amended. Told while the approval's transaction runs, so that what follows from the list follows at once.
 *
 * @param caller who approved it, and {@code basis} by which mandate
 */
public record TargetAmended(UUID seasonId, UUID unitId, UUID indicatorId, Caller caller, Basis basis) {}
