package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Reports as spreadsheets: out to fill them away from the network, and in again. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sheets")
final class SheetController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SheetWriting writing;
    private final SheetService service;
    private final ClusterSheetService clusters;
    private final SheetTelling telling;
    private final ReportQueries queries;
    private final ReportAccess access;

    SheetController(
            SheetWriting writing,
            SheetService service,
            ClusterSheetService clusters,
            SheetTelling telling,
            ReportQueries queries,
            ReportAccess access) {
        this.writing = writing;
        this.service = service;
        this.clusters = clusters;
        this.telling = telling;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping(path = "/reports/{id}/sheet", produces = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "The report as a spreadsheet, filled as far as it is: a form to fill and what was filled in are one")
    void report(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "XLSX") SheetWriting.Format format,
            HttpServletResponse response)
            throws IOException {
        access.requireSight(caller, id);
        var line = queries.head(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException())
                .line();
        var name = line.periodName() + " - " + (line.unitName() == null ? id : line.unitName());
        head(response, format, name);
        var units = List.of(line.unitId());
        writing.write(
                response.getOutputStream(),
                format,
                line.periodName(),
                line.periodId(),
                units,
                writable(caller, List.of(line)));
    }

    @GetMapping(path = "/periods/{id}/sheet", produces = MediaType.ALL_VALUE)
    @Operation(summary = "All reports of the period that the caller sees as one spreadsheet")
    void period(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "XLSX") SheetWriting.Format format,
            HttpServletResponse response)
            throws IOException {
        var lines = queries.board(id, null, access.sight(caller), null, null, ClusterSheetService.MOST_UNITS);
        if (lines.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var name = lines.getFirst().periodName();
        head(response, format, name);
        writing.write(
                response.getOutputStream(),
                format,
                name,
                id,
                lines.stream().map(ReportViews.Line::unitId).toList(),
                writable(caller, lines));
    }

    /** The units whose rows the caller can fill and bring back now. */
    private Set<UUID> writable(Caller caller, List<ReportViews.Line> lines) {
        var open = lines.stream()
                .filter(line -> Report.writableAt(
                                line.state() != Report.State.SUBMITTED && line.state() != Report.State.ACCEPTED,
                                line.openUntil(),
                                line.periodState(),
                                line.now())
                        == Report.Writable.YES)
                .map(ReportViews.Line::unitId)
                .toList();
        return access.writing(caller, open);
    }

    @PostMapping(
            path = "/periods/{id}/sheet",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX})
    @Operation(
            summary =
                    "Takes a filled workbook of many units, each unit's rows like the spreadsheet of its report; a unit that is closed or not the caller's is refused with the reason. The same file again changes nothing")
    ReportViews.TakenSheet takeCluster(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "DRY_RUN") BlockService.Mode mode,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        return telling.view(clusters.take(caller, id, file == null ? new byte[0] : file, mode), mode, locale);
    }

    @PostMapping(
            path = "/periods/{id}/sheet/failures",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX},
            produces = XLSX)
    @Operation(
            summary = "Gives back the rows of a workbook that would not be taken, each with its reason; saves nothing")
    ResponseEntity<byte[]> clusterFailures(
            Caller caller, @PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] file, Locale locale)
            throws IOException {
        return failures(
                id, clusters.take(caller, id, file == null ? new byte[0] : file, BlockService.Mode.DRY_RUN), locale);
    }

    @PostMapping(
            path = "/reports/{id}/sheet",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX})
    @Operation(
            summary =
                    "Takes a filled spreadsheet: DRY_RUN only judges, PARTIAL saves what is right, WHOLE_OR_NOTHING nothing when a row is wrong. The same file again changes nothing")
    ReportViews.TakenSheet take(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "DRY_RUN") BlockService.Mode mode,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        return telling.view(service.take(caller, id, file == null ? new byte[0] : file, mode), mode, locale);
    }

    @PostMapping(
            path = "/reports/{id}/sheet/failures",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX},
            produces = XLSX)
    @Operation(
            summary =
                    "Gives back the rows of a filled spreadsheet that would not be taken, each with its reason; saves nothing")
    ResponseEntity<byte[]> failures(
            Caller caller, @PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] file, Locale locale)
            throws IOException {
        var taken = service.take(caller, id, file == null ? new byte[0] : file, BlockService.Mode.DRY_RUN);
        var period = queries.head(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException())
                .line()
                .periodId();
        return failures(period, taken, locale);
    }

    private ResponseEntity<byte[]> failures(UUID periodId, List<SheetService.Taken> taken, Locale locale)
            throws IOException {
        var out = new ByteArrayOutputStream();
        telling.failures(out, periodId, taken, locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("Dòng chưa nhận.xlsx"))
                .contentType(MediaType.parseMediaType(XLSX))
                .body(out.toByteArray());
    }

    static void head(HttpServletResponse response, SheetWriting.Format format, String name) {
        response.setContentType(format.contentType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name + "." + format.extension()));
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
