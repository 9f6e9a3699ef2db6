package vn.thidua.cluster.compact;

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
import java.time.Instant;
import java.time.LocalDate;
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
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Compacts. People with any mandate see all of them, agencies those of the organisers under their mandate. */
@RestController
@RequestMapping("/api/v1/compacts")
@Tag(name = "Compacts")
final class CompactController {
    /**
     * A compact without its words.
     *
     * @param textSha256 of what is signed; null for one recorded after the fact
     * @param amendsId the compact it amends; null for a season's first
     * @param members how many have to sign
     * @param signatures how many have
     */
    record CompactSummary(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID clusterId,
            @NotNull Compact.Mode mode,
            @NotNull String title,
            @NotNull Compact.Status status,
            @Nullable String textSha256,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @Nullable UUID amendsId,
            int members,
            int signatures,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    /**
     * A member on the board.
     *
     * @param signedAt null while the signature is missing
     * @param signedBy the signer's name; null while missing, and when the person's data was erased
     */
    record Signature(
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable Instant signedAt,
            @Nullable String signedBy) {}

    /**
     * A compact with its words and the board of signatures.
     *
     * @param text what is signed, as it is hashed
     * @param targetsSha256 of the frozen targets the text was made of
     * @param targetsChanged whether the season's targets were amended since, so that the text is of older ones
     * @param amendsId the compact it amends, with the reason beside it; null for a season's first
     */
    record CompactView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID clusterId,
            @NotNull Compact.Mode mode,
            @NotNull String title,
            @Nullable String preamble,
            @Nullable String text,
            @Nullable String textSha256,
            @Nullable String targetsSha256,
            @NotNull Compact.Status status,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @NotNull List<Signature> board,
            boolean targetsChanged,
            @Nullable UUID amendsId,
            @Nullable String amendmentReason,
            @Nullable String withdrawReason,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    /**
     * For a live season: seasonId, title, preamble, conferenceId. For one entered after the fact also signedOn, provenance and
     * source.
     */
    record NewCompact(
            @NotNull UUID seasonId,
            @NotBlank @Size(min = 1, max = 300) String title,
            @Nullable @Size(min = 1, max = 10_000) String preamble,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @Nullable Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        CompactService.Content content() {
            return new CompactService.Content(
                    seasonId,
                    title.strip(),
                    stripped(preamble),
                    signedOn == null ? null : Days.checked("/signedOn", signedOn),
                    conferenceId,
                    provenance == null ? null : Recording.origin(provenance, source));
        }
    }

    record NewSignature(
            @NotNull UUID unitId,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String textSha256) {}

    /** What is left out stays as it is in the compact that is amended. */
    record Amendment(
            @Nullable @Size(min = 1, max = 300) String title,
            @Nullable @Size(min = 1, max = 10_000) String preamble,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    record Withdrawal(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final CompactService service;
    private final CompactQueries queries;
    private final Clusters clusters;

    CompactController(CompactService service, CompactQueries queries, Clusters clusters) {
        this.service = service;
        this.queries = queries;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Compacts, newest first")
    Page<CompactSummary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        return Page.of(
                queries.list(seasonId, after, limit + 1, reach),
                limit,
                compact -> compact.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A compact with its words and who has signed them")
    ResponseEntity<CompactView> find(Caller caller, @PathVariable UUID id) {
        requireVisible(caller, id);
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping
    @Operation(summary = "Draws up a compact from the season's frozen targets, or records one of the past")
    ResponseEntity<CompactView> create(Caller caller, @Valid @RequestBody NewCompact request) {
        var id = service.create(caller, request.content());
        return answer(ResponseEntity.created(URI.create("/api/v1/compacts/" + id)), id);
    }

    @PostMapping("/{id}/signatures")
    @Operation(summary = "Signs for a member, with the hash of the words the signer has seen")
    ResponseEntity<CompactView> sign(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewSignature request) {
        requireVisible(caller, id);
        service.sign(caller, id, request.unitId(), request.textSha256());
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraws a compact that not all have signed")
    ResponseEntity<CompactView> withdraw(Caller caller, @PathVariable UUID id, @Valid @RequestBody Withdrawal request) {
        requireVisible(caller, id);
        service.withdraw(caller, id, request.reason());
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/amendment")
    @Operation(
            summary =
                    "Draws up an amendment of the compact in force from the targets as they are frozen now; the old one holds until all have signed the new one")
    ResponseEntity<CompactView> amend(Caller caller, @PathVariable UUID id, @Valid @RequestBody Amendment request) {
        requireVisible(caller, id);
        var amendment = service.amend(
                caller,
                id,
                stripped(request.title()),
                stripped(request.preamble()),
                request.reason().strip());
        return answer(ResponseEntity.created(URI.create("/api/v1/compacts/" + amendment)), amendment);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void requireVisible(Caller caller, UUID id) {
        clusters.reach(caller);
        var found = queries.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        clusters.visible(caller, found.clusterId());
    }

    private ResponseEntity<CompactView> answer(ResponseEntity.BodyBuilder response, UUID id) {
        var known = queries.find(id).orElseThrow();
        var words = queries.words(id);
        var view = new CompactView(
                known.id(),
                known.seasonId(),
                known.clusterId(),
                known.mode(),
                known.title(),
                words.preamble(),
                words.text(),
                known.textSha256(),
                words.targetsSha256(),
                known.status(),
                known.signedOn(),
                known.conferenceId(),
                queries.board(id),
                words.targetsSha256() != null && queries.targetsChanged(id),
                known.amendsId(),
                words.amendmentReason(),
                words.withdrawReason(),
                known.provenance(),
                known.source(),
                known.version());
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }
}
