package vn.thidua.cluster.exemplar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.exemplar.Exemplar.Level;
import vn.thidua.cluster.exemplar.Exemplar.State;
import vn.thidua.cluster.exemplar.Exemplar.Subject;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarCard;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarView;
import vn.thidua.cluster.exemplar.ExemplarViews.NameablePerson;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Exemplars: found, proposed and written. */
@RestController
@RequestMapping("/api/v1/exemplars")
@Tag(name = "Exemplars")
final class ExemplarController {
    /**
     * @param unitId stays afterwards
     * @param personId somebody who works for the unit, instead of a name
     * @param name of the person, collective or household
     * @param place where the household lives; of a household only
     * @param story paragraphs of plain text
     * @param pictureId a JPEG or PNG that the caller brought in at {@code /api/v1/files/cluster}
     */
    record ExemplarContent(
            @NotNull UUID unitId,
            @Nullable UUID movementId,
            @NotNull Subject subject,
            @Nullable UUID personId,
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Size(min = 1, max = 300) String place,
            @NotBlank @Size(min = 1, max = 300) String title,
            @NotBlank @Size(min = 1, max = 20_000) String story,
            @Nullable @Size(min = 1, max = 200) String field,
            @NotNull Level level,
            @Min(1900) @Max(2200) int year,
            @Nullable UUID pictureId) {
        Proposal proposal() {
            return new Proposal(
                    movementId,
                    subject,
                    personId,
                    stripped(field),
                    level,
                    year,
                    pictureId,
                    new Exemplar.Words(stripped(name), stripped(place), title.strip(), story.strip()));
        }
    }

    private final ExemplarService service;
    private final ExemplarQueries queries;
    private final ExemplarSight sight;
    private final Mandates mandates;

    ExemplarController(ExemplarService service, ExemplarQueries queries, ExemplarSight sight, Mandates mandates) {
        this.service = service;
        this.queries = queries;
        this.sight = sight;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Exemplars, the newest first; those not published only for whoever may act for their unit")
    Page<ExemplarCard> list(
            Caller caller,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Subject subject,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID movementId,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var filter =
                new ExemplarQueries.Filter(state, subject, unitId, movementId, year, stripped(q), after, limit + 1);
        return Page.of(
                queries.list(filter, sight.of(caller)),
                limit,
                exemplar -> exemplar.id().toString());
    }

    @GetMapping("/people")
    @Operation(summary = "Who works for a unit and may be named as its exemplar; for whoever proposes for the unit")
    Page<NameablePerson> people(
            Caller caller,
            @RequestParam UUID unitId,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        mandates.require(caller, Ability.EXEMPLARS_WRITE.permission(), unitId);
        return Page.of(
                queries.people(unitId, stripped(q), after, limit + 1),
                limit,
                person -> person.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An exemplar with its story, who stands for it, and how many units do likewise")
    ResponseEntity<ExemplarView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), caller, id);
    }

    @PostMapping
    @Operation(summary = "Proposes an exemplar for a unit")
    ResponseEntity<ExemplarView> propose(Caller caller, @Valid @RequestBody ExemplarContent request) {
        sight.of(caller);
        var id = service.propose(caller, request.unitId(), request.proposal());
        return answer(ResponseEntity.created(URI.create("/api/v1/exemplars/" + id)), caller, id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Writes an exemplar anew while it is proposed; for whoever proposed it")
    ResponseEntity<ExemplarView> rewrite(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ExemplarContent request) {
        Recording.requireSame("/unitId", sight.visible(caller, id).unitId(), request.unitId());
        service.rewrite(caller, id, Versions.required(ifMatch), request.proposal());
        return answer(ResponseEntity.ok(), caller, id);
    }

    private ResponseEntity<ExemplarView> answer(ResponseEntity.BodyBuilder response, Caller caller, UUID id) {
        var view = sight.visible(caller, id);
        return response.header(HttpHeaders.ETAG, Versions.etag(view.version())).body(view);
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
