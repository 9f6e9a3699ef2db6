package vn.thidua.cluster.movement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
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
import vn.thidua.cluster.movement.MovementViews.MovementReportView;
import vn.thidua.cluster.movement.MovementViews.ParticipationView;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Units that take part in a movement, and what they report. */
@RestController
@RequestMapping("/api/v1/movements/{id}/participations")
@Tag(name = "Movements")
final class ParticipationController {
    record NewParticipation(@NotNull UUID unitId, @NotNull LocalDate joinedOn) {}

    /** What was registered. */
    record MovementJoined(@NotNull UUID id) {}

    /**
     * @param kind stays afterwards, as the reporting day
     * @param reportingDay one of the movement's, for a yearly report alone
     * @param works projects and products
     * @param amount đồng
     */
    record MovementReportContent(
            @NotNull Movement.Stage kind,
            @Nullable LocalDate reportingDay,
            @NotNull LocalDate reportedOn,
            @NotBlank @Size(min = 1, max = 10_000) String text,
            @Nullable @Min(0) @Max(100_000_000) Integer persons,
            @Nullable @Min(0) @Max(100_000_000) Integer collectives,
            @Nullable @Min(0) @Max(100_000_000) Integer works,

            @Nullable @DecimalMin("0") @Digits(integer = 13, fraction = 2)
            BigDecimal amount) {
        Participation.Report report() {
            return new Participation.Report(
                    kind,
                    reportingDay == null ? null : Days.checked("/reportingDay", reportingDay),
                    Days.checked("/reportedOn", reportedOn),
                    text.strip(),
                    persons,
                    collectives,
                    works,
                    amount);
        }
    }

    private final MovementPartStore store;
    private final Participations participations;
    private final MovementSight sight;

    ParticipationController(MovementPartStore store, Participations participations, MovementSight sight) {
        this.store = store;
        this.participations = participations;
        this.sight = sight;
    }

    @GetMapping
    @Operation(summary = "Who takes part in a movement, in the order of joining, with what they reported")
    Page<ParticipationView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        sight.require(caller, id);
        return Page.of(store.list(id, after, limit + 1), limit, one -> one.id().toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A unit under the launching one, or a member of its season, joins an open movement; once")
    MovementJoined join(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewParticipation request) {
        sight.require(caller, id);
        return new MovementJoined(
                participations.join(caller, id, request.unitId(), Days.checked("/joinedOn", request.joinedOn())));
    }

    @PostMapping("/{participationId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A unit that has reported nothing takes part no longer; it stays to be read why")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID participationId,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        sight.require(caller, id);
        participations.withdraw(caller, id, participationId, request.reason().strip());
    }

    @PostMapping("/{participationId}/reports")
    @Operation(
            summary =
                    "A unit that takes part reports, once at mid-term, once for each reporting day and once at the end")
    ResponseEntity<MovementReportView> report(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID participationId,
            @Valid @RequestBody MovementReportContent request) {
        sight.require(caller, id);
        participations.report(caller, id, participationId, request.report());
        return answer(HttpStatus.CREATED, participationId, request.report().milestone());
    }

    @PutMapping("/{participationId}/reports/{reportId}")
    @Operation(summary = "Corrects a report until the movement is reviewed at that stage")
    ResponseEntity<MovementReportView> correct(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID participationId,
            @PathVariable UUID reportId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MovementReportContent request) {
        sight.require(caller, id);
        participations.correct(caller, id, participationId, reportId, Versions.required(ifMatch), request.report());
        return answer(HttpStatus.OK, participationId, request.report().milestone());
    }

    private ResponseEntity<MovementReportView> answer(HttpStatus status, UUID participationId, Movement.Milestone of) {
        var view = store.report(participationId, of).orElseThrow();
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }
}
