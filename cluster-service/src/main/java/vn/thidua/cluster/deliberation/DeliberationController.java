package vn.thidua.cluster.deliberation;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.deliberation.DeliberationViews.DeliberationView;
import vn.thidua.cluster.vote.Rules.Base;
import vn.thidua.cluster.vote.VoteViews;
import vn.thidua.cluster.vote.VoteViews.Share;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Draft regulations before the members. People with any mandate see all of them, agencies those of the organisers under theirs. */
@RestController
@RequestMapping("/api/v1/deliberations")
@Tag(name = "Deliberations")
final class DeliberationController {
    /**
     * @param draft number of the newest version, a draft with its words
     * @param commentsUntil last day for comments
     */
    record NewDeliberation(
            @NotNull UUID seasonId,
            @Min(1) @Max(100_000) int draft,
            @NotNull LocalDate commentsUntil) {}

    /**
     * @param number of the newest version, a draft: the one commented on, or a later one made of the comments
     * @param quorum share of the members that must vote
     * @param threshold share of {@code base} that must be for it
     */
    record Voting(
            @Min(1) @Max(100_000) int number,
            @NotNull @Valid Share quorum,
            @NotNull @Valid Share threshold,
            @NotNull Base base) {}

    record Withdrawal(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final DeliberationService service;
    private final DeliberationQueries queries;
    private final DeliberationSight sight;
    private final Clusters clusters;

    DeliberationController(
            DeliberationService service, DeliberationQueries queries, DeliberationSight sight, Clusters clusters) {
        this.service = service;
        this.queries = queries;
        this.sight = sight;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Drafts that were laid before the members, newest first")
    Page<DeliberationView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var found = queries.list(new DeliberationQueries.Filter(seasonId, after, limit + 1), reach);
        return Page.of(found, limit, one -> one.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A draft before the members: its words, how far it is, who has voted and how")
    ResponseEntity<DeliberationView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), sight.visible(caller, id));
    }

    @PostMapping
    @Operation(summary = "Lays the newest draft of a season's regulation before the members, for comments until a day")
    ResponseEntity<DeliberationView> begin(Caller caller, @Valid @RequestBody NewDeliberation request) {
        var until = Days.checked("/commentsUntil", request.commentsUntil());
        var id = service.begin(caller, request.seasonId(), request.draft(), until);
        return answer(ResponseEntity.created(URI.create("/api/v1/deliberations/" + id)), view(id));
    }

    @PostMapping("/{id}/voting")
    @Operation(
            summary = "Puts the newest draft to an open vote, after the last day for comments, once all are answered")
    ResponseEntity<DeliberationView> openVoting(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Voting request) {
        sight.visible(caller, id);
        var rules = VoteViews.rules(request.quorum(), request.threshold(), request.base());
        service.openVoting(caller, id, request.number(), rules);
        return answer(ResponseEntity.ok(), view(id));
    }

    @PostMapping("/{id}/closing")
    @Operation(summary = "Closes the vote; when it adopts the draft, its words are the next version, adopted today")
    ResponseEntity<DeliberationView> close(Caller caller, @PathVariable UUID id) {
        sight.visible(caller, id);
        service.close(caller, id);
        return answer(ResponseEntity.ok(), view(id));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Ends it without an outcome")
    ResponseEntity<DeliberationView> withdraw(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody Withdrawal request) {
        sight.visible(caller, id);
        service.withdraw(caller, id, request.reason().strip());
        return answer(ResponseEntity.ok(), view(id));
    }

    private DeliberationView view(UUID id) {
        return queries.find(id).orElseThrow();
    }

    private static ResponseEntity<DeliberationView> answer(ResponseEntity.BodyBuilder response, DeliberationView view) {
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }
}
