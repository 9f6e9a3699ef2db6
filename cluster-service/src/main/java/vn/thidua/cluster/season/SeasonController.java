package vn.thidua.cluster.season;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Seasons. Seen by whoever sees their cluster. */
@RestController
@RequestMapping("/api/v1/seasons")
@Tag(name = "Seasons")
final class SeasonController {
    /** @param to last day of the season */
    record SeasonView(
            @NotNull UUID id,
            @NotNull UUID clusterId,
            @NotNull String clusterName,
            @NotNull UUID organiserId,
            @NotNull String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Season.Mode mode,
            @NotNull Season.State state,
            @Nullable String closeReason,
            @NotNull List<HeadshipController.HeadshipView> headships,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        SeasonView withHeadships(List<HeadshipController.HeadshipView> leading) {
            return new SeasonView(
                    id,
                    clusterId,
                    clusterName,
                    organiserId,
                    name,
                    from,
                    to,
                    mode,
                    state,
                    closeReason,
                    leading,
                    provenance,
                    source,
                    version);
        }
    }

    /**
     * @param clusterId cannot be changed later
     * @param to last day of the season
     * @param mode cannot be changed later
     */
    record SeasonContent(
            @NotNull UUID clusterId,
            @NotBlank @Size(min = 1, max = 100) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Season.Mode mode,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        SeasonService.Content content() {
            return new SeasonService.Content(
                    clusterId,
                    name.strip(),
                    Days.checked("/from", from),
                    Days.checked("/to", to).plusDays(1),
                    mode,
                    Recording.origin(provenance, source));
        }
    }

    /** @param to last day of the season */
    record SeasonCopy(
            @NotBlank @Size(min = 1, max = 100) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    private final SeasonQueries queries;
    private final SeasonService service;
    private final SeasonCopying copying;
    private final Seasons seasons;
    private final Clusters clusters;

    SeasonController(
            SeasonQueries queries, SeasonService service, SeasonCopying copying, Seasons seasons, Clusters clusters) {
        this.queries = queries;
        this.service = service;
        this.copying = copying;
        this.seasons = seasons;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Seasons, newest first; asOf finds those that run on a day")
    Page<SeasonView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID clusterId,
            @RequestParam(required = false) @Nullable @Size(max = 100) String name,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var day = asOf == null ? null : Days.checked("?asOf", asOf);
        var filter = new SeasonQueries.Filter(clusterId, name, day, after, limit + 1);
        return Page.of(queries.list(filter, reach), limit, season -> season.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A season with who leads it")
    ResponseEntity<SeasonView> find(Caller caller, @PathVariable UUID id) {
        seasons.visible(caller, id);
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping
    @Operation(summary = "Plans a season, or records one; its name is unique in its cluster")
    ResponseEntity<SeasonView> create(Caller caller, @Valid @RequestBody SeasonContent request) {
        var id = service.create(caller, request.content());
        return answer(ResponseEntity.created(URI.create("/api/v1/seasons/" + id)), id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a season, except its cluster and mode")
    ResponseEntity<SeasonView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SeasonContent request) {
        seasons.visible(caller, id);
        service.change(caller, id, Versions.required(ifMatch), request.content());
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/copies")
    @Operation(
            summary =
                    "Plans a live season of the same cluster from this one: regulation as draft, key tasks, head by rotation")
    ResponseEntity<SeasonView> copy(Caller caller, @PathVariable UUID id, @Valid @RequestBody SeasonCopy request) {
        var from = seasons.visible(caller, id);
        var content = new SeasonService.Content(
                from.clusterId(),
                request.name().strip(),
                Days.checked("/from", request.from()),
                Days.checked("/to", request.to()).plusDays(1),
                Season.Mode.LIVE,
                Recording.origin(request.provenance(), request.source()));
        var copied = copying.copy(caller, id, content);
        return answer(ResponseEntity.created(URI.create("/api/v1/seasons/" + copied)), copied);
    }

    private ResponseEntity<SeasonView> answer(ResponseEntity.BodyBuilder response, UUID id) {
        var view = queries.find(id).orElseThrow();
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }
}
