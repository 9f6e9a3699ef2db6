package vn.thidua.award.nomination;

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
import vn.thidua.award.access.Readers;
import vn.thidua.award.nomination.NominationQueries.NominationView;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Nominations; seen by those whose mandate covers the nominated unit or the organiser. */
@RestController
@RequestMapping("/api/v1/nominations")
@Tag(name = "Nominations")
final class NominationController {
    record OpinionView(
            @NotNull UUID id,
            @NotNull UUID councilUnitId,
            @NotNull LocalDate heldOn,
            @NotNull String minutesNumber,
            int present,
            int eligible,
            int votesFor,
            int votesAgainst,
            @NotNull Opinion.Conclusion conclusion,
            boolean departsFromCandidates,
            @Nullable String reason) {}

    /** @param eligibility as it is now for a draft, as it was kept for a submitted one; null while its season is not known */
    record NominationDetail(
            @NotNull UUID id,
            @NotNull UUID awardId,
            @NotNull String awardName,
            @NotNull UUID seasonId,
            @Nullable String seasonName,
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull UUID organiserId,
            @NotNull String achievements,
            @Nullable String citation,
            @NotNull Nomination.State state,
            @Nullable String refusalReason,
            @Nullable UUID decisionId,
            @Nullable Submission eligibility,
            @Nullable OpinionView opinion,
            long version) {}

    /** @param citation what the award document shall say it is for, or null */
    record NewNomination(
            @NotNull UUID awardId,
            @NotNull UUID seasonId,
            @NotNull UUID unitId,
            @NotBlank @Size(min = 1, max = 10_000) String achievements,
            @Nullable @Size(min = 1, max = 300) String citation) {}

    record NominationChange(
            @NotBlank @Size(min = 1, max = 10_000) String achievements,
            @Nullable @Size(min = 1, max = 300) String citation) {}

    /** @param number the condition's place in the standard, from 1 */
    record NewDeclaration(
            @NotNull @Min(1) @Max(50) Integer number,
            @NotBlank @Size(min = 1, max = 1000) String statement,
            @NotBlank @Size(min = 1, max = 300) String declaredBy) {}

    /** @param departureReason why the council is asked to depart from election and ranking; null for a candidate */
    record NewSubmission(
            @NotNull @Size(min = 0, max = 50) List<@Valid @NotNull NewDeclaration> declarations,
            @Nullable @Size(min = 1, max = 1000) String departureReason) {}

    record NewOpinion(
            @NotNull UUID councilUnitId,
            @NotNull LocalDate heldOn,
            @NotBlank @Size(min = 1, max = 60) String minutesNumber,
            @NotNull @Min(0) @Max(1000) Integer present,
            @NotNull @Min(1) @Max(1000) Integer eligible,
            @NotNull @Min(0) @Max(1000) Integer votesFor,
            @NotNull @Min(0) @Max(1000) Integer votesAgainst,
            @NotNull Opinion.Conclusion conclusion,
            @NotNull Boolean departsFromCandidates,
            @Nullable @Size(min = 1, max = 1000) String reason) {}

    record Refusal(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final NominationQueries queries;
    private final NominationService service;
    private final Council council;
    private final Judge judge;
    private final Readers readers;

    NominationController(
            NominationQueries queries, NominationService service, Council council, Judge judge, Readers readers) {
        this.queries = queries;
        this.service = service;
        this.council = council;
        this.judge = judge;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Nominations; unitId is the nominated unit")
    Page<NominationView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID awardId,
            @RequestParam(required = false) Nomination.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = readers.reach(caller);
        var filter = new NominationQueries.Filter(seasonId, unitId, awardId, state, after, limit + 1);
        return Page.of(
                queries.list(filter, reach),
                limit,
                nomination -> nomination.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A nomination with its eligibility and the council's opinion")
    ResponseEntity<NominationDetail> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), detail(caller, id));
    }

