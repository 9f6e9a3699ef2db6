package vn.thidua.indicator.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How comments on cells are shown, and said. */
final class CommentViews {
    private CommentViews() {}

    enum Kind {
        SAID,
        RESOLVED,
        REOPENED
    }

    /**
     * What was said of one cell about one thing, and what became of it, the oldest first.
     *
     * @param resolved whether it is settled
     */
    record ThreadView(
            @NotNull UUID id,
            @NotNull UUID indicatorId,
            boolean resolved,
            @NotNull List<@NotNull CellCommentView> comments) {}

    /**
     * @param text null where nothing was said, or it was withdrawn
     * @param value what stood in the cell when it was said, null while it was empty
     * @param own whether the caller said it
     * @param role the mandate under which it was said, and the unit that mandate is held at
     */
    record CellCommentView(
            @NotNull UUID id,
            @NotNull Kind kind,
            @Nullable String text,
            @Nullable BigDecimal value,
            boolean notApplicable,
            @NotNull Instant at,
            boolean own,
            @Nullable String role,
            @Nullable String roleUnitName,
            @Nullable Instant withdrawnAt) {}

    /** How many threads of a cell are open and how many are settled; a cell of which nothing stands is left out. */
    record CommentCount(
            @NotNull UUID reportId,
            @NotNull UUID unitId,
            @NotNull UUID indicatorId,
            int open,
            int resolved) {}

    /** @param threadId what it answers; left out, it begins a thread of its own */
    record NewComment(
            @NotNull UUID indicatorId,
            @Nullable UUID threadId,
            @NotBlank @Size(min = 1, max = 2000) String text) {}

    /** @param threadId where it was said */
    record SaidOfCell(@NotNull UUID id, @NotNull UUID threadId) {}
}
