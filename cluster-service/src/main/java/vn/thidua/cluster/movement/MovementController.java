package vn.thidua.cluster.movement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Movements. Agencies see those that units under their mandate launched. */
@RestController
@RequestMapping("/api/v1/movements")
@Tag(name = "Movements")
final class MovementController {
    private static final UUID NOT_YET = new UUID(0, 0);

    record MovementView(
            @NotNull UUID id,
            @Nullable UUID seasonId,
            @NotNull UUID launchedByUnitId,
            @NotNull String launchedByUnitName,
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotNull String name,
            @Nullable LocalDate launchedOn,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    record NewMovement(
            @Nullable UUID seasonId,
            @NotNull UUID launchedByUnitId,
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotBlank @Size(min = 1, max = 500) String name,
            @Nullable LocalDate launchedOn,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    /** The launching unit and the season stay. */
    record MovementCorrection(
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotBlank @Size(min = 1, max = 500) String name,
            @Nullable LocalDate launchedOn,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final MovementStore store;
    private final MovementService service;
    private final Clusters clusters;

    MovementController(MovementStore store, MovementService service, Clusters clusters) {
        this.store = store;
        this.service = service;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Movements of a season, a cluster or a unit")
    Page<MovementView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID clusterId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var filter = new MovementStore.Filter(seasonId, clusterId, unitId, after, limit + 1);
        return Page.of(
                store.list(filter, reach), limit, movement -> movement.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A movement")
    ResponseEntity<MovementView> find(Caller caller, @PathVariable UUID id) {
        requireSeen(caller, id);
        return answer(id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Corrects what was recorded wrongly, except who launched it and for which season")
    ResponseEntity<MovementView> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MovementCorrection request) {
        requireSeen(caller, id);
        var launched = request.launchedOn();
        var content = new MovementService.Content(
                request.level(),
                request.kind(),
                request.name().strip(),
                launched == null ? null : Days.checked("/launchedOn", launched),
                Recording.origin(request.provenance(), request.source()));
        service.correct(caller, id, Versions.required(ifMatch), content, request.reason());
        return answer(id);
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back a movement that never was")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        requireSeen(caller, id);
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
    }

    private void requireSeen(Caller caller, UUID id) {
        if (!store.isSeen(id, clusters.reach(caller))) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }

    private ResponseEntity<MovementView> answer(UUID id) {
        var view = store.find(id).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Launches or records a movement; one of that name is there once for a unit and season")
    MovementView launch(Caller caller, @Valid @RequestBody NewMovement request) {
        var launched = request.launchedOn();
        var id = service.launch(
                caller,
                new Movement(
                        NOT_YET,
                        request.seasonId(),
                        request.launchedByUnitId(),
                        request.level(),
                        request.kind(),
                        request.name().strip(),
                        launched == null ? null : Days.checked("/launchedOn", launched),
                        Recording.origin(request.provenance(), request.source()),
                        1));
        return store.find(id).orElseThrow();
    }
}
