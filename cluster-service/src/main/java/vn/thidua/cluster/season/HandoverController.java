package vn.thidua.cluster.season;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;

/** The handing over from the head of a season to the head of a later one. */
@RestController
@RequestMapping("/api/v1/seasons/{id}/handover")
@Tag(name = "Seasons")
final class HandoverController {
    /** A unit that leads beside the head. */
    record HandedOffice(
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull Headship.Role role,
            @Nullable String representative) {}

    /** A task that was open, and what became of it in the new season. */
    record HandedTask(@NotNull UUID fromTaskId, @NotNull UUID toTaskId) {}

    /**
     * @param fromUnitId null where nobody is known to have headed
     * @param fromOffices deputies and standing group of the season that is handed over
     * @param toOffices those of the season that takes over
     */
    record HandoverView(
            @NotNull UUID id,
            @NotNull UUID fromSeasonId,
            @NotNull UUID toSeasonId,
            @Nullable UUID fromUnitId,
            @Nullable String fromUnitName,
            @NotNull UUID toUnitId,
            @NotNull String toUnitName,
            @NotNull LocalDate handedOverOn,
            @Nullable UUID conferenceId,
            @Nullable String note,
            @NotNull List<HandedTask> tasks,
            @NotNull List<HandedOffice> fromOffices,
            @NotNull List<HandedOffice> toOffices,
            @NotNull Provenance provenance,
            @Nullable String source) {}

    record NewHandover(
            @NotNull UUID toSeasonId,
            @NotNull LocalDate handedOverOn,
            @Nullable UUID conferenceId,
            @Nullable @Size(min = 1, max = 1000) String note,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    private static final UUID NOT_YET = new UUID(0, 0);

    private final HandoverStore store;
    private final HandoverService service;
    private final Seasons seasons;

    HandoverController(HandoverStore store, HandoverService service, Seasons seasons) {
        this.store = store;
        this.service = service;
        this.seasons = seasons;
    }

    @GetMapping
    @Operation(summary = "How the season's head handed over, and which open tasks went along")
    HandoverView find(Caller caller, @PathVariable UUID id) {
        seasons.visible(caller, id);
        return store.outOf(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    @PostMapping
    @Operation(summary = "Hands over to the head of a later season, with what is still open; once")
    ResponseEntity<HandoverView> handOver(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewHandover request) {
        seasons.visible(caller, id);
        service.handOver(
                caller,
                new Handover(
                        NOT_YET,
                        NOT_YET,
                        id,
                        request.toSeasonId(),
                        null,
                        NOT_YET,
                        Days.checked("/handedOverOn", request.handedOverOn()),
                        request.conferenceId(),
                        request.note(),
                        Recording.origin(request.provenance(), request.source())));
        return ResponseEntity.created(URI.create("/api/v1/seasons/" + id + "/handover"))
                .body(store.outOf(id).orElseThrow());
    }
}
