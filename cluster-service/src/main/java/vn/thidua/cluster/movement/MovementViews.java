package vn.thidua.cluster.movement;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Provenance;

/** How movements are shown. */
final class MovementViews {
    private MovementViews() {}

    /**
     * A movement.
     *
     * @param plannedTo its last day; null of a movement without a planned end
     * @param parentId the higher movement that it answers, or null
     * @param joined how many units take part
     */
    record MovementView(
            @NotNull UUID id,
            @Nullable UUID seasonId,
            @NotNull UUID launchedByUnitId,
            @NotNull String launchedByUnitName,
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotNull String name,
            @Nullable LocalDate launchedOn,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo,
            @NotNull MovementLength length,
            @Nullable UUID parentId,
            @NotNull Movement.State state,
            int joined,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    record MovementReviewView(
            @NotNull UUID id,
            @NotNull Movement.Stage kind,
            @Nullable LocalDate reportingDay,
            @NotNull LocalDate reviewedOn,
            @NotNull String text) {}

    /**
     * The course of a movement.
     *
     * @param text with which it was launched
     * @param criteria by which it is judged
     * @param parentName of the movement that it answers
     * @param reportingDays on which units report and it is looked back at before its end, in order
     * @param closedOn null while it is open
     * @param closedBecause why it was closed without its final review
     * @param reopenedBecause why it is open again
     */
    record MovementCourseView(
            @NotNull MovementView movement,
            @Nullable String text,
            @Nullable String criteria,
            @Nullable String parentName,
            @NotNull List<@NotNull LocalDate> reportingDays,
            @NotNull List<@NotNull MovementReviewView> reviews,
            @Nullable LocalDate closedOn,
            @Nullable String closedBecause,
            @Nullable String reopenedBecause) {}

    /**
     * A movement in the cascade below another one.
     *
     * @param parentId the movement that it answers; not in the tree for its root
     * @param depth 0 for the root
     */
    record MovementNode(
            @NotNull UUID id,
            @Nullable UUID parentId,
            int depth,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotNull String name,
            @NotNull Movement.State state,
            int joined) {}

    /**
     * The cascade below a movement, parents before children.
     *
     * @param complete false when there are more than are shown
     */
    record MovementTree(@NotNull List<@NotNull MovementNode> nodes, boolean complete) {}

    /**
     * What a unit reports.
     *
     * @param reportingDay for which, of a yearly one
     * @param works projects and products
     * @param amount đồng
     */
    record MovementReportView(
            @NotNull UUID id,
            @NotNull Movement.Stage kind,
            @Nullable LocalDate reportingDay,
            @NotNull LocalDate reportedOn,
            @NotNull String text,
            @Nullable Integer persons,
            @Nullable Integer collectives,
            @Nullable Integer works,
            @Nullable BigDecimal amount,
            long version) {}

    /**
     * A unit that takes part.
     *
     * @param withdrawnBecause why it does no longer; null while it does
     */
    record ParticipationView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull LocalDate joinedOn,
            @Nullable String withdrawnBecause,
            @NotNull List<@NotNull MovementReportView> reports) {
        ParticipationView with(List<MovementReportView> found) {
            return new ParticipationView(id, unitId, unitName, joinedOn, withdrawnBecause, found);
        }
    }

    record MovementCount(
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotNull MovementLength length,
            int movements) {}

    /** How many movements began in a year. */
    record MovementStatistics(
            int year, int movements, @NotNull List<@NotNull MovementCount> counts) {}
}
