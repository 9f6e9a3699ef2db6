package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.FieldError;

/** Many cells of one report that are saved together, each judged by itself. */
final class Block {
    /** More than the largest report has. */
    static final int MOST = 500;

    enum Outcome {
        SAVED,
        /** That is what stands there already. */
        UNCHANGED,
        /** Somebody else wrote the cell since; what stands there is shown. */
        STALE,
        REFUSED
    }

    /**
     * A cell as a block wants it. What a block does not speak of stays: pasting numbers takes no evidence away.
     *
     * @param version of the cell that the block's author saw, 0 for an untouched one
     * @param actuality null keeps what is there
     * @param keepsExplanation whether the explanation stays as it is; else {@code explanation} takes its place
     * @param evidence null keeps what is there
     */
    record Wanted(
            UUID indicatorId,
            long version,
            @Nullable BigDecimal value,
            boolean notApplicable,
            Cell.@Nullable Actuality actuality,
            boolean keepsExplanation,
            @Nullable String explanation,
            @Nullable Set<UUID> evidence) {
        /** The cell as it will be where {@code present} stands now. */
        Cell over(Cell present) {
            return new Cell(
                    value,
                    notApplicable,
                    actuality == null ? present.actuality() : actuality,
                    keepsExplanation ? present.explanation() : explanation,
                    evidence == null ? present.evidence() : evidence);
        }
    }

    /** @param errors with pointers into the cell, such as {@code /value} */
    record Judged(UUID indicatorId, Outcome outcome, List<FieldError> errors) {
        Judged {
            errors = List.copyOf(errors);
        }

        Judged(UUID indicatorId, Outcome outcome) {
            this(indicatorId, outcome, List.of());
        }
    }

    private Block() {}
}
