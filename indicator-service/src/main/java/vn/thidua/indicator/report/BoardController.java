package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.EnumMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The submission board of a period, for the evening before it is due. */
@RestController
@RequestMapping("/api/v1/periods/{id}/board")
@Tag(name = "Periods")
final class BoardController {
    /** A cluster has a few dozen members. */
    private static final int MOST = 2000;

    private final ReportQueries queries;
    private final ReportAccess access;

    BoardController(ReportQueries queries, ReportAccess access) {
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Every report of the period that the caller sees, counts by state, and the time that is left")
    ReportViews.Board board(Caller caller, @PathVariable UUID id) {
        var lines = queries.board(id, null, access.sight(caller), null, null, MOST);
        if (lines.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var any = lines.getFirst();
        var counts = new EnumMap<Report.State, Integer>(Report.State.class);
        for (var state : Report.State.values()) {
            counts.put(state, 0);
        }
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return new ReportViews.Board(
                id,
                any.seasonId(),
                any.periodName(),
                any.periodState(),
                any.now(),
                any.dueAt(),
                any.closesAt(),
                Duration.between(any.now(), any.dueAt()).toSeconds(),
                Duration.between(any.now(), any.closesAt()).toSeconds(),
                lines.size(),
                counts,
                lines);
    }
}
