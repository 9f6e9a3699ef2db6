package vn.thidua.kit.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** The audit of this service, for administrators and auditors of the units concerned. */
@RestController
@RequestMapping("/api/v1/audit/${thidua.service}")
@Tag(name = "Audit")
final class AuditController {
    static final Permission READ = Permission.of("audit.read", "ADMINISTRATOR", "AUDITOR");

    /**
     * @param actorName the actor's name where this service knows it
     * @param mandateAsOf up to when this service knew all mandates when it allowed the write
     * @param sealed whether the row is already in the chain
     */
    record Row(
            UUID id,
            Instant at,
            String actorKind,
            String actor,
            @Nullable String actorName,
            String origin,
            String action,
            String aggregateType,
            UUID aggregateId,
            @Nullable UUID unitId,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason,
            @Nullable UUID mandateId,
            @Nullable Instant mandateAsOf,
            boolean sealed) {}

    private final AuditQueries queries;
    private final AuditReading reading;
    private final Mandates mandates;

    AuditController(AuditQueries queries, AuditReading reading, Mandates mandates) {
        this.queries = queries;
        this.reading = reading;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Changes, newest first")
    Page<Row> rows(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID aggregateId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        return page(queries.rows(reach(caller), aggregateId, after, limit + 1), limit);
    }

    @GetMapping("/reviews")
    @Operation(summary = "Writes made under a mandate that had been withdrawn by then, for review")
    Page<Row> reviews(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        return page(queries.reviews(reach(caller), after, limit + 1), limit);
    }

    private Page<Row> page(List<Row> rows, int limit) {
        return Page.of(reading.opened(rows), limit, row -> row.id().toString());
    }

    private Reach reach(Caller caller) {
        var reach = mandates.reach(caller, READ);
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "not-over-unit").asException();
        }
        return reach;
    }
}
