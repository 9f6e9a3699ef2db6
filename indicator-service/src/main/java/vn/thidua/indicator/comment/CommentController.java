package vn.thidua.indicator.comment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.report.ReportAccess;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Comments on the cells of a report: read by whoever sees into the report, not by members who merely share their figures. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Reports")
final class CommentController {
    private final CommentService service;
    private final CommentStore store;
    private final ReportAccess access;

    CommentController(CommentService service, CommentStore store, ReportAccess access) {
        this.service = service;
        this.store = store;
        this.access = access;
    }

    @GetMapping("/reports/{id}/comments")
    @Operation(summary = "What was said of a report's cells, of one if it is named, thread by thread, the oldest first")
    Page<CommentViews.ThreadView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID indicatorId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        access.requireInsight(caller, id);
        return Page.of(
                store.threads(id, indicatorId, after, limit + 1, caller.subject()),
                limit,
                thread -> thread.id().toString());
    }

    @GetMapping("/periods/{id}/comments")
    @Operation(
            summary =
                    "How many threads are open and settled at each cell of the period's reports that the caller sees into")
    List<CommentViews.CommentCount> counts(Caller caller, @PathVariable UUID id) {
        var open = access.insight(caller, id);
        if (open.isEmpty() && access.seen(caller, id).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return store.counts(open);
    }

    @PostMapping("/reports/{id}/comments")
    @Operation(summary = "Says something of a cell; an answer stands in the thread it answers")
    ResponseEntity<CommentViews.SaidOfCell> say(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody CommentViews.NewComment request) {
        var said = service.say(
                caller,
                id,
                request.indicatorId(),
                request.threadId(),
                request.text().strip());
        return ResponseEntity.created(
                        URI.create("/api/v1/reports/" + id + "/comments?indicatorId=" + request.indicatorId()))
                .body(said);
    }

    @PostMapping("/reports/{id}/comments/{threadId}/resolution")
    @Operation(summary = "Settles a thread")
    ResponseEntity<Void> resolve(Caller caller, @PathVariable UUID id, @PathVariable UUID threadId) {
        service.settle(caller, id, threadId, true);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/reports/{id}/comments/{threadId}/reopening")
    @Operation(summary = "Takes a settled thread up again")
    ResponseEntity<Void> reopen(Caller caller, @PathVariable UUID id, @PathVariable UUID threadId) {
        service.settle(caller, id, threadId, false);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/reports/{id}/comments/{commentId}/withdrawal")
    @Operation(summary = "Takes back what one said; that it was said stays to be seen")
    ResponseEntity<Void> withdraw(Caller caller, @PathVariable UUID id, @PathVariable UUID commentId) {
        service.withdraw(caller, id, commentId);
        return ResponseEntity.noContent().build();
    }
}
