package vn.thidua.indicator.valueimport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Many values of many units as a workbook, taken in the background; each caller sees its own. */
@RestController
@RequestMapping("/api/v1/value-imports")
@Tag(name = "Value imports")
final class SheetImportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** How a workbook is taken. */
    enum SheetMode {
        /** Only judged. */
        DRY_RUN,
        /** What can be saved is saved. */
        PARTIAL
    }

    private final WideWorkbookService service;
    private final ValueImportService imports;
    private final SheetStore store;
    private final LineQueries queries;
    private final LineTelling telling;

    SheetImportController(
            WideWorkbookService service,
            ValueImportService imports,
            SheetStore store,
            LineQueries queries,
            LineTelling telling) {
        this.service = service;
        this.imports = imports;
        this.store = store;
        this.queries = queries;
        this.telling = telling;
    }

    @PostMapping(
            path = "/sheet",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX})
    @ApiResponse(responseCode = "202")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    @Operation(
            summary =
                    "Hands in a workbook with a line for each unit and a column for each indicator; its cells are read at once, then taken some units at a time like typed ones. The same again changes nothing")
    ResponseEntity<ValueImportViews.ValueImportView> create(
            Caller caller,
            @RequestParam UUID periodId,
            @RequestParam(defaultValue = "DRY_RUN") SheetMode mode,
            HttpServletRequest request) {
        return accepted(service.create(caller, periodId, mode == SheetMode.DRY_RUN, request::getInputStream));
    }

    @PostMapping("/{id}/saving")
    @ApiResponse(responseCode = "202")
    @Operation(
            summary =
                    "Saves what a workbook that was only judged says, without sending it again; each cell is judged anew")
    ResponseEntity<ValueImportViews.ValueImportView> save(Caller caller, @PathVariable UUID id) {
        return accepted(service.save(caller, id));
    }

    @GetMapping("/{id}/lines")
    @Operation(summary = "What became of a workbook's lines, in its order, with the reason for each refused cell")
    Page<SheetViews.ImportedLine> lines(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(required = false) @Nullable @Min(0) Integer after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX) int limit,
            Locale locale) {
        imports.find(caller, id);
        var columns = store.columns(id);
        var found = queries.lines(id, refused, after == null ? 0 : after, limit + 1).stream()
                .map(line -> telling.view(line, columns, locale))
                .toList();
        return Page.of(found, limit, line -> Integer.toString(line.number()));
    }

    @GetMapping(path = "/{id}/failures", produces = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "The lines of a workbook that were not taken whole, as they came, each with its reasons; mended there, they can be sent again")
    void failures(Caller caller, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        var one = imports.find(caller, id);
        var columns = store.columns(id);
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("Dòng chưa nhận.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        telling.failures(response.getOutputStream(), id, one.periodId(), columns, locale);
    }

    private static ResponseEntity<ValueImportViews.ValueImportView> accepted(ValueImport one) {
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/value-imports/" + one.id())
                .body(ValueImportViews.ValueImportView.of(one));
    }
}
