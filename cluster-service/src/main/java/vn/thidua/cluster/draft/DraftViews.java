package vn.thidua.cluster.draft;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How drafts are shown. */
final class DraftViews {
    private DraftViews() {}

    /**
     * A paper in draft, in a list.
     *
     * @param number of the newest version
     * @param commentsUntil last day for comments
     * @param comments how many there are on all versions, and {@code unanswered} how many of them have no answer yet
     */
    record DraftSummary(
            @NotNull UUID id,
            @NotNull UUID conferenceId,
            @NotNull Draft.Kind kind,
            @NotNull String title,
            int number,
            @NotNull LocalDate commentsUntil,
            int comments,
            int unanswered,
            @NotNull Instant laidAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawReason,
            long version) {}

    /**
     * A paper in draft with everything it went through.
     *
     * @param versions newest first
     * @param asked whose comments it asks for; none once it is withdrawn
     */
    record DraftView(
            @NotNull UUID id,
            @NotNull UUID conferenceId,
            @NotNull String conferenceTitle,
            @NotNull UUID clusterId,
            @NotNull UUID seasonId,
            @NotNull Draft.Kind kind,
            @NotNull String title,
            int number,
            @NotNull LocalDate commentsUntil,
            int comments,
            int unanswered,
            @NotNull Instant laidAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawReason,
            @NotNull List<DraftVersionView> versions,
            @NotNull List<AskedView> asked,
            long version) {}

    /**
     * @param fileId the file itself, at {@code /api/v1/files/cluster}
     * @param note what is different from the version before
     * @param laidBy the person's name; null when its data was erased, or a system of an agency laid it
     */
    record DraftVersionView(
            int number,
            @Nullable String text,
            @Nullable UUID fileId,
            @Nullable String fileName,
            @Nullable String note,
            @NotNull Instant laidAt,
            @Nullable String laidBy) {}

    /** @param said whether it has commented on the newest version */
    record AskedView(@NotNull UUID unitId, @NotNull String unitName, boolean said) {}
}
