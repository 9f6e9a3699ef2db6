package vn.thidua.cluster.congress;

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
import vn.thidua.cluster.congress.CongressViews.CongressDetails;
import vn.thidua.cluster.congress.CongressViews.CongressView;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Congresses. People with any mandate see all of them, agencies those of the units under theirs. */
@RestController
@RequestMapping("/api/v1/congresses")
@Tag(name = "Congresses")
final class CongressController {
    /**
     * @param unitId who holds it; stays afterwards
     * @param termFrom first year of the term, which lasts five years
     */
    record CongressContent(
            @NotNull UUID unitId,
            @Min(1900) @Max(2195) int termFrom,
            @NotNull LocalDate heldOn,
            @NotBlank @Size(min = 1, max = 300) String place,
            @NotBlank @Size(min = 1, max = 500) String theme) {
        private static final UUID NOT_YET = new UUID(0, 0);

        Congress congress() {
            return new Congress(
                    NOT_YET,
                    unitId,
                    termFrom,
                    Days.checked("/heldOn", heldOn),
                    place.strip(),
                    theme.strip(),
                    Congress.State.PREPARING,
                    1);
        }
    }

    record AllottedDelegates(
            @NotNull UUID unitId, @Min(1) @Max(1000) int delegates) {}

    /** @param allotments of every unit that may send delegates */
    record AllotmentContent(@NotNull @Size(max = 1000) List<@NotNull @Valid AllottedDelegates> allotments) {}

    private final CongressService service;
    private final CongressQueries queries;
    private final Clusters clusters;

    CongressController(CongressService service, CongressQueries queries, Clusters clusters) {
        this.service = service;
        this.queries = queries;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Congresses, the newest first")
    Page<CongressView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var found = queries.list(unitId, after, limit + 1, clusters.reach(caller));
        return Page.of(found, limit, congress -> congress.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A congress, how many delegates each unit may send, and what it resolved")
    ResponseEntity<CongressDetails> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), caller, id);
    }

    @PostMapping
    @Operation(summary = "Prepares a congress of a unit; one a term")
    ResponseEntity<CongressDetails> prepare(Caller caller, @Valid @RequestBody CongressContent request) {
        clusters.reach(caller);
        var id = service.prepare(caller, request.congress());
        return answer(ResponseEntity.created(URI.create("/api/v1/congresses/" + id)), caller, id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a congress while it is prepared")
    ResponseEntity<CongressDetails> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CongressContent request) {
        visible(caller, id);
        service.change(caller, id, Versions.required(ifMatch), request.congress());
        return answer(ResponseEntity.ok(), caller, id);
    }

    @PutMapping("/{id}/allotments")
    @Operation(summary = "Says how many delegates each unit may send")
    ResponseEntity<CongressDetails> allot(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AllotmentContent request) {
        visible(caller, id);
        var allotments = request.allotments().stream()
                .map(one -> new CongressStore.Allotment(one.unitId(), one.delegates()))
                .toList();
        service.allot(caller, id, Versions.required(ifMatch), allotments);
        return answer(ResponseEntity.ok(), caller, id);
    }

    @PostMapping("/{id}/holding")
    @Operation(summary = "The congress is held: nobody is registered any more, and it resolves")
    ResponseEntity<CongressDetails> hold(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        visible(caller, id);
        service.hold(caller, id, Versions.required(ifMatch));
        return answer(ResponseEntity.ok(), caller, id);
    }

    @PostMapping("/{id}/closing")
    @Operation(summary = "Closes the congress, once everything it resolved is done")
    ResponseEntity<CongressDetails> close(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        visible(caller, id);
        service.close(caller, id, Versions.required(ifMatch));
        return answer(ResponseEntity.ok(), caller, id);
    }

    private CongressDetails visible(Caller caller, UUID id) {
        return queries.find(id, clusters.reach(caller))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private ResponseEntity<CongressDetails> answer(ResponseEntity.BodyBuilder response, Caller caller, UUID id) {
        var details = visible(caller, id);
        return response.header(
                        HttpHeaders.ETAG, Versions.etag(details.congress().version()))
                .body(details);
    }
}
