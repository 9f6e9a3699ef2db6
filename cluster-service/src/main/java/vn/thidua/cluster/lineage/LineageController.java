package vn.thidua.cluster.lineage;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** How units came out of others. Seen by whoever sees one of them. */
@RestController
@Tag(name = "Units")
final class LineageController {
    private static final UUID NOT_YET = new UUID(0, 0);

    /** @param name a predecessor's on the day before, a successor's on the day itself */
    record UnitOfLineage(
            @NotNull UUID unitId,
            @NotNull String code,
            @NotNull String name) {}

    record LineageView(
            @NotNull UUID id,
            @NotNull Lineage.Kind kind,
            @NotNull LocalDate effectiveFrom,
            @Nullable String decision,
            @NotNull List<UnitOfLineage> predecessors,
            @NotNull List<UnitOfLineage> successors,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        LineageView withSides(List<UnitOfLineage> before, List<UnitOfLineage> after) {
            return new LineageView(id, kind, effectiveFrom, decision, before, after, provenance, source, version);
        }
    }

    /**
     * @param cameFrom events of which the unit came out
     * @param wentInto events that it went into
     */
    record UnitLineage(
            @NotNull List<LineageView> cameFrom, @NotNull List<LineageView> wentInto) {}

    /**
     * What a unit of a day has become.
     *
     * @param asOf the day
     * @param now units of today; none when it was dissolved, or when nobody recorded what became of it
     */
    record UnitNow(
            @NotNull UUID unitId,
            @NotNull LocalDate asOf,
            @NotNull List<@NotNull UnitOfLineage> now) {}

    /** @param decision number and date as far as known */
    record NewLineage(
            @NotNull Lineage.Kind kind,
            @NotNull LocalDate effectiveFrom,
            @Nullable @Size(min = 1, max = 500) String decision,
            @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> predecessors,
            @NotNull @Size(min = 0, max = 50) List<@NotNull UUID> successors,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    /** @param decision number and date as far as known */
    record LineageCorrection(
            @NotNull Lineage.Kind kind,
            @NotNull LocalDate effectiveFrom,
            @Nullable @Size(min = 1, max = 500) String decision,
            @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> predecessors,
            @NotNull @Size(min = 0, max = 50) List<@NotNull UUID> successors,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final LineageStore store;
    private final LineageQueries queries;
    private final LineageService service;
    private final Units units;
    private final Mandates mandates;

    LineageController(
            LineageStore store, LineageQueries queries, LineageService service, Units units, Mandates mandates) {
        this.store = store;
        this.queries = queries;
        this.service = service;
        this.units = units;
        this.mandates = mandates;
    }

    @GetMapping("/api/v1/lineages")
    @Operation(summary = "How units came out of others; unitId finds those with the unit on either side")
    Page<LineageView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        return Page.of(
                store.list(null, unitId, reach(caller), after, limit + 1),
                limit,
                lineage -> lineage.id().toString());
    }

    @GetMapping("/api/v1/units/{id}/lineage")
    @Operation(summary = "What a unit came from and what it went into")
    UnitLineage ofUnit(Caller caller, @PathVariable UUID id) {
        if ((reach(caller) != null && !mandates.may(caller, Ability.UNITS_READ.permission(), id))
                || units.lives(List.of(id)).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var all = store.list(null, id, null, null, Page.MAX);
        return new UnitLineage(
                all.stream().filter(l -> has(l.successors(), id)).toList(),
                all.stream().filter(l -> has(l.predecessors(), id)).toList());
    }

    @GetMapping("/api/v1/lineages/now")
    @Operation(
            summary =
                    "What units have become since a day, through all renamings, mergers, splits and transfers; without a day, since their last or today")
    List<UnitNow> now(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = Page.MAX) List<UUID> unitId,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return queries.now(unitId, asOf == null ? null : Days.checked("?asOf", asOf), reach(caller));
    }

    @PostMapping("/api/v1/lineages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records how units came out of others; the units have ended and begun before")
    LineageView record(Caller caller, @Valid @RequestBody NewLineage request) {
        var id = service.record(
                caller,
                new Lineage(
                        NOT_YET,
                        request.kind(),
                        Days.checked("/effectiveFrom", request.effectiveFrom()),
                        request.decision(),
                        request.predecessors(),
                        request.successors(),
                        Recording.origin(request.provenance(), request.source()),
                        1));
        return store.list(id, null, null, null, 1).getFirst();
    }

    @GetMapping("/api/v1/lineages/{id}")
    @Operation(summary = "How units came out of others, by its id")
    ResponseEntity<LineageView> find(Caller caller, @PathVariable UUID id) {
        return answer(seen(caller, id));
    }

    @PutMapping("/api/v1/lineages/{id}")
    @Operation(summary = "Corrects what was recorded wrongly")
    ResponseEntity<LineageView> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LineageCorrection request) {
        seen(caller, id);
        var corrected = new Lineage(
                id,
                request.kind(),
                Days.checked("/effectiveFrom", request.effectiveFrom()),
                request.decision(),
                request.predecessors(),
                request.successors(),
                Recording.origin(request.provenance(), request.source()),
                Versions.required(ifMatch));
        service.correct(caller, corrected, request.reason());
        return answer(seen(caller, id));
    }

    @PostMapping("/api/v1/lineages/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back what never was")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        seen(caller, id);
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
    }

    private LineageView seen(Caller caller, UUID id) {
        return store.list(id, null, reach(caller), null, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static ResponseEntity<LineageView> answer(LineageView view) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }

    private static boolean has(List<UnitOfLineage> side, UUID unit) {
        return side.stream().anyMatch(u -> u.unitId().equals(unit));
    }

    /** Null for people, who see every unit once they hold any mandate. */
    private @Nullable Reach reach(Caller caller) {
        var reach = mandates.reach(caller, Ability.UNITS_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return caller.kind() == Caller.Kind.PERSON ? null : reach;
    }
}
