package vn.thidua.cluster.foreigncode;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Codes by which other agencies know units. Seen by whoever sees the unit. */
@RestController
@RequestMapping("/api/v1/foreign-codes")
@Tag(name = "Units")
final class ForeignCodeController {
    static final String LIST = "[A-Z0-9][A-Z0-9._-]{0,49}";
    private static final UUID NOT_YET = new UUID(0, 0);

    /**
     * @param list name of the other agency's list
     * @param unitName as the unit is called today, or was called last
     * @param validTo last day on which the code stands for the unit, or null
     */
    record ForeignCodeView(
            @NotNull UUID id,
            @NotNull String list,
            @NotNull String code,
            @NotNull UUID unitId,
            @NotNull String unitCode,
            @NotNull String unitName,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {}

    /** @param validTo last day on which the code stands for the unit, or null */
    record NewForeignCode(
            @NotBlank @Pattern(regexp = LIST) String list,
            @NotBlank @Size(min = 1, max = 100) String code,
            @NotNull UUID unitId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {
        ForeignCode content() {
            return ForeignCodeController.content(NOT_YET, list, code, unitId, validFrom, validTo, 1);
        }
    }

    /** @param validTo last day on which the code stands for the unit, or null */
    record ForeignCodeCorrection(
            @NotBlank @Pattern(regexp = LIST) String list,
            @NotBlank @Size(min = 1, max = 100) String code,
            @NotNull UUID unitId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final ForeignCodeStore store;
    private final ForeignCodeService service;
    private final Mandates mandates;

    ForeignCodeController(ForeignCodeStore store, ForeignCodeService service, Mandates mandates) {
        this.store = store;
        this.service = service;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Codes of other agencies; list and code with a day find the unit that the code stood for")
    Page<ForeignCodeView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 50) String list,
            @RequestParam(required = false) @Nullable @Size(max = 100) String code,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var day = asOf == null ? null : Days.checked("?asOf", asOf);
        var filter = new ForeignCodeStore.Filter(null, list, code, unitId, day, after, limit + 1);
        return Page.of(
                store.list(filter, reach(caller)), limit, found -> found.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A code of another agency, by its id")
    ResponseEntity<ForeignCodeView> find(Caller caller, @PathVariable UUID id) {
        return answer(seen(caller, id));
    }

    @PostMapping
    @Operation(
            summary = "Records by which code another agency knows a unit; on any day a code of a list stands for one")
    ResponseEntity<ForeignCodeView> record(Caller caller, @Valid @RequestBody NewForeignCode request) {
        var id = service.record(caller, request.content());
        return ResponseEntity.created(URI.create("/api/v1/foreign-codes/" + id))
                .header(HttpHeaders.ETAG, Versions.etag(1))
                .body(seen(caller, id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Ends a code or corrects what was recorded wrongly")
    ResponseEntity<ForeignCodeView> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ForeignCodeCorrection request) {
        seen(caller, id);
        var corrected = content(
                id,
                request.list(),
                request.code(),
                request.unitId(),
                request.validFrom(),
                request.validTo(),
                Versions.required(ifMatch));
        service.correct(caller, corrected, request.reason());
        return answer(seen(caller, id));
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back a code that never stood for the unit")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        seen(caller, id);
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
    }

    private static ForeignCode content(
            UUID id,
            String list,
            String code,
            UUID unitId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {
        var from = Days.checked("/validFrom", validFrom);
        var until = validTo == null ? null : Days.checked("/validTo", validTo).plusDays(1);
        if (until != null && !until.isAfter(from)) {
            throw Problem.invalid(FieldError.of("/validTo", "before-start")).asException();
        }
        return new ForeignCode(id, list, code.strip(), unitId, from, until, version);
    }

    private ForeignCodeView seen(Caller caller, UUID id) {
        return store.list(new ForeignCodeStore.Filter(id, null, null, null, null, null, 1), reach(caller)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static ResponseEntity<ForeignCodeView> answer(ForeignCodeView view) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }

    /** Null for people, who see every unit once they hold any mandate. */
    private @Nullable Reach reach(Caller caller) {
        var reach = mandates.reach(caller, Ability.UNITS_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return caller.kind() == Caller.Kind.PERSON ? null : reach;
    }
}
