package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The whole cluster in one grid. */
@RestController
@RequestMapping("/api/v1/periods/{id}/grid")
@Tag(name = "Periods")
final class ClusterGridController {
    /** A cluster has a few dozen members. */
    private static final int MOST = 2000;

    private final ReportQueries queries;
    private final ClusterGridQueries grid;
    private final ReportAccess access;

    ClusterGridController(ReportQueries queries, ClusterGridQueries grid, ReportAccess access) {
        this.queries = queries;
        this.grid = grid;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary =
                    "Every cell of the period's reports that the caller sees, members down and indicators across, in one answer")
    ClusterGridViews.ClusterGrid grid(Caller caller, @PathVariable UUID id) {
        var lines = queries.board(id, null, access.sight(caller), null, null, MOST);
        if (lines.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var any = lines.getFirst();
        var units = lines.stream().map(ReportViews.Line::unitId).toList();
        var cells = grid.cells(id, units);
        var codes = grid.codes(units);
        return new ClusterGridViews.ClusterGrid(
                id,
                any.seasonId(),
                any.periodName(),
                any.periodState(),
                any.now(),
                any.dueAt(),
                any.closesAt(),
                grid.columns(id, units),
                lines.stream()
                        .map(line -> row(line, cells, codes))
                        .sorted(Comparator.comparing(ClusterGridViews.ClusterUnit::unitCode)
                                .thenComparing(row -> row.report().unitId()))
                        .toList());
    }

    private static ClusterGridViews.ClusterUnit row(
            ReportViews.Line line, Map<UUID, List<ClusterGridViews.ClusterCell>> cells, Map<UUID, String> codes) {
        var withUnit = line.state() != Report.State.SUBMITTED && line.state() != Report.State.ACCEPTED;
        return new ClusterGridViews.ClusterUnit(
                line,
                codes.getOrDefault(line.unitId(), ""),
                Report.writableAt(withUnit, line.openUntil(), line.periodState(), line.now()),
                cells.getOrDefault(line.unitId(), List.of()));
    }
}
