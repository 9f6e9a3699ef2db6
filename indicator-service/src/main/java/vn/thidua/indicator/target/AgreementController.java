package vn.thidua.indicator.target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** How far each unit's targets are agreed before they are frozen, and the steps on the way. Seen by whoever sees the targets. */
@RestController
@RequestMapping("/api/v1/targets/{seasonId}/agreements")
@Tag(name = "Targets")
final class AgreementController {
    private static final String READ = "indicators.read";

    private final AgreementService service;
    private final AgreementQueries queries;
    private final SeasonAccess access;

    AgreementController(AgreementService service, AgreementQueries queries, SeasonAccess access) {
        this.service = service;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "How far the targets of each member are agreed; next is the unit")
    Page<AgreementViews.AgreementView> list(
            Caller caller,
            @PathVariable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        access.visible(caller, seasonId, READ);
        return Page.of(
                queries.list(seasonId, null, after, limit + 1, caller.subject()),
                limit,
                view -> view.unitId().toString());
    }

    @GetMapping("/{unitId}/steps")
    @Operation(summary = "The steps of one unit, newest first, each with the numbers that were on the table")
    Page<AgreementViews.AgreementStepView> steps(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @RequestParam(required = false) @Nullable @Min(1) Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        access.visible(caller, seasonId, READ);
        return Page.of(
                queries.steps(seasonId, unitId, after, limit + 1, caller.subject()),
                limit,
                step -> Long.toString(step.version()));
    }

    @PostMapping("/{unitId}/proposal")
    @Operation(summary = "The unit proposes its targets and changes them no more; If-Match \"0\" where it never did")
    ResponseEntity<AgreementViews.AgreementView> propose(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreementViews.OfNumbers request) {
        writing(caller, seasonId);
        service.propose(
                caller,
                seasonId,
                unitId,
                stripped(request.note()),
                new AgreementService.Shown(Versions.required(ifMatch), request.targetsSha256()));
        return answer(caller, seasonId, unitId);
    }

    @PostMapping("/{unitId}/withdrawal")
    @Operation(summary = "The unit takes its proposal back before it is answered")
    ResponseEntity<AgreementViews.AgreementView> withdraw(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreementViews.Note request) {
        writing(caller, seasonId);
        service.withdraw(caller, seasonId, unitId, stripped(request.note()), Versions.required(ifMatch));
        return answer(caller, seasonId, unitId);
    }

    @PostMapping("/{unitId}/consent")
    @Operation(
            summary =
                    "Agrees: organiser or head to what the unit proposed, the unit to numbers that they changed since; If-Match says to which")
    ResponseEntity<AgreementViews.AgreementView> agree(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreementViews.OfNumbers request) {
        writing(caller, seasonId);
        service.agree(
                caller,
                seasonId,
                unitId,
                stripped(request.note()),
                new AgreementService.Shown(Versions.required(ifMatch), request.targetsSha256()));
        return answer(caller, seasonId, unitId);
    }

    @PostMapping("/{unitId}/return")
    @Operation(summary = "Organiser or head send a proposal back with a reason; the head does not answer its own")
    ResponseEntity<AgreementViews.AgreementView> giveBack(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreementViews.Reason request) {
        writing(caller, seasonId);
        service.giveBack(caller, seasonId, unitId, request.reason().strip(), Versions.required(ifMatch));
        return answer(caller, seasonId, unitId);
    }

    @PostMapping("/{unitId}/reopening")
    @Operation(summary = "The organiser opens what was agreed or approved again, with a reason")
    ResponseEntity<AgreementViews.AgreementView> reopen(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgreementViews.Reason request) {
        writing(caller, seasonId);
        service.reopen(caller, seasonId, unitId, request.reason().strip(), Versions.required(ifMatch));
        return answer(caller, seasonId, unitId);
    }

    @PostMapping("/approvals")
    @Operation(summary = "The organiser approves what was agreed, of all units named or of none")
    Page<AgreementViews.AgreementView> approve(
            Caller caller, @PathVariable UUID seasonId, @Valid @RequestBody AgreementViews.Approvals request) {
        writing(caller, seasonId);
        var seen = request.units().stream()
                .map(one -> new AgreementService.Seen(one.unitId(), one.version()))
                .toList();
        service.approve(caller, seasonId, seen);
        var units = seen.stream().map(AgreementService.Seen::unitId).toList();
        return new Page<>(queries.list(seasonId, units, null, units.size(), caller.subject()), null);
    }

    private void writing(Caller caller, UUID seasonId) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
    }

    private ResponseEntity<AgreementViews.AgreementView> answer(Caller caller, UUID seasonId, UUID unitId) {
        var view = queries.one(seasonId, unitId, caller.subject());
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }

    private static @Nullable String stripped(@Nullable String note) {
        return note == null ? null : note.strip();
    }
}
