package vn.thidua.indicator.scoresheet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.provenance.Provenance;

/**
 * A sheet with its place: season, perhaps one period of it, and the edition within that.
 *
 * @param content the sheet as canonical text
 * @param sha256 of the content, once frozen
 */
public record Scoresheet(
        UUID id,
        UUID seasonId,
        @Nullable UUID periodId,
        int edition,
        String title,
        Status status,
        String content,
        @Nullable String sha256,
        @Nullable Instant frozenAt,
        Provenance provenance,
        @Nullable String source,
        long version) {
    static final String AGGREGATE = "scoresheet";

    public enum Status {
        DRAFT,
        FROZEN
    }

    /** What the content says. */
    public Sheet sheet() {
        return SheetText.read(content);
    }
}
