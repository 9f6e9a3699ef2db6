package vn.thidua.cluster.season;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** The rules by which a cluster works and assesses in a season. Their ETag is the season's. */
@RestController
@RequestMapping("/api/v1/seasons/{id}/regulation")
@Tag(name = "Seasons")
final class RegulationController {
    private static final int NOT_YET = 0;

    /** @param number of the version, from 1 */
    record RegulationView(
            @NotNull UUID seasonId,
            int number,
            @NotNull String title,
            @Nullable String text,
            @NotNull Regulation.Status status,
            @Nullable LocalDate adoptedOn,
            @Nullable UUID conferenceId,
            Regulation.@Nullable CandidateRule candidateRule,
            Regulation.@Nullable TieRule tieRule,
            Regulation.@Nullable FiguresRule figuresRule,
            Regulation.@Nullable ResultsRule resultsRule,
            @NotNull Provenance provenance,
            @Nullable String source,
            @NotNull Instant recordedAt) {}

    /**
     * @param candidateRule may be left out for a season recorded after the fact only
     * @param tieRule may be left out for a season recorded after the fact only
     * @param figuresRule left out means that a member sees its own figures only
     * @param resultsRule left out means that the cluster sees its published rankings
     */
    record RegulationContent(
            @NotBlank @Size(min = 1, max = 500) String title,
            @Nullable @Size(min = 1, max = 100_000) String text,
            @NotNull Regulation.Status status,
            @Nullable LocalDate adoptedOn,
            @Nullable UUID conferenceId,
            Regulation.@Nullable CandidateRule candidateRule,
            Regulation.@Nullable TieRule tieRule,
            Regulation.@Nullable FiguresRule figuresRule,
            Regulation.@Nullable ResultsRule resultsRule,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        Regulation regulation() {
            return new Regulation(
                    NOT_YET,
                    title.strip(),
                    text,
                    status,
                    adoptedOn == null ? null : Days.checked("/adoptedOn", adoptedOn),
                    conferenceId,
                    candidateRule,
                    tieRule,
                    figuresRule,
                    resultsRule,
                    Recording.origin(provenance, source));
        }
    }

    private final SeasonQueries queries;
    private final RegulationService service;
    private final Seasons seasons;

    RegulationController(SeasonQueries queries, RegulationService service, Seasons seasons) {
        this.queries = queries;
        this.service = service;
        this.seasons = seasons;
    }

    @GetMapping
    @Operation(summary = "The newest version of a season's regulation")
    ResponseEntity<RegulationView> newest(Caller caller, @PathVariable UUID id) {
        seasons.visible(caller, id);
        return answer(id);
    }

    @GetMapping("/versions")
    @Operation(summary = "All versions of a season's regulation, newest first")
    Page<RegulationView> versions(Caller caller, @PathVariable UUID id) {
        seasons.visible(caller, id);
        return new Page<>(queries.regulations(id), null);
    }

    @PutMapping
    @Operation(summary = "Writes the next version of a season's regulation; If-Match is the season's version")
    ResponseEntity<RegulationView> put(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RegulationContent request) {
        seasons.visible(caller, id);
        service.put(caller, id, Versions.required(ifMatch), request.regulation());
        return answer(id);
    }

    private ResponseEntity<RegulationView> answer(UUID id) {
        var newest = queries.regulations(id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var version = queries.find(id).orElseThrow().version();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(version))
                .body(newest);
    }
}
