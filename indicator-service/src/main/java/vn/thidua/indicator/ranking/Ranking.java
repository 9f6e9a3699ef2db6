package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.Score;

/**
 * A ranking of the members of a cluster by one frozen sheet.
 *
 * @param factsSha256 of the facts of all units it was computed from
 * @param resultSha256 of the scores of all units, codes and numbers without the words
 * @param ranked how many units
 */
record Ranking(
        UUID id,
        UUID scoresheetId,
        UUID seasonId,
        UUID clusterId,
        Status status,
        TieRule tieRule,
        String sheetSha256,
        String factsSha256,
        String resultSha256,
        Instant computedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant reopenedAt,
        @Nullable String reopenReason,
        int ranked,
        long version) {
    static final String AGGREGATE = "ranking";

    enum Status {
        PROVISIONAL,
        PUBLISHED,
        /** Was published and was found wrong; readable as it was issued, no longer in force. */
        REOPENED
    }

    /** What becomes of a tie: the rank is shared, or a ballot of the cluster decides. */
    enum TieRule {
        SHARED,
        BALLOT
    }

    /**
     * @param facts canonical text of what was known of the unit
     * @param score canonical text of the score computed from it
     */
    record Row(UUID unitId, int rank, BigDecimal total, String facts, String score) {}

    /** A row with its score to reckon with. */
    record Scored(UUID unitId, int rank, BigDecimal total, Score score) {}

    /** As others are told of it; the points of a provisional one stay here. */
    record Event(
            UUID seasonId,
            UUID clusterId,
            UUID scoresheetId,
            Status status,
            TieRule tieRule,
            @Nullable Instant publishedAt,
            @Nullable Instant reopenedAt,
            @Nullable String reopenReason,
            List<EventRow> rows) {
        Event {
            rows = List.copyOf(rows);
        }
    }

    record EventRow(UUID unitId, int rank, BigDecimal points) {}
}
