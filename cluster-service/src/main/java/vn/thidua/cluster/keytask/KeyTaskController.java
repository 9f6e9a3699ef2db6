package vn.thidua.cluster.keytask;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Key tasks, directives from above and petitions of a season. */
@RestController
@RequestMapping("/api/v1/key-tasks")
@Tag(name = "Key tasks")
final class KeyTaskController {
    private static final UUID NOT_YET = new UUID(0, 0);

    record ReviewView(
            @NotNull UUID id,
            @NotNull UUID keyTaskId,
            @NotNull UUID conferenceId,
            @NotNull LocalDate heldOn,
            @NotNull KeyTask.Outcome outcome,
            @Nullable String note) {}

    /** @param reviews in the order of the conferences */
    record KeyTaskView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull KeyTask.Kind kind,
            @NotNull String text,
            @Nullable String givenBy,
            @Nullable UUID conferenceId,
            @Nullable UUID ownerUnitId,
            @Nullable String ownerUnitName,
            @Nullable LocalDate dueOn,
            @NotNull List<ReviewView> reviews,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        KeyTaskView withReviews(List<ReviewView> found) {
            return new KeyTaskView(
                    id,
                    seasonId,
                    kind,
                    text,
                    givenBy,
                    conferenceId,
                    ownerUnitId,
                    ownerUnitName,
                    dueOn,
                    found,
                    provenance,
                    source,
                    version);
        }
    }

    /** @param resolutionId what a conference of the cluster resolved, when that is what is to be done; it names the conference, too */
    record NewKeyTask(
            @NotNull UUID seasonId,
            @NotNull KeyTask.Kind kind,
            @NotBlank @Size(min = 1, max = 10_000) String text,
            @Nullable @Size(min = 1, max = 500) String givenBy,
            @Nullable UUID conferenceId,
            @Nullable UUID resolutionId,
            @Nullable UUID ownerUnitId,
            @Nullable LocalDate dueOn,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    record KeyTaskCorrection(
            @NotNull KeyTask.Kind kind,
            @NotBlank @Size(min = 1, max = 10_000) String text,
            @Nullable @Size(min = 1, max = 500) String givenBy,
            @Nullable UUID conferenceId,
            @Nullable UUID ownerUnitId,
            @Nullable LocalDate dueOn,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    record NewReview(
            @NotNull UUID conferenceId,
            @NotNull KeyTask.Outcome outcome,
            @Nullable @Size(min = 1, max = 2000) String note) {}

    private final KeyTaskQueries queries;
    private final KeyTaskStore store;
    private final KeyTaskService service;
    private final Seasons seasons;
    private final Clusters clusters;

    KeyTaskController(
            KeyTaskQueries queries, KeyTaskStore store, KeyTaskService service, Seasons seasons, Clusters clusters) {
        this.queries = queries;
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Key tasks of a season with how later conferences found them")
    Page<KeyTaskView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) KeyTask.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var filter = new KeyTaskQueries.Filter(seasonId, kind, after, limit + 1);
        return Page.of(queries.list(filter, reach), limit, task -> task.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A key task")
    ResponseEntity<KeyTaskView> find(Caller caller, @PathVariable UUID id) {
        seasonOf(caller, id);
        return answer(ResponseEntity.ok(), id);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Corrects what was recorded wrongly; words that a conference has looked at stay in a live season")
    ResponseEntity<KeyTaskView> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody KeyTaskCorrection request) {
        var season = seasonOf(caller, id);
        var due = request.dueOn();
        var corrected = new KeyTask(
                id,
                season.id(),
                season.clusterId(),
                request.kind(),
                request.text(),
                request.givenBy(),
                request.conferenceId(),
                request.ownerUnitId(),
                due == null ? null : Days.checked("/dueOn", due),
                Recording.origin(request.provenance(), request.source()),
                Versions.required(ifMatch));
        service.correct(caller, season, corrected, request.reason());
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back a key task that never was, unless a conference has looked at it")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        var season = seasonOf(caller, id);
        service.withdraw(caller, season, id, Versions.required(ifMatch), request.reason());
    }

    @PostMapping
    @Operation(summary = "Sets a key task, or records a directive or petition; the same words are there once a season")
    ResponseEntity<KeyTaskView> create(Caller caller, @Valid @RequestBody NewKeyTask request) {
        var due = request.dueOn();
        var id = service.set(
                caller,
                new KeyTask(
                        NOT_YET,
                        request.seasonId(),
                        NOT_YET,
                        request.kind(),
                        request.text(),
                        request.givenBy(),
                        request.conferenceId(),
                        request.ownerUnitId(),
                        due == null ? null : Days.checked("/dueOn", due),
                        Recording.origin(request.provenance(), request.source()),
                        1),
                request.resolutionId());
        return answer(ResponseEntity.created(URI.create("/api/v1/key-tasks/" + id)), id);
    }

    @PostMapping("/{id}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Notes how a conference found it; once a conference")
    ReviewView review(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewReview request) {
        var season = seasonOf(caller, id);
        var review = service.review(
                caller,
                id,
                season,
                new KeyTask.Review(NOT_YET, request.conferenceId(), request.outcome(), request.note()));
        return queries.find(id).orElseThrow().reviews().stream()
                .filter(r -> r.id().equals(review))
                .findFirst()
                .orElseThrow();
    }

    private ResponseEntity<KeyTaskView> answer(ResponseEntity.BodyBuilder response, UUID id) {
        var view = queries.find(id).orElseThrow();
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }

    private Seasons.Ref seasonOf(Caller caller, UUID id) {
        clusters.reach(caller);
        var season = store.seasonOf(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return seasons.visible(caller, season);
    }
}
