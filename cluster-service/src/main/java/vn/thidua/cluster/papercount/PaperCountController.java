package vn.thidua.cluster.papercount;

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
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.papercount.PaperPoll.Kind;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Counts of votes held on paper. Whoever sees the cluster sees them, and their scanned minutes. */
@RestController
@RequestMapping("/api/v1/paper-counts")
@Tag(name = "Paper counts")
final class PaperCountController {
    /** A rejected one stays to be read, with the reason. */
    enum Status {
        RECORDED,
        CONFIRMED,
        REJECTED
    }

    /** @param option a candidate's id, or FOR, AGAINST, ABSTAIN */
    record VotesView(@NotNull String option, int votes) {}

    /**
     * A count.
     *
     * @param pollId the election or deliberation
     * @param fileId the scan of the signed minutes, at {@code /api/v1/files/cluster}
     * @param recordedBy the teller's name; null when the person's data was erased
     * @param judgedAt when the second teller confirmed it, or a teller rejected it; null until then
     */
    record PaperCountView(
            @NotNull UUID id,
            @NotNull UUID clusterId,
            @NotNull PaperPoll.Kind kind,
            @NotNull UUID pollId,
            int eligible,
            int issued,
            int collected,
            int valid,
            int invalid,
            int blank,
            @NotNull List<VotesView> votes,
            @NotNull UUID fileId,
            @NotNull String fileName,
            @NotNull String fileSha256,
            @NotNull Status status,
            @Nullable String reason,
            @NotNull Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable Instant judgedAt,
            @Nullable String judgedBy) {}

    /** @param option a candidate's id, or FOR, AGAINST, ABSTAIN */
    record Votes(
            @NotBlank @Size(min = 1, max = 40) String option,
            @Min(0) @Max(1000) int votes) {}

    /**
     * @param issued ballots handed out, at most one a member
     * @param collected ballots that came back: valid and invalid ones
     * @param blank valid ballots for nobody; with the votes they make up the valid ones
     * @param votes one entry for everything that could be chosen
     * @param fileId the scan of the signed minutes, brought in by the caller: a PDF or a picture
     */
    record NewPaperCount(
            @NotNull Kind kind,
            @NotNull UUID pollId,
            @Min(1) @Max(1000) int issued,
            @Min(0) @Max(1000) int collected,
            @Min(0) @Max(1000) int valid,
            @Min(0) @Max(1000) int invalid,
            @Min(0) @Max(1000) int blank,
            @NotEmpty @Size(min = 1, max = 100) List<@NotNull @Valid Votes> votes,
            @NotNull UUID fileId) {
        PaperCount count() {
            var byOption = new TreeMap<String, Integer>();
            for (int i = 0; i < votes.size(); i++) {
                if (byOption.put(votes.get(i).option(), votes.get(i).votes()) != null) {
                    throw Problem.invalid(FieldError.of("/votes/" + i + "/option", "taken"))
                            .asException();
                }
            }
            return new PaperCount(issued, collected, valid, invalid, blank, byOption);
        }
    }

    record Rejection(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final PaperCounts service;
    private final PaperCountQueries queries;
    private final Clusters clusters;

    PaperCountController(PaperCounts service, PaperCountQueries queries, Clusters clusters) {
        this.service = service;
        this.queries = queries;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Counts of votes on paper, newest first: those that stand, and those that were rejected")
    Page<PaperCountView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID pollId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var found = queries.list(new PaperCountQueries.Filter(pollId, after, limit + 1), reach);
        return Page.of(found, limit, count -> count.id().toString());
    }

    @PostMapping
    @Operation(summary = "Records what was counted on paper, with the signed minutes; for tellers")
    ResponseEntity<PaperCountView> record(Caller caller, @Valid @RequestBody NewPaperCount request) {
        clusters.reach(caller);
        var id = service.record(caller, request.kind(), request.pollId(), request.count(), request.fileId());
        return ResponseEntity.created(URI.create("/api/v1/paper-counts/" + id))
                .body(queries.find(id).orElseThrow());
    }

    @PostMapping("/{id}/confirmation")
    @Operation(summary = "Confirms a count that another teller recorded: the vote is decided by it")
    PaperCountView confirm(Caller caller, @PathVariable UUID id) {
        requireVisible(caller, id);
        service.confirm(caller, id);
        return queries.find(id).orElseThrow();
    }

    @PostMapping("/{id}/rejection")
    @Operation(summary = "Rejects a count before it is confirmed, with the reason; another may be recorded")
    PaperCountView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection request) {
        requireVisible(caller, id);
        service.reject(caller, id, request.reason().strip());
        return queries.find(id).orElseThrow();
    }

    private void requireVisible(Caller caller, UUID id) {
        clusters.reach(caller);
        var found = queries.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        clusters.visible(caller, found.clusterId());
    }
}
