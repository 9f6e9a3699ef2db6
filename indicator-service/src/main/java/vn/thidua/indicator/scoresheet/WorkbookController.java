package vn.thidua.indicator.scoresheet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.scoresheet.WorkbookReading.Fault;
import vn.thidua.indicator.scoresheet.WorkbookService.TakenWorkbook;
import vn.thidua.indicator.scoresheet.WorkbookService.WorkbookMode;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Scoresheets as workbooks: any edition out, and in again as a draft. */
@RestController
@RequestMapping("/api/v1/scoresheets")
@Tag(name = "Scoresheets")
final class WorkbookController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** @param row as the spreadsheet numbers it */
    record WorkbookFault(
            int row,
            @NotNull String column,
            @NotNull String code,
            @NotNull String text) {}

    /**
     * @param errors cell by cell; with one nothing is kept
     * @param unfinished what stands against freezing it, cell by cell
     * @param sha256 of the content, the same that a sheet of this content has once frozen; null with errors
     * @param scoresheetId the draft it became; null when nothing was kept
     */
    record WorkbookView(
            int rows,
            @NotNull List<WorkbookFault> errors,
            @NotNull List<WorkbookFault> unfinished,
            @Nullable String sha256,
            @Nullable UUID scoresheetId) {}

    private final ScoresheetStore store;
    private final WorkbookIndicators indicators;
    private final WorkbookUnits units;
    private final WorkbookService service;
    private final ProblemRenderer texts;
    private final AnyMandate anyMandate;

    WorkbookController(
            ScoresheetStore store,
            WorkbookIndicators indicators,
            WorkbookUnits units,
            WorkbookService service,
            ProblemRenderer texts,
            AnyMandate anyMandate) {
        this.store = store;
        this.indicators = indicators;
        this.units = units;
        this.service = service;
        this.texts = texts;
        this.anyMandate = anyMandate;
    }

    @GetMapping(path = "/{id}/sheet", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The scoresheet as a workbook, that can be changed and brought back")
    void workbook(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        anyMandate.require(caller, "indicators.read");
        var scoresheet = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var codes = indicators.codes(ScoresheetService.indicators(scoresheet.sheet()));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(scoresheet.title() + " - " + scoresheet.edition() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        WorkbookWriting.write(response.getOutputStream(), scoresheet, codes, units.codes(scoresheet.sheet()));
    }

    @PostMapping(
            path = "/sheet",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX})
    @Operation(
            summary =
                    "Takes a workbook as the draft of a scoresheet: DRY_RUN only judges; with an error nothing is kept")
    ResponseEntity<WorkbookView> create(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam(required = false) @Nullable UUID periodId,
            @RequestParam(defaultValue = "DRY_RUN") WorkbookMode mode,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        var taken = service.create(caller, seasonId, periodId, mode, file == null ? new byte[0] : file);
        var kept = taken.kept();
        return (kept == null
                        ? ResponseEntity.ok()
                        : ResponseEntity.created(URI.create("/api/v1/scoresheets/" + kept.id()))
                                .header(HttpHeaders.ETAG, Versions.etag(kept.version())))
                .body(view(taken, locale));
    }

    @PostMapping(
            path = "/{id}/sheet",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX})
    @Operation(
            summary =
                    "Takes a workbook in the place of what a draft says: DRY_RUN only judges; with an error nothing is kept")
    ResponseEntity<WorkbookView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "DRY_RUN") WorkbookMode mode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        anyMandate.require(caller, "indicators.read");
        var taken = service.change(caller, id, Versions.required(ifMatch), mode, file == null ? new byte[0] : file);
        var kept = taken.kept();
        var response = ResponseEntity.ok();
        if (kept != null) {
            response.header(HttpHeaders.ETAG, Versions.etag(kept.version()));
        }
        return response.body(view(taken, locale));
    }

    private WorkbookView view(TakenWorkbook taken, Locale locale) {
        var kept = taken.kept();
        return new WorkbookView(
                taken.rows(),
                faults(taken.errors(), locale),
                faults(taken.unfinished(), locale),
                taken.sha256(),
                kept == null ? null : kept.id());
    }

    private List<WorkbookFault> faults(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> new WorkbookFault(
                        fault.place().row(),
                        fault.place().column(),
                        fault.error().code(),
                        texts.text(fault.error(), locale)))
                .toList();
    }
}
