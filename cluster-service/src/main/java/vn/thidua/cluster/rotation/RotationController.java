package vn.thidua.cluster.rotation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Versions;

/** In which order members head their cluster, and who would head it in the years ahead. */
@RestController
@RequestMapping("/api/v1/clusters/{id}/rotation")
@Tag(name = "Clusters")
final class RotationController {
    private static final int MOST = 300;
    private static final int FEW = 5;

    /** @param to last day of the time in which the unit does not head */
    record RotationSkip(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    /** @param unitName of today; not read when sent */
    record RotationTurn(
            @NotNull UUID unitId,
            @Nullable String unitName,
            @Nullable @Valid RotationSkip skip) {}

    record PassedOverView(
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull Rotation.Why why,
            @Nullable String reason) {}

    /**
     * @param to last day of the term
     * @param unitId who would head, or null when nobody may
     */
    record PlannedView(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @NotNull List<PassedOverView> passedOver) {}

    /** @param ahead who would head, from the term after the last one that has a head */
    record RotationView(
            @NotNull List<RotationTurn> turns, @NotNull List<PlannedView> ahead) {}

    record RotationContent(
            @NotNull @Size(max = MOST) List<@NotNull @Valid RotationTurn> turns,
            @Nullable @Size(min = 1, max = 1000) String reason) {
        Rotation rotation() {
            var units = new HashSet<UUID>();
            for (int i = 0; i < turns.size(); i++) {
                if (!units.add(turns.get(i).unitId())) {
                    throw Problem.invalid(FieldError.of("/turns/" + i + "/unitId", "taken"))
                            .asException();
                }
            }
            return new Rotation(turns.stream()
                    .map(turn -> new Rotation.Turn(turn.unitId(), skip(turn.skip())))
                    .toList());
        }

        private static Rotation.@Nullable Skip skip(@Nullable RotationSkip skip) {
            return skip == null
                    ? null
                    : new Rotation.Skip(
                            Days.checked("/turns", skip.from()),
                            Days.checked("/turns", skip.to()).plusDays(1),
                            skip.reason());
        }
    }

    private final RotationStore store;
    private final Rotations rotations;
    private final Clusters clusters;

    RotationController(RotationStore store, Rotations rotations, Clusters clusters) {
        this.store = store;
        this.rotations = rotations;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "The order, and who would head in so many terms ahead")
    ResponseEntity<RotationView> find(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "5") @Min(1) @Max(30) int terms) {
        clusters.visible(caller, id);
        return answer(id, terms);
    }

    @PutMapping
    @Operation(summary = "Plans the order anew; If-Match is the order's own version, 0 for the first")
    ResponseEntity<RotationView> plan(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RotationContent request) {
        var cluster = clusters.visible(caller, id);
        rotations.put(caller, cluster, Versions.required(ifMatch), request.rotation(), request.reason());
        return answer(id, FEW);
    }

    private ResponseEntity<RotationView> answer(UUID id, int terms) {
        var turns = store.of(id).turns();
        var names = store.names(turns.stream().map(Rotation.Turn::unitId).toList());
        var view = new RotationView(
                turns.stream()
                        .map(turn -> new RotationTurn(turn.unitId(), names.get(turn.unitId()), view(turn.skip())))
                        .toList(),
                rotations.ahead(id, terms).stream()
                        .map(planned -> view(planned, names))
                        .toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(store.version(id)))
                .body(view);
    }

    private static @Nullable RotationSkip view(Rotation.@Nullable Skip skip) {
        return skip == null ? null : new RotationSkip(skip.from(), skip.until().minusDays(1), skip.reason());
    }

    private static PlannedView view(Rotation.Planned planned, Map<UUID, String> names) {
        var unit = planned.unitId();
        return new PlannedView(
                planned.term().from(),
                planned.term().until().minusDays(1),
                unit,
                unit == null ? null : names.get(unit),
                planned.passedOver().stream()
                        .map(over ->
                                new PassedOverView(over.unitId(), names.get(over.unitId()), over.why(), over.reason()))
                        .toList());
    }
}