    @PostMapping
    @Operation(summary = "Drafts a nomination")
    ResponseEntity<NominationDetail> draft(Caller caller, @Valid @RequestBody NewNomination request) {
        var nomination = service.draft(
                caller,
                request.awardId(),
                request.seasonId(),
                request.unitId(),
                request.achievements().strip(),
                stripped(request.citation()));
        return answer(
                ResponseEntity.created(URI.create("/api/v1/nominations/" + nomination.id())),
                detail(caller, nomination.id()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Rewrites a drafted nomination")
    ResponseEntity<NominationDetail> rewrite(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NominationChange request) {
        requireVisible(caller, id);
        service.rewrite(
                caller, id, Versions.required(ifMatch), request.achievements().strip(), stripped(request.citation()));
        return answer(ResponseEntity.ok(), detail(caller, id));
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Submits a nomination; what it is judged by is kept from here on")
    ResponseEntity<NominationDetail> submit(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewSubmission request) {
        requireVisible(caller, id);
        var declarations = request.declarations().stream()
                .map(d -> new Submission.Declaration(
                        d.number(), d.statement().strip(), d.declaredBy().strip()))
                .toList();
        service.submit(caller, id, declarations, stripped(request.departureReason()));
        return answer(ResponseEntity.ok(), detail(caller, id));
    }

    @PostMapping("/{id}/opinions")
    @Operation(summary = "Records the council's opinion, with its reason where it departs from election and ranking")
    ResponseEntity<NominationDetail> advise(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewOpinion request) {
        requireVisible(caller, id);
        council.advise(
                caller,
                new Opinion(
                        new UUID(0, 0),
                        id,
                        request.councilUnitId(),
                        Days.checked("/heldOn", request.heldOn()),
                        request.minutesNumber().strip(),
                        request.present(),
                        request.eligible(),
                        request.votesFor(),
                        request.votesAgainst(),
                        request.conclusion(),
                        request.departsFromCandidates(),
                        stripped(request.reason())));
        return answer(ResponseEntity.ok(), detail(caller, id));
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Refuses a submitted nomination, with a reason")
    ResponseEntity<NominationDetail> refuse(Caller caller, @PathVariable UUID id, @Valid @RequestBody Refusal request) {
        requireVisible(caller, id);
        service.refuse(caller, id, request.reason().strip());
        return answer(ResponseEntity.ok(), detail(caller, id));
    }

    private NominationDetail detail(Caller caller, UUID id) {
        var nomination = requireVisible(caller, id);
        var opinion = queries.opinion(id)
                .map(o -> new OpinionView(
                        o.id(),
                        o.councilUnitId(),
                        o.heldOn(),
                        o.minutesNumber(),
                        o.present(),
                        o.eligible(),
                        o.votesFor(),
                        o.votesAgainst(),
                        o.conclusion(),
                        o.departs(),
                        o.reason()))
                .orElse(null);
        var eligibility = nomination.state() == Nomination.State.DRAFT
                ? judge.now(nomination.awardId(), nomination.seasonId(), nomination.unitId())
                : queries.submission(id).orElse(null);
        return new NominationDetail(
                id,
                nomination.awardId(),
                nomination.awardName(),
                nomination.seasonId(),
                nomination.seasonName(),
                nomination.unitId(),
                nomination.unitName(),
                nomination.organiserId(),
                nomination.achievements(),
                nomination.citation(),
                nomination.state(),
                nomination.refusalReason(),
                nomination.decisionId(),
                eligibility,
                opinion,
                nomination.version());
    }

    private NominationView requireVisible(Caller caller, UUID id) {
        return queries.find(id, readers.reach(caller))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static ResponseEntity<NominationDetail> answer(
            ResponseEntity.BodyBuilder response, NominationDetail detail) {
        return response.header(HttpHeaders.ETAG, Versions.etag(detail.version()))
                .body(detail);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
