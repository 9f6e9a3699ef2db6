package vn.thidua.cluster.congress;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.congress.Congress.State;

/** How congresses are shown. Names are today's. */
final class CongressViews {
    private CongressViews() {}

    /**
     * A congress in a list.
     *
     * @param termTo last year of its term
     * @param allotted how many delegates all units may send
     * @param delegates how many are registered, ex officio ones too
     * @param openResolutions what is not done yet
     */
    record CongressView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            int termFrom,
            int termTo,
            @NotNull LocalDate heldOn,
            @NotNull String place,
            @NotNull String theme,
            @NotNull State state,
            int allotted,
            int delegates,
            int openResolutions,
            long version) {}

    /** @param sent how many delegates of it are registered, ex officio ones left out */
    record AllotmentView(@NotNull UUID unitId, @NotNull String unitName, int delegates, int sent) {}

    /** @param doneOn null until it is */
    record CongressResolutionView(
            @NotNull UUID id,
            @NotNull String text,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable String note) {}

    /** A congress with how many delegates each unit may send, and what it resolved. */
    record CongressDetails(
            @NotNull CongressView congress,
            @NotNull List<AllotmentView> allotments,
            @NotNull List<CongressResolutionView> resolutions) {}

    /**
     * A delegate.
     *
     * @param exemplarId the published exemplar for which it comes, or null
     * @param name null once the exemplar that told it is taken back
     * @param capacity in which it comes ex officio, beside what the unit may send; null for the others
     */
    record DelegateView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable UUID exemplarId,
            @Nullable String exemplarTitle,
            @Nullable String name,
            @Nullable String capacity) {}
}
