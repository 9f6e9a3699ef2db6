package vn.thidua.kit.replica;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What this service knows of the others, and as of when. Anyone with a mandate may look: it names units, not people. */
@RestController
@RequestMapping("/api/v1/replicas/${thidua.service}")
@Tag(name = "Replica")
final class ReplicaController {
    /** @param asOf null when nothing was ever read */
    record Source(
            String source,
            @Nullable UUID epoch,
            long position,
            @Nullable Instant asOf,
            long parked) {}

    record Replica(List<Source> sources, long units, long mandates) {}

    record KnownUnit(
            UUID id,
            String code,
            String name,
            long version,
            @Nullable Instant asOf) {}

    private final ReplicaQueries queries;
    private final Mandates mandates;

    ReplicaController(ReplicaQueries queries, Mandates mandates) {
        this.queries = queries;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "How far this service has read the others' feeds")
    Replica replica(Caller caller) {
        requireMandate(caller);
        return new Replica(queries.sources(), queries.units(), queries.mandates());
    }

    @GetMapping("/units/{id}")
    @Operation(summary = "A unit as this service knows it")
    KnownUnit unit(Caller caller, @PathVariable UUID id) {
        requireMandate(caller);
        return queries.unit(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private void requireMandate(Caller caller) {
        if (caller.kind() != Caller.Kind.SERVICE && mandates.inForce(caller).isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
    }
}
