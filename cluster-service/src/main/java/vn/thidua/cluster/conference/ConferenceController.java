package vn.thidua.cluster.conference;

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
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Conferences. Seen by whoever sees their cluster. */
@RestController
@RequestMapping("/api/v1/conferences")
@Tag(name = "Conferences")
final class ConferenceController {
    record PurposeView(
            @NotNull UUID conferenceId,
            @NotNull Conference.Purpose purpose,
            @NotNull UUID seasonId,
            @NotNull String seasonName) {}

    record ConferenceView(
            @NotNull UUID id,
            @NotNull UUID clusterId,
            @NotNull LocalDate heldOn,
            @Nullable String startsAt,
            @NotNull String place,
            @Nullable UUID hostUnitId,
            @Nullable String hostUnitName,
            @NotNull String title,
            @NotNull List<PurposeView> purposes,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        ConferenceView withPurposes(List<PurposeView> served) {
            return new ConferenceView(
                    id,
                    clusterId,
                    heldOn,
                    startsAt,
                    place,
                    hostUnitId,
                    hostUnitName,
                    title,
                    served,
                    provenance,
                    source,
                    version);
        }
    }

    /** A conference with everything that was noted of it. */
    record ConferenceMinutes(
            @NotNull UUID id,
            @NotNull UUID clusterId,
            @NotNull LocalDate heldOn,
            @Nullable String startsAt,
            @NotNull String place,
            @Nullable UUID hostUnitId,
            @Nullable String hostUnitName,
            @NotNull String title,
            @NotNull List<PurposeView> purposes,
            @NotNull List<AgendaController.AgendaItemView> agenda,
            @NotNull List<ConferenceListController.AttendanceView> attendances,
            @NotNull List<ConferenceListController.PaperView> papers,
            @NotNull List<ConferenceListController.ResolutionView> resolutions,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    record PurposeContent(
            @NotNull Conference.Purpose purpose, @NotNull UUID seasonId) {}

    /**
     * @param clusterId cannot be changed later
     * @param startsAt hour and minute, or null when nobody said
     */
    record ConferenceContent(
            @NotNull UUID clusterId,
            @NotNull LocalDate heldOn,
            @Nullable @Pattern(regexp = HourOfDay.FORM) String startsAt,
            @NotBlank @Size(min = 1, max = 300) String place,
            @Nullable UUID hostUnitId,
            @NotBlank @Size(min = 1, max = 500) String title,
            @NotNull @Size(min = 0, max = 30) List<@NotNull @Valid PurposeContent> purposes,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        ConferenceService.Content content() {
            return new ConferenceService.Content(
                    clusterId,
                    Days.checked("/heldOn", heldOn),
                    HourOfDay.read(startsAt),
                    place.strip(),
                    hostUnitId,
                    title.strip(),
                    purposes.stream()
                            .map(p -> new Conference.Serving(p.purpose(), p.seasonId()))
                            .toList(),
                    Recording.origin(provenance, source));
        }
    }

    private final ConferenceQueries queries;
    private final ConferenceService service;
    private final Conferences conferences;
    private final Clusters clusters;

    ConferenceController(
            ConferenceQueries queries, ConferenceService service, Conferences conferences, Clusters clusters) {
        this.queries = queries;
        this.service = service;
        this.conferences = conferences;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Conferences of a cluster or season, newest first")
    Page<ConferenceView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID clusterId,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = clusters.reach(caller);
        var filter = new ConferenceQueries.Filter(clusterId, seasonId, after, limit + 1);
        return Page.of(
                queries.list(filter, reach),
                limit,
                conference -> conference.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A conference with agenda, attendances, papers and resolutions")
    ResponseEntity<ConferenceMinutes> find(Caller caller, @PathVariable UUID id) {
        conferences.visible(caller, id);
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping
    @Operation(summary = "Calls or records a conference; the same title on the same day is there once")
    ResponseEntity<ConferenceMinutes> create(Caller caller, @Valid @RequestBody ConferenceContent request) {
        var id = service.create(caller, request.content());
        return answer(ResponseEntity.created(URI.create("/api/v1/conferences/" + id)), id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a conference, except its cluster")
    ResponseEntity<ConferenceMinutes> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ConferenceContent request) {
        conferences.visible(caller, id);
        service.change(caller, id, Versions.required(ifMatch), request.content());
        return answer(ResponseEntity.ok(), id);
    }

    private ResponseEntity<ConferenceMinutes> answer(ResponseEntity.BodyBuilder response, UUID id) {
        var found = queries.minutes(id);
        return response.header(HttpHeaders.ETAG, Versions.etag(found.version())).body(found);
    }
}
