package vn.thidua.cluster.movement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.movement.MovementViews.MovementCourseView;
import vn.thidua.cluster.movement.MovementViews.MovementReviewView;
import vn.thidua.cluster.movement.MovementViews.MovementTree;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Versions;

/** What becomes of a movement: who answers it, how it is reviewed, that it is closed. */
@RestController
@RequestMapping("/api/v1/movements/{id}")
@Tag(name = "Movements")
final class MovementCourseController {
    private static final int NODES = 1000;

    /** @param reportingDay one of the movement's, for a yearly review alone */
    record NewMovementReview(
            @NotNull Movement.Stage kind,
            @Nullable LocalDate reportingDay,
            @NotNull LocalDate reviewedOn,
            @NotBlank @Size(min = 1, max = 20_000) String text) {}

    /** @param reason why it is closed without a final review; may be left out when there is one */
    record MovementClosing(
            @NotNull LocalDate closedOn,
            @Nullable @Size(min = 1, max = 1000) String reason) {}

    record MovementReopening(
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final MovementQueries queries;
    private final MovementPartStore parts;
    private final MovementCourse course;
    private final MovementSight sight;
    private final Clusters clusters;

    MovementCourseController(
            MovementQueries queries,
            MovementPartStore parts,
            MovementCourse course,
            MovementSight sight,
            Clusters clusters) {
        this.queries = queries;
        this.parts = parts;
        this.course = course;
        this.sight = sight;
        this.clusters = clusters;
    }

    @GetMapping("/course")
    @Operation(summary = "A movement with its text and criteria, its reviews, and how it was closed")
    ResponseEntity<MovementCourseView> find(Caller caller, @PathVariable UUID id) {
        sight.require(caller, id);
        return answer(id);
    }

    @GetMapping("/tree")
    @Operation(summary = "The movements that answer a movement, and those that answer them; the first 1000")
    MovementTree tree(Caller caller, @PathVariable UUID id) {
        sight.require(caller, id);
        var nodes = queries.tree(id, clusters.reach(caller), NODES + 1);
        return new MovementTree(nodes.stream().limit(NODES).toList(), nodes.size() <= NODES);
    }

    @PostMapping("/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Reviews an open movement, once at mid-term, for each reporting day and at the end; for who launched it")
    MovementReviewView review(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewMovementReview request) {
        sight.require(caller, id);
        var review = new MovementCourse.Review(
                request.kind(),
                request.reportingDay() == null ? null : Days.checked("/reportingDay", request.reportingDay()),
                Days.checked("/reviewedOn", request.reviewedOn()),
                request.text().strip());
        return course.reviewOf(id, course.review(caller, id, review));
    }

    @PostMapping("/reviews/{reviewId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a review back while the movement is open: units report again")
    void withdrawReview(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID reviewId,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        sight.require(caller, id);
        course.withdrawReview(caller, id, reviewId, request.reason().strip());
    }

    @PostMapping("/closing")
    @Operation(summary = "Closes a movement that has its final review, or with the reason why it has none")
    ResponseEntity<MovementCourseView> close(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MovementClosing request) {
        sight.require(caller, id);
        var reason = request.reason();
        course.close(
                caller,
                id,
                Versions.required(ifMatch),
                Days.checked("/closedOn", request.closedOn()),
                reason == null || reason.isBlank() ? null : reason.strip());
        return answer(id);
    }

    @PostMapping("/reopening")
    @Operation(summary = "Opens a closed movement again, with a reason")
    ResponseEntity<MovementCourseView> reopen(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MovementReopening request) {
        sight.require(caller, id);
        course.reopen(caller, id, Versions.required(ifMatch), request.reason().strip());
        return answer(id);
    }

    private ResponseEntity<MovementCourseView> answer(UUID id) {
        var view = queries.course(id, parts.reviews(id)).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.movement().version()))
                .body(view);
    }
}
