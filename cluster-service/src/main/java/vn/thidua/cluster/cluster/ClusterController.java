package vn.thidua.cluster.cluster;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Clusters. People with any mandate see all of them, agencies those whose organiser lies under their mandate. */
@RestController
@RequestMapping("/api/v1/clusters")
@Tag(name = "Clusters")
final class ClusterController {
    /** @param members how many on the day asked about */
    record ClusterView(
            @NotNull UUID id,
            @NotNull String code,
            @NotNull String name,
            @NotNull Cluster.Kind kind,
            @NotNull UUID organiserId,
            @NotNull String organiserName,
            @Nullable LocalDate foundedOn,
            int members,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    /** @param organiserId cannot be changed later */
    record ClusterContent(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,34}")
            String code,

            @NotBlank @Size(min = 1, max = 300) String name,
            @NotNull Cluster.Kind kind,
            @NotNull UUID organiserId,
            @Nullable LocalDate foundedOn,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        ClusterMembership.Content content() {
            return new ClusterMembership.Content(
                    code,
                    name.strip(),
                    kind,
                    organiserId,
                    foundedOn == null ? null : Days.checked("/foundedOn", foundedOn),
                    Recording.origin(provenance, source));
        }
    }

    private final ClusterQueries queries;
    private final ClusterMembership service;
    private final Clusters clusters;

    ClusterController(ClusterQueries queries, ClusterMembership service, Clusters clusters) {
        this.queries = queries;
        this.service = service;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Clusters; memberId finds those a unit is in on asOf, or ever was in")
    Page<ClusterView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 35) String code,
            @RequestParam(required = false) @Nullable UUID organiserId,
            @RequestParam(required = false) @Nullable UUID memberId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var typed = q == null || q.isBlank() ? null : q.strip();
        var day = asOf == null ? null : Days.checked("?asOf", asOf);
        var filter = new ClusterQueries.Filter(typed, code, organiserId, memberId, day, after, limit + 1);
        return Page.of(
                queries.list(filter, reach), limit, cluster -> cluster.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A cluster")
    ResponseEntity<ClusterView> find(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
        clusters.visible(caller, id);
        return answer(ResponseEntity.ok(), id, asOf == null ? null : Days.checked("?asOf", asOf));
    }

    @PostMapping
    @Operation(summary = "Founds a cluster; its code is unique at its organiser")
    ResponseEntity<ClusterView> create(Caller caller, @Valid @RequestBody ClusterContent request) {
        var id = service.create(caller, request.content());
        return answer(ResponseEntity.created(URI.create("/api/v1/clusters/" + id)), id, null);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a cluster, except its organiser")
    ResponseEntity<ClusterView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClusterContent request) {
        clusters.visible(caller, id);
        service.change(caller, id, Versions.required(ifMatch), request.content());
        return answer(ResponseEntity.ok(), id, null);
    }

    private ResponseEntity<ClusterView> answer(ResponseEntity.BodyBuilder response, UUID id, @Nullable LocalDate asOf) {
        var view = queries.find(id, asOf).orElseThrow();
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }
}
