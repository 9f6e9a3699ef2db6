package vn.thidua.cluster.season;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** The course of a season: opened, worked through, closed. */
@RestController
@RequestMapping("/api/v1/seasons/{id}")
@Tag(name = "Seasons")
final class SeasonCourseController {
    /** @param reason needed to close a live season while something due is not done */
    record Step(@Nullable @Size(min = 1, max = 1000) String reason) {}

    record Reopening(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final SeasonQueries queries;
    private final SeasonCourse course;
    private final Seasons seasons;
    private final DueList due;

    SeasonCourseController(SeasonQueries queries, SeasonCourse course, Seasons seasons, DueList due) {
        this.queries = queries;
        this.course = course;
        this.seasons = seasons;
        this.due = due;
    }

    @GetMapping("/due")
    @Operation(summary = "What a live season owes: due, done and late, in the order of days")
    Page<DueList.DueView> due(Caller caller, @PathVariable UUID id) {
        return new Page<>(due.of(seasons.visible(caller, id)), null);
    }

    @PostMapping("/opening")
    @Operation(summary = "Opens a planned season")
    ResponseEntity<SeasonController.SeasonView> open(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Step request) {
        course.open(caller, id, request.reason());
        return answer(id);
    }

    @PostMapping("/reopening")
    @Operation(summary = "Opens a closed live season again, with the reason; for the organiser alone")
    ResponseEntity<SeasonController.SeasonView> reopen(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Reopening request) {
        course.reopen(caller, id, request.reason());
        return answer(id);
    }

    @PostMapping("/closing")
    @Operation(summary = "Closes an open season")
    ResponseEntity<SeasonController.SeasonView> close(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Step request) {
        course.close(caller, id, request.reason());
        return answer(id);
    }

    private ResponseEntity<SeasonController.SeasonView> answer(UUID id) {
        var view = queries.find(id).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }
}
