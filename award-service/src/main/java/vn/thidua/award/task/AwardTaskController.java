package vn.thidua.award.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What waits for the caller between nomination and award document. */
@RestController
@Tag(name = "Tasks")
final class AwardTaskController {
    /** In the order of the chain. */
    enum Code {
        /** A draft waits for the leader who submits it. */
        NOMINATION_SUBMIT,
        /** Submitted ones wait for the council's opinion to be recorded. */
        OPINION_RECORD,
        /** Ones the council agreed to wait for a decision to be drafted. */
        DECISION_DRAFT,
        DECISION_SIGN,
        DECISION_NUMBER
    }

    /**
     * Something that is a unit's turn.
     *
     * @param unitName today's, or the last it had; null while the unit is not known here
     * @param seasonId null for a decision, which may honour units of several seasons
     * @param title the award or the decision
     * @param count how many nominations wait for it
     * @param aboutId the nomination or decision; null where several wait together
     */
    record AwardTaskView(
            @NotNull Code code,
            @NotNull UUID unitId,
            @Nullable String unitName,
            @Nullable UUID seasonId,
            @Nullable String seasonName,
            @NotNull String title,
            int count,
            @Nullable UUID aboutId) {}

    private final Mandates mandates;
    private final AwardTaskQueries queries;

    AwardTaskController(Mandates mandates, AwardTaskQueries queries) {
        this.mandates = mandates;
        this.queries = queries;
    }

    @GetMapping("/api/v1/award-tasks")
    @Operation(summary = "What waits for the caller itself: the first 200, in the order of the chain")
    Page<AwardTaskView> own(Caller caller) {
        return new Page<>(queries.waiting(mandates.inForce(caller), Page.MAX), null);
    }
}
