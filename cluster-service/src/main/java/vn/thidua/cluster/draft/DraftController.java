package vn.thidua.cluster.draft;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.comment.CommentViews.Answer;
import vn.thidua.cluster.comment.CommentViews.CommentView;
import vn.thidua.cluster.comment.CommentViews.Said;
import vn.thidua.cluster.comment.Comments;
import vn.thidua.cluster.draft.DraftViews.DraftSummary;
import vn.thidua.cluster.draft.DraftViews.DraftView;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Papers of conferences in draft. Seen by whoever sees the cluster. */
@RestController
@RequestMapping("/api/v1/drafts")
@Tag(name = "Drafts")
final class DraftController {
    /**
     * @param text what it says, unless the file says it
     * @param fileId brought in by the caller
     * @param commentsUntil last day for comments, the conference's at the latest
     */
    record NewDraft(
            @NotNull UUID conferenceId,
            @NotNull Draft.Kind kind,
            @NotBlank @Size(min = 1, max = 500) String title,
            @Nullable @Size(min = 1, max = 200_000) String text,
            @Nullable UUID fileId,
            @NotNull LocalDate commentsUntil) {}

    /**
     * @param note what is different from the version before
     * @param commentsUntil a new last day; left out, it stays
     */
    record NewDraftVersion(
            @Nullable @Size(min = 1, max = 200_000) String text,
            @Nullable UUID fileId,
            @NotBlank @Size(min = 1, max = 2000) String note,
            @Nullable LocalDate commentsUntil) {}

    /** @param place in the paper, such as "Mục II.1"; left out for the whole */
    record NewDraftComment(
            @NotNull UUID unitId,
            @Nullable @Size(min = 1, max = 200) String place,
            @NotBlank @Size(min = 1, max = 5000) String text) {}

    private final DraftService service;
    private final DraftHearing hearing;
    private final DraftQueries queries;
    private final Comments comments;
    private final Clusters clusters;

    DraftController(
            DraftService service, DraftHearing hearing, DraftQueries queries, Comments comments, Clusters clusters) {
        this.service = service;
        this.hearing = hearing;
        this.queries = queries;
        this.comments = comments;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Papers that were laid before the units of conferences, newest first")
    Page<DraftSummary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID conferenceId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var found = queries.list(new DraftQueries.Filter(conferenceId, after, limit + 1), reach);
        return Page.of(found, limit, one -> one.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A paper in draft with all its versions, and who was asked")
    ResponseEntity<DraftView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), visible(caller, id));
    }

    @PostMapping
    @Operation(summary = "Lays a paper before the units of a conference, for comments until a day; they are told")
    ResponseEntity<DraftView> lay(Caller caller, @Valid @RequestBody NewDraft request) {
        var until = Days.checked("/commentsUntil", request.commentsUntil());
        var id = service.lay(
                caller,
                request.conferenceId(),
                request.kind(),
                request.title().strip(),
                new Draft.Content(stripped(request.text()), request.fileId(), null),
                until);
        return answer(
                ResponseEntity.created(URI.create("/api/v1/drafts/" + id)),
                queries.find(id).orElseThrow());
    }

    @PostMapping("/{id}/versions")
    @Operation(summary = "Puts a further version in the place of the last; what was said of the earlier ones stays")
    ResponseEntity<DraftView> renew(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewDraftVersion request) {
        visible(caller, id);
        var until = request.commentsUntil() == null ? null : Days.checked("/commentsUntil", request.commentsUntil());
        var content = new Draft.Content(
                stripped(request.text()), request.fileId(), request.note().strip());
        service.renew(caller, id, Versions.required(ifMatch), content, until);
        return answer(
                ResponseEntity.status(HttpStatus.CREATED), queries.find(id).orElseThrow());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Takes a paper back; its versions and what was said of them stay to be read")
    ResponseEntity<DraftView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        visible(caller, id);
        service.withdraw(
                caller, id, Versions.required(ifMatch), request.reason().strip());
        return answer(ResponseEntity.ok(), queries.find(id).orElseThrow());
    }

    @GetMapping("/{id}/comments")
    @Operation(summary = "The units' comments on all versions in the order in which they were said, with their answers")
    Page<CommentView> comments(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        visible(caller, id);
        return Page.of(
                comments.list(id, after, limit + 1),
                limit,
                comment -> comment.id().toString());
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Comments on the newest version for a unit that is asked, until the last day")
    Said comment(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewDraftComment request) {
        visible(caller, id);
        return new Said(hearing.comment(
                caller,
                id,
                request.unitId(),
                stripped(request.place()),
                request.text().strip()));
    }

    @PostMapping("/{id}/comments/{commentId}/answer")
    @Operation(summary = "Answers a comment with the reason, once")
    DraftView answer(
            Caller caller, @PathVariable UUID id, @PathVariable UUID commentId, @Valid @RequestBody Answer request) {
        visible(caller, id);
        hearing.answer(
                caller, id, commentId, request.outcome(), request.reason().strip());
        return queries.find(id).orElseThrow();
    }

    private DraftView visible(Caller caller, UUID id) {
        clusters.reach(caller);
        var found = queries.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        clusters.visible(caller, found.clusterId());
        return found;
    }

    private static ResponseEntity<DraftView> answer(ResponseEntity.BodyBuilder response, DraftView view) {
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
