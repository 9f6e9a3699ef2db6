package vn.thidua.award.honour;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.season.Provenance;

/**
 * An honour that was given. What its source does not state is null, and stays so.
 *
 * @param registerUnitId the unit in whose register it stands
 * @param awardName as printed
 * @param recipientText as printed, also where no unit is named
 * @param givenBy as printed
 * @param documentId the award document, when it came about in the platform
 */
public record Honour(
        UUID id,
        UUID registerUnitId,
        String awardName,
        @Nullable UUID awardId,
        @Nullable UUID recipientUnitId,
        String recipientText,
        String givenBy,
        @Nullable UUID seasonId,
        @Nullable LocalDate givenOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable UUID documentId,
        Provenance provenance,
        @Nullable String source) {
    static final String AGGREGATE = "honour";
}
