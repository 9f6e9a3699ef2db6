package vn.thidua.cluster.inspection;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

/** Inspections of the members of a season, with their findings. Seen by whoever sees the season. */
@RestController
@RequestMapping("/api/v1/inspections")
@Tag(name = "Inspections")
final class InspectionController {
    private static final UUID NOT_YET = new UUID(0, 0);

    record FindingView(
            @NotNull UUID id,
            @NotNull String text,
            @Nullable LocalDate dueOn,
            @NotNull Inspection.State state,
            @Nullable String remedy,
            @Nullable LocalDate remediedOn,
            @Nullable LocalDate closedOn) {
        static FindingView of(Inspection.Finding finding) {
            return new FindingView(
                    finding.id(),
                    finding.text(),
                    finding.dueOn(),
                    finding.state(),
                    finding.remedy(),
                    finding.remediedOn(),
                    finding.closedOn());
        }
    }

    /** @param unitName the member's on the day of the inspection */
    record InspectionView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull String inspector,
            @NotNull String subject,
            @NotNull LocalDate heldOn,
            @Nullable String conclusion,
            @NotNull List<@NotNull FindingView> findings,
            @Nullable String withdrawnBecause,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        InspectionView with(List<FindingView> found) {
            return new InspectionView(
                    id,
                    seasonId,
                    unitId,
                    unitName,
                    inspector,
                    subject,
                    heldOn,
                    conclusion,
                    found,
                    withdrawnBecause,
                    provenance,
                    source,
                    version);
        }
    }

    /** @param dueOn by when it has to be put right, or null */
    record NewFinding(
            @NotBlank @Size(min = 1, max = 5000) String text,
            @Nullable LocalDate dueOn) {}

    record NewInspection(
            @NotNull UUID seasonId,
            @NotNull UUID unitId,
            @NotBlank @Size(min = 1, max = 300) String inspector,
            @NotBlank @Size(min = 1, max = 500) String subject,
            @NotNull LocalDate heldOn,
            @Nullable @Size(min = 1, max = 10_000) String conclusion,
            @NotNull @Size(min = 0, max = 50) List<@NotNull @Valid NewFinding> findings,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    record Remedy(
            @NotBlank @Size(min = 1, max = 5000) String remedy,
            @NotNull LocalDate remediedOn) {}

    private final InspectionQueries queries;
    private final InspectionStore store;
    private final InspectionService service;
    private final Seasons seasons;
    private final Clusters clusters;

    InspectionController(
            InspectionQueries queries,
            InspectionStore store,
            InspectionService service,
            Seasons seasons,
            Clusters clusters) {
        this.queries = queries;
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Inspections, of a season if it is named, the newest first; withdrawn ones say why")
    Page<InspectionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var found = queries.list(seasonId, clusters.reach(caller), after, limit + 1);
        return Page.of(found, limit, one -> one.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An inspection")
    ResponseEntity<InspectionView> find(Caller caller, @PathVariable UUID id) {
        requireVisible(caller, id);
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping
    @Operation(summary = "Records an inspection of a member; that of the head is recorded by the organiser")
    ResponseEntity<InspectionView> create(Caller caller, @Valid @RequestBody NewInspection request) {
        var findings = new ArrayList<Inspection.Finding>();
        for (var finding : request.findings()) {
            var due = finding.dueOn();
            findings.add(new Inspection.Finding(
                    NOT_YET,
                    finding.text().strip(),
                    due == null ? null : Days.checked("/findings/" + findings.size() + "/dueOn", due),
                    null,
                    null,
                    null));
        }
        var id = service.record(
                caller,
                new Inspection(
                        NOT_YET,
                        request.seasonId(),
                        NOT_YET,
                        request.unitId(),
                        request.inspector().strip(),
                        request.subject().strip(),
                        Days.checked("/heldOn", request.heldOn()),
                        request.conclusion(),
                        findings,
                        null,
                        Recording.origin(request.provenance(), request.source()),
                        1));
        return answer(ResponseEntity.created(URI.create("/api/v1/inspections/" + id)), id);
    }

    @PostMapping("/{id}/findings/{findingId}/remedy")
    @Operation(summary = "Says what the member did about a finding; anew while it is not closed")
    ResponseEntity<InspectionView> remedy(
            Caller caller, @PathVariable UUID id, @PathVariable UUID findingId, @Valid @RequestBody Remedy request) {
        requireVisible(caller, id);
        service.remedy(
                caller, id, findingId, request.remedy().strip(), Days.checked("/remediedOn", request.remediedOn()));
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/findings/{findingId}/closing")
    @Operation(summary = "Agrees that a finding has been put right; the head's own is closed by the organiser")
    ResponseEntity<InspectionView> close(Caller caller, @PathVariable UUID id, @PathVariable UUID findingId) {
        requireVisible(caller, id);
        service.close(caller, id, findingId);
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Takes back an inspection that was recorded wrongly, with the reason; it stays to be read")
    ResponseEntity<InspectionView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        requireVisible(caller, id);
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
        return answer(ResponseEntity.ok(), id);
    }

    private void requireVisible(Caller caller, UUID id) {
        clusters.reach(caller);
        var season = store.seasonOf(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        seasons.visible(caller, season);
    }

    private ResponseEntity<InspectionView> answer(ResponseEntity.BodyBuilder response, UUID id) {
        var view = queries.find(id).orElseThrow();
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }
}
