package vn.thidua.indicator.target;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All targets of a season.
 *
 * @param version counts every change of any row, from 0 for a sheet nobody has written yet
 * @param frozen null while it may still be written
 */
record TargetSheet(UUID seasonId, long version, @Nullable Frozen frozen) {
    static final String AGGREGATE = "targets";

    /**
     * @param sha256 of the text in UTF-8, hexadecimal
     * @param edition 1 as first frozen, one more with each amendment
     */
    record Frozen(Instant at, String text, String sha256, int edition) {}
}
