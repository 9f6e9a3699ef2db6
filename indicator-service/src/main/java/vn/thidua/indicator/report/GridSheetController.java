package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** A period's reports as one wide workbook; filled away from the network it comes back as a value import. */
@RestController
@RequestMapping("/api/v1/periods/{id}/grid/sheet")
@Tag(name = "Sheets")
final class GridSheetController {
    private static final int AT_ONCE = 500;

    /** Which units' lines go out. */
    enum GridScope {
        /** All that the caller sees; those of others are locked. */
        SEEN,
        /** Only those for which the caller may write. */
        WRITABLE
    }

    private final GridSheetWriting writing;
    private final ReportQueries queries;
    private final ReportAccess access;

    GridSheetController(GridSheetWriting writing, ReportQueries queries, ReportAccess access) {
        this.writing = writing;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping(produces = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "The period's reports as one workbook, a line for each unit and a column for each indicator: a form to fill and what was filled in are one")
    void grid(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "SEEN") GridScope scope,
            @RequestParam(defaultValue = "XLSX") SheetWriting.Format format,
            HttpServletResponse response)
            throws IOException {
        var seen = lines(caller, id);
        var mayWrite = access.writing(
                caller, seen.stream().map(ReportViews.Line::unitId).toList());
        var lines = scope == GridScope.SEEN
                ? seen
                : seen.stream().filter(line -> mayWrite.contains(line.unitId())).toList();
        if (lines.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        SheetController.head(response, format, lines.getFirst().periodName());
        writing.write(response.getOutputStream(), format, lines, mayWrite);
    }

    private List<ReportViews.Line> lines(Caller caller, UUID periodId) {
        var sight = access.sight(caller);
        var lines = new ArrayList<>(queries.board(periodId, null, sight, null, null, AT_ONCE));
        var last = lines.size();
        while (last == AT_ONCE) {
            var more = queries.board(
                    periodId, null, sight, periodId, lines.getLast().unitId(), AT_ONCE);
            lines.addAll(more);
            last = more.size();
        }
        return lines;
    }
}
