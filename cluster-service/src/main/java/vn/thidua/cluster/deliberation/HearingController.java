package vn.thidua.cluster.deliberation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.comment.CommentViews.Answer;
import vn.thidua.cluster.comment.CommentViews.CommentView;
import vn.thidua.cluster.comment.CommentViews.Said;
import vn.thidua.cluster.comment.Comments;
import vn.thidua.cluster.deliberation.Deliberation.Choice;
import vn.thidua.cluster.deliberation.DeliberationViews.DeliberationView;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What members say to a draft. Whoever sees the draft sees it. */
@RestController
@RequestMapping("/api/v1/deliberations/{id}")
@Tag(name = "Deliberations")
final class HearingController {
    /** @param paragraph of the draft, from 1; left out for the whole */
    record NewComment(
            @NotNull UUID unitId,
            @Nullable @Min(1) @Max(100_000) Integer paragraph,
            @NotBlank @Size(min = 1, max = 5000) String text) {}

    record Vote(@NotNull UUID unitId, @NotNull Choice choice) {}

    private final Hearing hearing;
    private final Comments comments;
    private final DeliberationQueries queries;
    private final DeliberationSight sight;

    HearingController(Hearing hearing, Comments comments, DeliberationQueries queries, DeliberationSight sight) {
        this.hearing = hearing;
        this.comments = comments;
        this.queries = queries;
        this.sight = sight;
    }

    @GetMapping("/comments")
    @Operation(summary = "The members' comments in the order in which they were said, with their answers")
    Page<CommentView> comments(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        sight.visible(caller, id);
        return Page.of(
                comments.list(id, after, limit + 1),
                limit,
                comment -> comment.id().toString());
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Comments on a paragraph of the draft or on the whole, for a member, until the last day")
    Said comment(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewComment request) {
        sight.visible(caller, id);
        return new Said(hearing.comment(
                caller,
                id,
                request.unitId(),
                request.paragraph(),
                request.text().strip()));
    }

    @PostMapping("/comments/{commentId}/answer")
    @Operation(summary = "Answers a comment with the reason, once, before the vote")
    DeliberationView answer(
            Caller caller, @PathVariable UUID id, @PathVariable UUID commentId, @Valid @RequestBody Answer request) {
        sight.visible(caller, id);
        hearing.answer(
                caller, id, commentId, request.outcome(), request.reason().strip());
        return queries.find(id).orElseThrow();
    }

    @PostMapping("/votes")
    @Operation(summary = "Casts a member's one open vote; for its own leader")
    DeliberationView vote(Caller caller, @PathVariable UUID id, @Valid @RequestBody Vote request) {
        sight.visible(caller, id);
        hearing.vote(caller, id, request.unitId(), request.choice());
        return queries.find(id).orElseThrow();
    }
}
