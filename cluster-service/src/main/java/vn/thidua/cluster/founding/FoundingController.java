package vn.thidua.cluster.founding;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Versions;

/** By which decision a cluster was founded. Whoever sees the cluster sees it, and its scan. */
@RestController
@RequestMapping("/api/v1/clusters/{id}/founding-decision")
@Tag(name = "Clusters")
final class FoundingController {
    /**
     * @param issuerName of the issuing unit on the day of the decision, where it is known here
     * @param fileId its scan, at {@code /api/v1/files/cluster}
     */
    record FoundingView(
            @NotNull String number,
            @NotNull LocalDate decidedOn,
            @NotNull String issuedBy,
            @Nullable UUID issuerUnitId,
            @Nullable String issuerName,
            @Nullable UUID fileId,
            @Nullable String fileName,
            @Nullable String fileSha256) {}

    /** @param decision null where none is recorded */
    record FoundingOfCluster(@Nullable FoundingView decision, long version) {}

    /**
     * @param issuedBy the authority as printed
     * @param fileId the scan, brought in by the caller: a PDF or a picture
     * @param reason why it is changed; left out for the first
     */
    record FoundingContent(
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotNull LocalDate decidedOn,
            @NotBlank @Size(min = 1, max = 300) String issuedBy,
            @Nullable UUID issuerUnitId,
            @Nullable UUID fileId,
            @Nullable @Size(min = 1, max = 1000) String reason) {
        FoundingDecision decision() {
            return new FoundingDecision(
                    number.strip(), Days.checked("/decidedOn", decidedOn), issuedBy.strip(), issuerUnitId, fileId);
        }
    }

    private final FoundingStore store;
    private final FoundingDecisions service;
    private final Clusters clusters;

    FoundingController(FoundingStore store, FoundingDecisions service, Clusters clusters) {
        this.store = store;
        this.service = service;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "By which decision the cluster was founded, where that is recorded")
    ResponseEntity<FoundingOfCluster> find(Caller caller, @PathVariable UUID id) {
        clusters.visible(caller, id);
        return answer(id);
    }

    @PutMapping
    @Operation(summary = "Records it, or changes it with a reason; If-Match is its own version, 0 for the first")
    ResponseEntity<FoundingOfCluster> put(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FoundingContent request) {
        var cluster = clusters.visible(caller, id);
        var reason = request.reason() == null || request.reason().isBlank()
                ? null
                : request.reason().strip();
        service.put(caller, cluster, Versions.required(ifMatch), request.decision(), reason, "");
        return answer(id);
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Takes it back, as another decision or none founded the cluster; If-Match is its own version")
    ResponseEntity<FoundingOfCluster> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        var cluster = clusters.visible(caller, id);
        service.withdraw(caller, cluster, Versions.required(ifMatch), request.reason());
        return answer(id);
    }

    private ResponseEntity<FoundingOfCluster> answer(UUID id) {
        var version = store.of(id).version();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(version))
                .body(new FoundingOfCluster(store.view(id).orElse(null), version));
    }
}
