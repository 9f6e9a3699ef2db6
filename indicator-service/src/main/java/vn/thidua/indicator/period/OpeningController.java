package vn.thidua.indicator.period;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Openings of a closed period for one unit; everybody concerned sees for whom, until when and why. */
@RestController
@RequestMapping("/api/v1/periods/{id}/openings")
@Tag(name = "Periods")
final class OpeningController {
    record NewOpening(
            @NotNull UUID unitId,
            @NotNull Instant until,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    record OpeningView(
            @NotNull UUID id,
            @NotNull UUID periodId,
            @NotNull UUID unitId,
            @NotNull Instant until,
            @NotNull String reason,
            @NotNull Instant openedAt,
            @NotNull String openedBy,
            boolean inForce) {
        static OpeningView of(Opening opening, Instant now) {
            return new OpeningView(
                    opening.id(),
                    opening.periodId(),
                    opening.unitId(),
                    opening.until(),
                    opening.reason(),
                    opening.openedAt(),
                    opening.openedBy(),
                    now.isBefore(opening.until()));
        }
    }

    private final OpeningService service;
    private final OpeningStore store;
    private final PeriodStore periods;
    private final SeasonAccess access;

    OpeningController(OpeningService service, OpeningStore store, PeriodStore periods, SeasonAccess access) {
        this.service = service;
        this.store = store;
        this.periods = periods;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "For whom the period was opened again, the newest first")
    Page<OpeningView> list(Caller caller, @PathVariable UUID id) {
        requireVisible(caller, id, "reports.read");
        var now = periods.now();
        return new Page<>(
                store.ofPeriod(id, Page.MAX).stream()
                        .map(opening -> OpeningView.of(opening, now))
                        .toList(),
                null);
    }

    @PostMapping
    @Operation(summary = "Opens the closed period for one unit, at most seven days, with the reason")
    ResponseEntity<OpeningView> open(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewOpening request) {
        requireVisible(caller, id, PeriodService.WRITE.agencyScope());
        var opening = service.open(
                caller, id, request.unitId(), request.until(), request.reason().strip());
        return ResponseEntity.created(URI.create("/api/v1/periods/" + id + "/openings"))
                .body(OpeningView.of(opening, opening.openedAt()));
    }

    private void requireVisible(Caller caller, UUID id, String scope) {
        var period = periods.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        access.visible(caller, period.seasonId(), scope);
    }
}
