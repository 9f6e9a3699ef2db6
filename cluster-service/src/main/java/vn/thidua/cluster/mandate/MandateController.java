package vn.thidua.cluster.mandate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Role;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Mandates, for those who administer or audit the units concerned. */
@RestController
@RequestMapping("/api/v1/mandates")
@Tag(name = "Mandates")
final class MandateController {
    record NewMandate(
            @Nullable UUID personId,
            @Nullable @Size(min = 1, max = 100) String clientId,
            @NotNull UUID unitId,
            @NotNull Role role,
            @NotNull Mandate.Scope scope,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Withdrawal(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final MandateStore store;
    private final MandateService service;
    private final Mandates mandates;

    MandateController(MandateStore store, MandateService service, Mandates mandates) {
        this.store = store;
        this.service = service;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Mandates at the units one administers, newest first")
    Page<MandateView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate activeOn,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = mandates.reach(caller, Ability.MANDATES_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "not-over-unit").asException();
        }
        var day = activeOn == null ? null : Days.checked("?activeOn", activeOn);
        List<MandateView> found =
                store.list(new MandateStore.Filter(unitId, personId, day, after, limit + 1), reach).stream()
                        .map(MandateView::of)
                        .toList();
        return Page.of(found, limit, mandate -> mandate.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A mandate")
    ResponseEntity<MandateView> find(Caller caller, @PathVariable UUID id) {
        var found = store.find(id)
                .filter(named -> mandates.may(
                        caller,
                        Ability.MANDATES_READ.permission(),
                        named.mandate().unitId()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return answer(ResponseEntity.ok(), found);
    }

    @PostMapping
    @Operation(summary = "Grants a mandate")
    ResponseEntity<MandateView> grant(Caller caller, @Valid @RequestBody NewMandate request) {
        var until = request.validTo() == null
                ? null
                : Days.checked("/validTo", request.validTo()).plusDays(1);
        var id = service.grant(
                caller,
                new MandateService.Grant(
                        request.personId(),
                        request.clientId(),
                        request.unitId(),
                        request.role(),
                        request.scope(),
                        Days.checked("/validFrom", request.validFrom()),
                        until));
        return answer(
                ResponseEntity.created(URI.create("/api/v1/mandates/" + id)),
                store.find(id).orElseThrow());
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraws a mandate at once")
    ResponseEntity<MandateView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Withdrawal request) {
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
        return answer(ResponseEntity.ok(), store.find(id).orElseThrow());
    }

    private static ResponseEntity<MandateView> answer(ResponseEntity.BodyBuilder response, MandateStore.Named found) {
        return response.header(HttpHeaders.ETAG, Versions.etag(found.mandate().version()))
                .body(MandateView.of(found));
    }

    /** @param validTo last day on which it holds, or null */
    record MandateView(
            @NotNull UUID id,
            @Nullable UUID personId,
            @Nullable String personName,
            @Nullable String clientId,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull Role role,
            @NotNull Mandate.Scope scope,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Instant withdrawnAt,
            @Nullable String reason,
            long version) {
        static MandateView of(MandateStore.Named named) {
            var mandate = named.mandate();
            return new MandateView(
                    mandate.id(),
                    mandate.personId(),
                    named.personName(),
                    mandate.clientId(),
                    mandate.unitId(),
                    named.unitName(),
                    mandate.role(),
                    mandate.scope(),
                    mandate.validFrom(),
                    Days.lastBefore(mandate.validUntil()),
                    mandate.withdrawnAt(),
                    mandate.withdrawReason(),
                    mandate.version());
        }
    }
}
