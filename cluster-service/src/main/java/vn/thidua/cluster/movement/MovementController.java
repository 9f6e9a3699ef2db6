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
import java.util.List;
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
import vn.thidua.cluster.movement.MovementViews.MovementCount;
import vn.thidua.cluster.movement.MovementViews.MovementStatistics;
import vn.thidua.cluster.movement.MovementViews.MovementView;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
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

    /**
     * @param plannedTo its last day; without one how long it lasts is unknown
     * @param text with which it is launched
     * @param criteria by which it is judged
     * @param parentId the movement of a unit above that it answers
     * @param reportingDays on which units report before its end; left out, each year-end of one that lasts longer than a year
     */
    record NewMovement(
            @Nullable UUID seasonId,
            @NotNull UUID launchedByUnitId,
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotBlank @Size(min = 1, max = 500) String name,
            @Nullable LocalDate launchedOn,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo,
            @Nullable @Size(min = 1, max = 20_000) String text,
            @Nullable @Size(min = 1, max = 10_000) String criteria,
            @Nullable UUID parentId,
            @Nullable @Size(max = Movement.MOST_DAYS) List<@NotNull LocalDate> reportingDays,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    /**
     * The launching unit and the season stay.
     *
     * @param reportingDays as at the launch; a day for which was reported stays
     */
    record MovementCorrection(
            @NotNull Movement.Level level,
            @NotNull Movement.Kind kind,
            @NotBlank @Size(min = 1, max = 500) String name,
            @Nullable LocalDate launchedOn,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo,
            @Nullable @Size(min = 1, max = 20_000) String text,
            @Nullable @Size(min = 1, max = 10_000) String criteria,
            @Nullable UUID parentId,
            @Nullable @Size(max = Movement.MOST_DAYS) List<@NotNull LocalDate> reportingDays,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final MovementQueries queries;
    private final MovementService service;
    private final MovementSight sight;
    private final Clusters clusters;

    MovementController(MovementQueries queries, MovementService service, MovementSight sight, Clusters clusters) {
        this.queries = queries;
        this.service = service;
        this.sight = sight;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Movements of a season, a cluster or a unit, by kind, level, state and name")
    Page<MovementView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID clusterId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) Movement.@Nullable Kind kind,
            @RequestParam(required = false) Movement.@Nullable Level level,
            @RequestParam(required = false) Movement.@Nullable State state,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var filter = new MovementQueries.Filter(
                seasonId, clusterId, unitId, kind, level, state, stripped(q), after, limit + 1);
        return Page.of(
                queries.list(filter, reach), limit, movement -> movement.id().toString());
    }

    @GetMapping("/statistics")
    @Operation(
            summary = "How many movements began in a year, by level, kind and length; of a unit and all below if named")
    MovementStatistics statistics(
            Caller caller,
            @RequestParam @Min(1900) @Max(2200) int year,
            @RequestParam(required = false) @Nullable UUID unitId) {
        var counts = queries.statistics(year, unitId, clusters.reach(caller));
        return new MovementStatistics(
                year, counts.stream().mapToInt(MovementCount::movements).sum(), counts);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A movement")
    ResponseEntity<MovementView> find(Caller caller, @PathVariable UUID id) {
        sight.require(caller, id);
        return answer(id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Corrects what was recorded wrongly, except who launched it and for which season")
    ResponseEntity<MovementView> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MovementCorrection request) {
        sight.require(caller, id);
        var content = new MovementService.Content(
                request.level(),
                request.kind(),
                request.name().strip(),
                checked("/launchedOn", request.launchedOn()),
                plan(
                        request.plannedFrom(),
                        request.plannedTo(),
                        request.text(),
                        request.criteria(),
                        request.parentId(),
                        request.reportingDays()),
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
        sight.require(caller, id);
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Launches or records a movement; one of that name is there once for a unit and season")
    MovementView launch(Caller caller, @Valid @RequestBody NewMovement request) {
        var id = service.launch(
                caller,
                new Movement(
                        NOT_YET,
                        request.seasonId(),
                        request.launchedByUnitId(),
                        request.level(),
                        request.kind(),
                        request.name().strip(),
                        checked("/launchedOn", request.launchedOn()),
                        plan(
                                request.plannedFrom(),
                                request.plannedTo(),
                                request.text(),
                                request.criteria(),
                                request.parentId(),
                                request.reportingDays()),
                        Movement.Closing.NONE,
                        Recording.origin(request.provenance(), request.source()),
                        1));
        return queries.find(id).orElseThrow();
    }

    private ResponseEntity<MovementView> answer(UUID id) {
        var view = queries.find(id).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }

    private static Movement.Plan plan(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text,
            @Nullable String criteria,
            @Nullable UUID parentId,
            @Nullable List<LocalDate> reportingDays) {
        if (reportingDays != null) {
            for (int i = 0; i < reportingDays.size(); i++) {
                Days.checked("/reportingDays/" + i, reportingDays.get(i));
            }
        }
        return new Movement.Plan(
                checked("/plannedFrom", from),
                checked("/plannedTo", to),
                stripped(text),
                stripped(criteria),
                parentId,
                reportingDays == null ? Movement.Plan.yearEnds(from, to) : reportingDays);
    }

    private static @Nullable LocalDate checked(String pointer, @Nullable LocalDate day) {
        return day == null ? null : Days.checked(pointer, day);
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
