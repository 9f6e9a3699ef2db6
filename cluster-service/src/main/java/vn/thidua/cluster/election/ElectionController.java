package vn.thidua.cluster.election;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
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
import vn.thidua.cluster.election.ElectionViews.ElectionView;
import vn.thidua.cluster.vote.Rules.Base;
import vn.thidua.cluster.vote.VoteViews;
import vn.thidua.cluster.vote.VoteViews.Share;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Elections. People with any mandate see all of them, agencies those of the organisers under their mandate. */
@RestController
@RequestMapping("/api/v1/elections")
@Tag(name = "Elections")
final class ElectionController {
    /**
     * @param quorum share of the members that must cast a ballot
     * @param threshold share of {@code base} that the first must reach
     */
    record NewElection(
            @NotNull UUID conferenceId,
            @NotNull UUID seasonId,
            @NotBlank @Size(min = 1, max = 300) String title,
            @NotEmpty @Size(min = 1, max = 100) List<@NotNull UUID> candidates,
            @NotNull @Valid Share quorum,
            @NotNull @Valid Share threshold,
            @NotNull Base base) {}

    record Voiding(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final ElectionService service;
    private final ElectionQueries queries;
    private final ElectionSight sight;
    private final Clusters clusters;

    ElectionController(ElectionService service, ElectionQueries queries, ElectionSight sight, Clusters clusters) {
        this.service = service;
        this.queries = queries;
        this.sight = sight;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Elections, newest first")
    Page<ElectionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID conferenceId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var found = queries.list(new ElectionQueries.Filter(seasonId, conferenceId, after, limit + 1), reach).stream()
                .map(ElectionView::of)
                .toList();
        return Page.of(found, limit, election -> election.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An election: while it is open who has voted, after the count the votes")
    ResponseEntity<ElectionView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), sight.visible(caller, id));
    }

    @PostMapping
    @Operation(summary = "Draws up an election of the leading unit; a wrong one is voided and drawn up anew")
    ResponseEntity<ElectionView> draw(Caller caller, @Valid @RequestBody NewElection request) {
        var id = service.draw(
                caller,
                new ElectionService.Draft(
                        request.conferenceId(),
                        request.seasonId(),
                        request.title().strip(),
                        request.candidates(),
                        VoteViews.rules(request.quorum(), request.threshold(), request.base())));
        return answer(ResponseEntity.created(URI.create("/api/v1/elections/" + id)), row(id));
    }

    @PostMapping("/{id}/opening")
    @Operation(summary = "Opens the session: voters are fixed, ballots may be cast")
    ResponseEntity<ElectionView> open(Caller caller, @PathVariable UUID id) {
        sight.visible(caller, id);
        service.open(caller, id);
        return answer(ResponseEntity.ok(), row(id));
    }

    @PostMapping("/{id}/closing")
    @Operation(summary = "Closes the session and counts; afterwards its key is destroyed")
    ResponseEntity<ElectionView> close(Caller caller, @PathVariable UUID id) {
        sight.visible(caller, id);
        service.close(caller, id);
        return answer(ResponseEntity.ok(), row(id));
    }

    @PostMapping("/{id}/voiding")
    @Operation(summary = "Ends an election without a count; no ballot is ever read then")
    ResponseEntity<ElectionView> makeVoid(Caller caller, @PathVariable UUID id, @Valid @RequestBody Voiding request) {
        sight.visible(caller, id);
        service.makeVoid(caller, id, request.reason());
        return answer(ResponseEntity.ok(), row(id));
    }

    private ElectionQueries.Row row(UUID id) {
        return queries.find(id).orElseThrow();
    }

    private static ResponseEntity<ElectionView> answer(ResponseEntity.BodyBuilder response, ElectionQueries.Row row) {
        return response.header(HttpHeaders.ETAG, Versions.etag(row.version())).body(ElectionView.of(row));
    }
}
