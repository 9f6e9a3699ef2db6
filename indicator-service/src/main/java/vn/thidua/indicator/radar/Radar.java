package vn.thidua.indicator.radar;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands out in a season. Every line is a hint to look at, with what it was computed from; none says that anybody cheated.
 *
 * @param rankingId by whose scores units and criteria are looked at; null while the season is not ranked
 * @param scoresheetId the sheet of that ranking
 */
record Radar(
        @Nullable UUID rankingId,
        @Nullable UUID scoresheetId,
        List<SelfGap> selfGaps,
        List<Correction> corrections,
        List<FullMarks> fullMarks,
        List<SamePoints> samePoints,
        List<CopiedFile> copiedFiles) {
    Radar {
        selfGaps = List.copyOf(selfGaps);
        corrections = List.copyOf(corrections);
        fullMarks = List.copyOf(fullMarks);
        samePoints = List.copyOf(samePoints);
        copiedFiles = List.copyOf(copiedFiles);
    }

    /**
     * From where on something is a hint.
     *
     * @param selfAbove percent of the found points by which the own ones are higher
     * @param corrected percent of a unit's examined numbers that were found worse than reported
     * @param fullMarks percent of criteria with full points
     * @param sameUnits how many units at least have the same points in a criterion, when all have
     * @param copies in how many indicators at least one unit uses the same file; of two units, one is enough
     */
    record Thresholds(BigDecimal selfAbove, BigDecimal corrected, BigDecimal fullMarks, int sameUnits, int copies) {}

    /**
     * Own points against the found ones, in the criteria for which the unit gave itself any.
     *
     * @param percent own beyond found, of the found ones; null where nothing was found
     */
    record SelfGap(
            UUID seasonId,
            String seasonName,
            UUID scoresheetId,
            UUID unitId,
            int criteria,
            BigDecimal self,
            BigDecimal found,
            @Nullable BigDecimal percent) {}

    /**
     * Numbers found worse than they were reported, of those that somebody examined.
     *
     * @param reportId one with such a number, else any that was examined
     */
    record Correction(UUID unitId, UUID reportId, int examined, int worse, BigDecimal percent) {}

    record FullMarks(UUID unitId, int criteria, int full, BigDecimal percent) {}

    record SamePoints(String criterionCode, BigDecimal maximum, int units, BigDecimal points) {}

    /** @param uses where the same content proves something */
    record CopiedFile(String sha256, int units, int indicators, List<Use> uses) {
        CopiedFile {
            uses = List.copyOf(uses);
        }
    }

    record Use(UUID unitId, UUID reportId, UUID indicatorId, String indicatorName, UUID fileId, String fileName) {}
}
