package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Reports: the board of a period, the grid of a unit, and the report's way. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
final class ReportController {
    private static final String UUIDS = "[0-9a-fA-F-]{36}";

    record NewReport(@NotNull UUID periodId, @NotNull UUID unitId) {}

    /** @param reason needed where the value differs from the reported one */
    record NewVerification(
            @NotNull UUID indicatorId,
            @NotNull BigDecimal value,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 2000)
            String reason) {}

    /** @param openUntil until when it may be mended though the period is closed; left out, the period decides */
    record Return(
            @NotBlank @Size(min = 1, max = 2000) String reason,
            @Nullable Instant openUntil) {}

    private final ReportQueries queries;
    private final GridQueries grid;
    private final ReportService service;
    private final ReportAccess access;
    private final ReportRefusals refusals;

    ReportController(
            ReportQueries queries,
            GridQueries grid,
            ReportService service,
            ReportAccess access,
            ReportRefusals refusals) {
        this.queries = queries;
        this.grid = grid;
        this.service = service;
        this.access = access;
        this.refusals = refusals;
    }

    @GetMapping
    @Operation(
            summary = "The reports that the caller sees, of a period, of a unit, begun or not; next is period and unit")
    Page<ReportViews.Line> board(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID periodId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = UUIDS + "~" + UUIDS) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var sight = access.sight(caller);
        if (sight.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        var afterPeriod = after == null ? null : cursor(after.substring(0, 36));
        var afterUnit = after == null ? null : cursor(after.substring(37));
        return Page.of(
                queries.board(periodId, unitId, sight, afterPeriod, afterUnit, limit + 1),
                limit,
                line -> line.periodId() + "~" + line.unitId());
    }

    @GetMapping("/{id}")
    @Operation(summary = "The grid of a report: every indicator with target, value, percent of plan, verified value")
    ResponseEntity<GridViews.Grid> find(Caller caller, @PathVariable UUID id) {
        access.requireSight(caller, id);
        return answer(ResponseEntity.ok(), id);
    }

    @GetMapping("/{id}/cells/{indicatorId}/history")
    @Operation(summary = "Everything that happened to a cell, the oldest first")
    List<CellViews.Entry> history(Caller caller, @PathVariable UUID id, @PathVariable UUID indicatorId) {
        access.requireSight(caller, id);
        return grid.history(id, indicatorId);
    }

    @PostMapping
    @Operation(summary = "Begins a unit's report in a period; 200 where it was begun before")
    ResponseEntity<GridViews.Grid> begin(Caller caller, @Valid @RequestBody NewReport request) {
        var begun = service.begin(caller, request.periodId(), request.unitId());
        return answer(
                begun.isNew()
                        ? ResponseEntity.created(URI.create("/api/v1/reports/" + begun.id()))
                        : ResponseEntity.ok(),
                begun.id());
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Hands the report in; every cell is filled or said not to apply")
    ResponseEntity<GridViews.ReportHead> submit(Caller caller, @PathVariable UUID id) {
        return answer(service.submit(caller, id));
    }

    @PostMapping("/{id}/verifications")
    @Operation(summary = "Puts a verified value beside the reported one")
    ResponseEntity<GridViews.ReportRow> verify(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewVerification request) {
        service.verify(caller, id, request.indicatorId(), request.value(), request.reason());
        var row = grid.rows(id, List.of(request.indicatorId())).getFirst();
        return ResponseEntity.created(
                        URI.create("/api/v1/reports/" + id + "/cells/" + request.indicatorId() + "/history"))
                .body(row);
    }

    @PostMapping("/{id}/acceptance")
    @Operation(summary = "Accepts a submitted report")
    ResponseEntity<GridViews.ReportHead> accept(Caller caller, @PathVariable UUID id) {
        return answer(service.accept(caller, id));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Gives a submitted report back to its unit, with the reason")
    ResponseEntity<GridViews.ReportHead> giveBack(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Return request) {
        var until = request.openUntil();
        if (until != null && until.isAfter(Instant.parse("2200-12-31T00:00:00Z"))) {
            throw Problem.invalid(FieldError.of("/openUntil", "range")).asException();
        }
        return answer(service.giveBack(caller, id, request.reason(), until));
    }

    private ResponseEntity<GridViews.Grid> answer(ResponseEntity.BodyBuilder response, UUID id) {
        var head = queries.head(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var report = head.report();
        return response.header(HttpHeaders.ETAG, Versions.etag(report.version()))
                .body(new GridViews.Grid(
                        head.line(),
                        report.writableAt(head.now()),
                        refusals.lock(report, head.now(), head.opener(), locale()),
                        report.returnedBecause(),
                        report.openUntil(),
                        grid.rows(id, null)));
    }

    /** A step moves no number, so the answer has none; who hands in on deadline night waits for what happened, not for the grid. */
    private ResponseEntity<GridViews.ReportHead> answer(ReportQueries.Head head) {
        var report = head.report();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(report.version()))
                .body(new GridViews.ReportHead(
                        head.line(),
                        report.writableAt(head.now()),
                        refusals.lock(report, head.now(), head.opener(), locale()),
                        report.returnedBecause(),
                        report.openUntil()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.invalid(FieldError.of("?after", "format")).asException();
        }
    }
}
