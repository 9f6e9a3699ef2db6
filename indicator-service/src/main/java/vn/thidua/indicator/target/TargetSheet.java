package vn.thidua.indicator.target;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * All targets of a season.
 *
 * @param version counts every change of any row, from 0 for a sheet nobody has written yet
 * @param frozen null while it may still be written
 */
record TargetSheet(UUID seasonId, long version, @Nullable Frozen frozen) {
    static final String AGGREGATE = "targets";

    private static final ProblemType TARGETS_FROZEN = new ProblemType("targets-frozen", HttpStatus.CONFLICT);

    /**
     * @param sha256 of the text in UTF-8, hexadecimal
     * @param edition 1 as first frozen, one more with each amendment
     */
    record Frozen(Instant at, String text, String sha256, int edition) {}

    /** @throws vn.thidua.kit.problem.ProblemException 409 once it is frozen */
    void requireOpen() {
        if (frozen != null) {
            throw Problem.of(TARGETS_FROZEN)
                    .with("frozenAt", frozen.at().toString())
                    .asException();
        }
    }
}
