package vn.thidua.cluster.founding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision that founded a cluster, as it is printed.
 *
 * @param issuedBy the authority in the paper's own words
 * @param issuerUnitId the unit that issued it, where it is one of those known here
 * @param fileId its scan, or null
 */
public record FoundingDecision(
        String number,
        LocalDate decidedOn,
        String issuedBy,
        @Nullable UUID issuerUnitId,
        @Nullable UUID fileId) {}
