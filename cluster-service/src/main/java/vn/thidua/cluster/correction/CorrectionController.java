package vn.thidua.cluster.correction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What recorded things were before they were corrected or withdrawn. */
@RestController
@RequestMapping("/api/v1/corrections")
@Tag(name = "Corrections")
final class CorrectionController {
    enum Kind {
        HEADSHIP,
        MEMBERSHIP,
        KEY_TASK,
        MOVEMENT,
        LINEAGE
    }

    /**
     * @param was the record's fields before
     * @param withdrawn taken back altogether; else it was changed
     */
    record CorrectionView(
            @NotNull UUID id,
            @NotNull Kind kind,
            @NotNull UUID recordId,
            boolean withdrawn,
            @NotNull Map<String, @Nullable Object> was,
            @NotNull String reason,
            @NotNull Instant correctedAt) {}

    private final CorrectionQueries queries;
    private final Clusters clusters;

    CorrectionController(CorrectionQueries queries, Clusters clusters) {
        this.queries = queries;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "What was corrected or withdrawn, and why; recordId finds the history of one record")
    Page<CorrectionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID recordId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        return Page.of(
                queries.list(recordId, reach, after, limit + 1),
                limit,
                correction -> correction.id().toString());
    }
}
