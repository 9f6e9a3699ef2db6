package vn.thidua.award.decision;

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
import vn.thidua.award.access.Readers;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Decisions; seen at the authority and at the units they honour. */
@RestController
@RequestMapping("/api/v1/decisions")
@Tag(name = "Decisions")
final class DecisionController {
    /** Most units that one decision honours: their documents are made in one transaction. */
    static final int MOST = 100;

    /** @param decidedOn the day it bears, the day of its signature */
    record DecisionView(
            @NotNull UUID id,
            @NotNull UUID authorityUnitId,
            @NotNull String title,
            @NotNull String grounds,
            @NotNull List<UUID> nominationIds,
            @NotNull Decision.State state,
            @Nullable String signerName,
            @Nullable String signerOffice,
            @Nullable LocalDate decidedOn,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            long version) {
        static DecisionView of(Decision decision) {
            var signature = decision.signature();
            return new DecisionView(
                    decision.id(),
                    decision.authorityUnitId(),
                    decision.title(),
                    decision.grounds(),
                    decision.nominationIds(),
                    decision.state(),
                    signature == null ? null : signature.name(),
                    signature == null ? null : signature.office(),
                    signature == null ? null : signature.on(),
                    decision.number(),
                    decision.issuedOn(),
                    decision.version());
        }
    }

    record NewDecision(
            @NotNull UUID authorityUnitId,
            @NotBlank @Size(min = 1, max = 500) String title,
            @NotBlank @Size(min = 1, max = 10_000) String grounds,
            @NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> nominationIds) {}

    record DecisionChange(
            @NotBlank @Size(min = 1, max = 500) String title,
            @NotBlank @Size(min = 1, max = 10_000) String grounds,
            @NotNull @Size(min = 1, max = MOST) List<@NotNull UUID> nominationIds) {}

    record NewSignature(
            @NotBlank @Size(min = 1, max = 200) String signerName,
            @NotBlank @Size(min = 1, max = 200) String signerOffice,
            @NotNull LocalDate signedOn) {}

    record NewNumber(
            @NotBlank @Pattern(regexp = "\\s*[0-9]{1,7}[^\\s/]{0,10}(/[^/\\r\\n]{1,45})?") @Size(min = 1, max = 60)
            String number) {}

    private final DecisionStore store;
    private final DecisionService service;
    private final Readers readers;

    DecisionController(DecisionStore store, DecisionService service, Readers readers) {
        this.store = store;
        this.service = service;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Decisions")
    Page<DecisionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID authorityUnitId,
            @RequestParam(required = false) Decision.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = readers.reach(caller);
        var found = store.list(authorityUnitId, state, after, limit + 1, reach).stream()
                .map(DecisionView::of)
                .toList();
        return Page.of(found, limit, decision -> decision.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A decision")
    ResponseEntity<DecisionView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), visible(caller, id));
    }

    @PostMapping
    @Operation(summary = "Drafts a decision on nominations to which the council agreed")
    ResponseEntity<DecisionView> draft(Caller caller, @Valid @RequestBody NewDecision request) {
        var decision = service.draft(
                caller,
                request.authorityUnitId(),
                request.title().strip(),
                request.grounds().strip(),
                request.nominationIds());
        return answer(ResponseEntity.created(URI.create("/api/v1/decisions/" + decision.id())), decision);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Rewrites a drafted decision")
    ResponseEntity<DecisionView> rewrite(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DecisionChange request) {
        visible(caller, id);
        return answer(
                ResponseEntity.ok(),
                service.rewrite(
                        caller,
                        id,
                        Versions.required(ifMatch),
                        request.title().strip(),
                        request.grounds().strip(),
                        request.nominationIds()));
    }

    @PostMapping("/{id}/signature")
    @Operation(summary = "Signs a drafted decision; If-Match, when sent, names the version that was read")
    ResponseEntity<DecisionView> sign(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewSignature request) {
        visible(caller, id);
        var signature = new Decision.Signature(
                request.signerName().strip(),
                request.signerOffice().strip(),
                Days.checked("/signedOn", request.signedOn()));
        return answer(ResponseEntity.ok(), service.sign(caller, id, version(ifMatch), signature));
    }

    @PostMapping("/{id}/number")
    @Operation(
            summary =
                    "Numbers a signed decision and thereby issues it; If-Match, when sent, names the version that was read")
    ResponseEntity<DecisionView> number(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewNumber request) {
        visible(caller, id);
        return answer(
                ResponseEntity.ok(),
                service.issue(caller, id, version(ifMatch), request.number().strip()));
    }

    private Decision visible(Caller caller, UUID id) {
        return store.find(id, readers.reach(caller))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        return ifMatch == null ? null : Versions.required(ifMatch);
    }

    private static ResponseEntity<DecisionView> answer(ResponseEntity.BodyBuilder response, Decision decision) {
        return response.header(HttpHeaders.ETAG, Versions.etag(decision.version()))
                .body(DecisionView.of(decision));
    }
}
