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
import vn.thidua.cluster.compact.CompactViews.CompactSummary;
import vn.thidua.cluster.compact.CompactViews.CompactView;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.mandate.HeldMandate;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
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
     * For a live season: seasonId, title, preamble, conferenceId, capacities. For one entered after the fact also signedOn,
     * provenance and source.
     *
     * @param capacities in which leaders sign for each member, one leader each; none where one leader does for each member
     */
    record NewCompact(
            @NotNull UUID seasonId,
            @NotBlank @Size(min = 1, max = 300) String title,
            @Nullable @Size(min = 1, max = 10_000) String preamble,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @Nullable @Size(max = MOST_SIGNATORIES) List<@NotBlank @Size(min = 1, max = 100) String> capacities,
            @Nullable Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        CompactService.Content content() {
            return new CompactService.Content(
                    seasonId,
                    title.strip(),
                    stripped(preamble),
                    signedOn == null ? null : Days.checked("/signedOn", signedOn),
                    conferenceId,
                    capacities == null ? List.of() : distinct(capacities),
                    provenance == null ? null : Recording.origin(provenance, source));
        }
    }

    /** @param capacity in which the leader signs; may be left out where one leader signs for the member */
    record NewSignature(
            @NotNull UUID unitId,
            @Nullable @Size(min = 1, max = 100) String capacity,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String textSha256) {}

    /** @param capacities one for each leader that has to sign; none where one leader does without saying in which */
    record Signatories(
            @NotNull @Size(max = MOST_SIGNATORIES) List<@NotBlank @Size(min = 1, max = 100) String> capacities) {}

    /** What is left out stays as it is in the compact that is amended. */
    record Amendment(
            @Nullable @Size(min = 1, max = 300) String title,
            @Nullable @Size(min = 1, max = 10_000) String preamble,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    record Withdrawal(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private static final int MOST_SIGNATORIES = 5;

    private final CompactService service;
    private final CompactSigning signing;
    private final CompactSight sight;
    private final CompactQueries queries;
    private final Clusters clusters;
    private final Mandates mandates;

    CompactController(
            CompactService service,
            CompactSigning signing,
            CompactSight sight,
            CompactQueries queries,
            Clusters clusters,
            Mandates mandates) {
        this.service = service;
        this.signing = signing;
        this.sight = sight;
        this.queries = queries;
        this.clusters = clusters;
        this.mandates = mandates;
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
        sight.visible(caller, id);
        return answer(caller, ResponseEntity.ok(), id);
    }

    @PostMapping
    @Operation(summary = "Draws up a compact from the season's frozen targets, or records one of the past")
    ResponseEntity<CompactView> create(Caller caller, @Valid @RequestBody NewCompact request) {
        var id = service.create(caller, request.content());
        return answer(caller, ResponseEntity.created(URI.create("/api/v1/compacts/" + id)), id);
    }

    @PostMapping("/{id}/signatures")
    @Operation(summary = "Signs for a member, with the hash of the words the signer has seen")
    ResponseEntity<CompactView> sign(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewSignature request) {
        sight.visible(caller, id);
        signing.sign(caller, id, request.unitId(), stripped(request.capacity()), request.textSha256());
        return answer(caller, ResponseEntity.ok(), id);
    }

    @PutMapping("/{id}/signatories/{unitId}")
    @Operation(
            summary =
                    "Says which leaders sign for a member that nobody has signed for; If-Match is the compact's version")
    ResponseEntity<CompactView> haveSign(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Signatories request) {
        sight.visible(caller, id);
        signing.haveSign(caller, id, unitId, Versions.required(ifMatch), distinct(request.capacities()));
        return answer(caller, ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraws a compact that not all have signed")
    ResponseEntity<CompactView> withdraw(Caller caller, @PathVariable UUID id, @Valid @RequestBody Withdrawal request) {
        sight.visible(caller, id);
        service.withdraw(caller, id, request.reason());
        return answer(caller, ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/amendment")
    @Operation(
            summary =
                    "Draws up an amendment of the compact in force from the targets as they are frozen now; the old one holds until all have signed the new one")
    ResponseEntity<CompactView> amend(Caller caller, @PathVariable UUID id, @Valid @RequestBody Amendment request) {
        sight.visible(caller, id);
        var amendment = service.amend(
                caller,
                id,
                stripped(request.title()),
                stripped(request.preamble()),
                request.reason().strip());
        return answer(caller, ResponseEntity.created(URI.create("/api/v1/compacts/" + amendment)), amendment);
    }

    private static List<String> distinct(List<String> capacities) {
        var distinct = capacities.stream().map(String::strip).distinct().toList();
        if (distinct.size() < capacities.size()) {
            throw Problem.invalid(FieldError.of("/capacities", "taken")).asException();
        }
        return distinct;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private ResponseEntity<CompactView> answer(Caller caller, ResponseEntity.BodyBuilder response, UUID id) {
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
                queries.board(
                        id,
                        mandates.inForce(caller).stream().map(HeldMandate::id).toArray(UUID[]::new)),
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
