package vn.thidua.cluster.season;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Who leads a season, and a cluster over time. */
@RestController
@Tag(name = "Seasons")
final class HeadshipController {
    /**
     * @param unitName at the season's beginning
     * @param from the day of the handing over, else the season's first
     * @param to the season's last day
     */
    record HeadshipView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull String seasonName,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull Headship.Role role,
            @NotNull Headship.How how,
            @Nullable UUID conferenceId,
            @Nullable LocalDate handedOverOn,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable String representative,
            @NotNull Provenance provenance,
            @Nullable String source) {}

    /** @param representative who speaks for the unit, as printed */
    record NewHeadship(
            @NotNull UUID unitId,
            @NotNull Headship.Role role,
            @NotNull Headship.How how,
            @Nullable UUID conferenceId,
            @Nullable LocalDate handedOverOn,
            @Nullable @Size(min = 1, max = 300) String representative,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    /** @param representative who speaks for the unit, as printed */
    record HeadshipCorrected(
            @NotNull UUID unitId,
            @NotNull Headship.Role role,
            @NotNull Headship.How how,
            @Nullable UUID conferenceId,
            @Nullable LocalDate handedOverOn,
            @Nullable @Size(min = 1, max = 300) String representative,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private static final UUID NOT_YET = new UUID(0, 0);

    private final SeasonQueries queries;
    private final SeasonService service;
    private final HeadshipCorrection correction;
    private final Seasons seasons;
    private final Clusters clusters;

    HeadshipController(
            SeasonQueries queries,
            SeasonService service,
            HeadshipCorrection correction,
            Seasons seasons,
            Clusters clusters) {
        this.queries = queries;
        this.service = service;
        this.correction = correction;
        this.seasons = seasons;
        this.clusters = clusters;
    }

    @GetMapping("/api/v1/seasons/{id}/headships")
    @Operation(
            summary =
                    "Who leads a season: the head, the deputies, then who else is of the standing group; empty while nobody is known")
    Page<HeadshipView> ofSeason(Caller caller, @PathVariable UUID id) {
        seasons.visible(caller, id);
        return new Page<>(queries.headships(id), null);
    }

    @GetMapping("/api/v1/clusters/{id}/headships")
    @Operation(summary = "Who leads a cluster on a day, for each of its seasons; without asOf everybody there ever was")
    Page<HeadshipView> ofCluster(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
        clusters.visible(caller, id);
        var day = asOf == null ? null : Days.checked("?asOf", asOf);
        return new Page<>(queries.headshipsOfCluster(id, day), null);
    }

    @PostMapping("/api/v1/seasons/{id}/headships")
    @Operation(
            summary =
                    "Records a head, a deputy or a unit of the standing group; one head a season, any number of the others")
    ResponseEntity<HeadshipView> appoint(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewHeadship request) {
        seasons.visible(caller, id);
        var handedOver = request.handedOverOn();
        var named = new Headship(
                NOT_YET,
                request.unitId(),
                request.role(),
                request.how(),
                request.conferenceId(),
                handedOver == null ? null : Days.checked("/handedOverOn", handedOver),
                request.representative(),
                Recording.origin(request.provenance(), request.source()));
        var headship = service.appoint(caller, id, named);
        return ResponseEntity.created(URI.create("/api/v1/seasons/" + id + "/headships"))
                .body(view(id, headship));
    }

    @PutMapping("/api/v1/seasons/{id}/headships/{headshipId}")
    @Operation(
            summary =
                    "Corrects what was recorded wrongly of a head, a deputy or the standing group; If-Match is the season's version")
    HeadshipView correct(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID headshipId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody HeadshipCorrected request) {
        seasons.visible(caller, id);
        var handedOver = request.handedOverOn();
        var corrected = new Headship(
                headshipId,
                request.unitId(),
                request.role(),
                request.how(),
                request.conferenceId(),
                handedOver == null ? null : Days.checked("/handedOverOn", handedOver),
                request.representative(),
                Recording.origin(request.provenance(), request.source()));
        correction.correct(caller, id, Versions.required(ifMatch), corrected, request.reason());
        return view(id, headshipId);
    }

    @PostMapping("/api/v1/seasons/{id}/headships/{headshipId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Takes back a head, a deputy or a unit of the standing group that never was; If-Match is the season's version")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID headshipId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        seasons.visible(caller, id);
        correction.withdraw(caller, id, headshipId, Versions.required(ifMatch), request.reason());
    }

    private HeadshipView view(UUID seasonId, UUID headshipId) {
        return queries.headships(seasonId).stream()
                .filter(h -> h.id().equals(headshipId))
                .findFirst()
                .orElseThrow();
    }
}
