package vn.thidua.indicator.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.mandate.HeldMandate;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What waits for the caller between a target and the accepted report; that a report is to be handed in is told with the season. */
@RestController
@Tag(name = "Tasks")
final class IndicatorTaskController {
    /** In the order of the chain. */
    enum Code {
        /** The unit's targets were sent back, taken back or opened again: it is to propose anew. */
        TARGETS_PROPOSE,
        /** Numbers that the unit proposed were changed: it agrees to them, or takes its proposal back. */
        TARGETS_CONSENT,
        /** Units wait for organiser or head to agree to what they proposed. */
        TARGETS_ANSWER,
        /** What is agreed waits for the organiser to approve it. */
        TARGETS_APPROVE,
        /** Amendments of frozen targets wait for the organiser. */
        AMENDMENT_DECIDE,
        /** Reports wait for organiser or head to accept them or to send them back. */
        REPORT_ACCEPT
    }

    /**
     * Something that is a unit's turn.
     *
     * @param unitId for which the caller acts
     * @param unitName today's, or the last it had; null while the unit is not known here
     * @param clusterName null while the cluster is not known here
     * @param count how many units, amendments or reports wait together
     * @param title of the period, or null where the task is not about one
     * @param aboutId the period, or null
     */
    record IndicatorTaskView(
            @NotNull Code code,
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull UUID seasonId,
            @NotNull String seasonName,
            @Nullable String clusterName,
            int count,
            @Nullable String title,
            @Nullable UUID aboutId) {}

    private final Mandates mandates;
    private final IndicatorTaskQueries queries;

    IndicatorTaskController(Mandates mandates, IndicatorTaskQueries queries) {
        this.mandates = mandates;
        this.queries = queries;
    }

    @GetMapping("/api/v1/indicator-tasks")
    @Operation(
            summary =
                    "What waits for the person itself: the first 200, in the order of the chain; nothing waits for an agency")
    Page<IndicatorTaskView> own(Caller caller) {
        var mandatesHeld = caller.kind() == Caller.Kind.PERSON ? mandates.inForce(caller) : List.<HeldMandate>of();
        return new Page<>(queries.waiting(mandatesHeld, caller.subject(), Page.MAX), null);
    }
}
