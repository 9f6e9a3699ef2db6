package vn.thidua.cluster.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Units. People with any mandate see all of them, agencies those under their mandate. */
@RestController
@RequestMapping("/api/v1/units")
@Tag(name = "Units")
final class UnitController {
    static final String CODE = "[A-Z0-9][A-Z0-9.-]{0,34}";
    /** The electronic identifier of QĐ 20/2020/QĐ-TTg. */
    static final String AGENCY_CODE = "(?!.*\\.\\.)[A-Z0-9]([A-Z0-9.]{0,33}[A-Z0-9])?";

    static final String BUDGET_CODE = "[0-9]{7}";
    static final String PHONE = "[+0-9 ().-]{3,30}";
    static final String TRIMMED = "\\S([\\s\\S]*\\S)?";

    /**
     * @param agencyCode the electronic identifier of QĐ 20/2020/QĐ-TTg
     * @param budgetCode the code of a unit that has relations with the budget
     * @param formalName as papers write it among their recipients, where that is not the name
     * @param phone of the office, like the address and the email: nobody's own
     * @param validTo last day on which the unit exists, or null
     */
    record UnitView(
            @NotNull UUID id,
            @NotNull String code,
            @Nullable String agencyCode,
            @Nullable String budgetCode,
            @NotNull String name,
            @Nullable String shortName,
            @Nullable String nameEn,
            @Nullable String formalName,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,
            @NotNull Unit.Kind kind,
            @NotNull Unit.Level level,
            @Nullable UUID parentId,
            @Nullable String parentName,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {}

    /** @param to last day on which the state holds, or null */
    record StateView(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull String name,
            @Nullable String shortName,
            @Nullable String nameEn,
            @Nullable String formalName,
            @Nullable UUID parentId) {}

    record NewUnit(
            @NotBlank @Pattern(regexp = CODE) String code,
            @Nullable @Pattern(regexp = AGENCY_CODE) String agencyCode,
            @Nullable @Pattern(regexp = BUDGET_CODE) String budgetCode,
            @NotBlank @Size(min = 1, max = 300) String name,
            @Nullable @Size(min = 1, max = 100) String shortName,
            @Nullable @Size(min = 1, max = 300) String nameEn,
            @Nullable @Size(min = 1, max = 300) String formalName,
            @Nullable @Size(min = 1, max = 300) String address,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Email @Size(min = 3, max = 200) String email,
            @NotNull Unit.Kind kind,
            @NotNull Unit.Level level,
            @NotNull UUID parentId,
            @NotNull LocalDate validFrom) {
        Unit.Office office() {
            return new Unit.Office(agencyCode, budgetCode, stripped(address), phone, email);
        }
    }

    /**
     * The whole of what can be changed: what is left out is not known from then on. Codes and contact hold at once, whatever the
     * day.
     *
     * @param validTo last day of the unit itself; null leaves its end as it is
     */
    record UnitChange(
            @Nullable @Pattern(regexp = AGENCY_CODE) String agencyCode,
            @Nullable @Pattern(regexp = BUDGET_CODE) String budgetCode,
            @NotBlank @Size(min = 1, max = 300) String name,
            @Nullable @Size(min = 1, max = 100) String shortName,
            @Nullable @Size(min = 1, max = 300) String nameEn,
            @Nullable @Size(min = 1, max = 300) String formalName,
            @Nullable @Size(min = 1, max = 300) String address,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Email @Size(min = 3, max = 200) String email,
            @Nullable UUID parentId,
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(min = 1, max = 1000) String reason) {
        Unit.Office office() {
            return new Unit.Office(agencyCode, budgetCode, stripped(address), phone, email);
        }
    }

    private final UnitQueries queries;
    private final UnitStore store;
    private final UnitService service;
    private final Mandates mandates;

    UnitController(UnitQueries queries, UnitStore store, UnitService service, Mandates mandates) {
        this.queries = queries;
        this.store = store;
        this.service = service;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(
            summary =
                    "Units on a day; q searches name, short name and codes without accents; code finds one whether or not it is there on the day")
    Page<UnitView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 35) String code,
            @RequestParam(required = false) @Nullable UUID parentId,
            @RequestParam(required = false) Unit.@Nullable Kind kind,
            @RequestParam(required = false) Unit.@Nullable Level level,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var reach = reach(caller);
        var typed = q == null || q.isBlank() ? null : q;
        var filter = new UnitQueries.Filter(typed, code, parentId, kind, level, day(asOf), after, limit + 1);
        return Page.of(queries.list(filter, reach), limit, unit -> unit.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A unit as it was on a day, today unless said otherwise")
    ResponseEntity<UnitView> find(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
        requireVisible(caller, id);
        return answer(queries.find(id, day(asOf))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @GetMapping("/{id}/states")
    @Operation(summary = "All dated states of a unit, oldest first")
    List<StateView> states(Caller caller, @PathVariable UUID id) {
        requireVisible(caller, id);
        var states = store.states(id);
        if (states.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return states.stream()
                .map(s -> new StateView(
                        s.from(),
                        Days.lastBefore(s.until()),
                        s.name(),
                        s.shortName(),
                        s.nameEn(),
                        s.formalName(),
                        s.parentId()))
                .toList();
    }

    @PostMapping
    @Operation(summary = "Founds a unit under another one")
    ResponseEntity<UnitView> create(Caller caller, @Valid @RequestBody NewUnit request) {
        var state = new Unit.State(
                Days.checked("/validFrom", request.validFrom()),
                null,
                request.name().strip(),
                request.shortName(),
                request.nameEn(),
                stripped(request.formalName()),
                request.parentId());
        return switch (service.create(
                caller, request.code(), request.kind(), request.level(), request.office(), state)) {
            case UnitService.Outcome.Refused(var problem) -> throw problem.asException();
            case UnitService.Outcome.Done(var id, var version) ->
                ResponseEntity.created(URI.create("/api/v1/units/" + id))
                        .header(HttpHeaders.ETAG, Versions.etag(version))
                        .body(view(id));
        };
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a unit from a day on, up to its next known change")
    ResponseEntity<UnitView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UnitChange request) {
        requireVisible(caller, id);
        var to = new Unit.State(
                Days.checked("/effectiveFrom", request.effectiveFrom()),
                request.validTo() == null
                        ? null
                        : Days.checked("/validTo", request.validTo()).plusDays(1),
                request.name().strip(),
                request.shortName(),
                request.nameEn(),
                stripped(request.formalName()),
                request.parentId());
        return switch (service.change(caller, id, Versions.required(ifMatch), to, request.office(), request.reason())) {
            case UnitService.Outcome.Refused(var problem) -> throw problem.asException();
            case UnitService.Outcome.Done _ -> answer(view(id));
        };
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private UnitView view(UUID id) {
        return queries.find(id, queries.today())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static ResponseEntity<UnitView> answer(UnitView unit) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(unit.version()))
                .body(unit);
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? queries.today() : Days.checked("?asOf", asOf);
    }

    /** Null for people, who see every unit once they hold any mandate. */
    private @Nullable Reach reach(Caller caller) {
        var reach = mandates.reach(caller, Ability.UNITS_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return caller.kind() == Caller.Kind.PERSON ? null : reach;
    }

    private void requireVisible(Caller caller, UUID id) {
        if (reach(caller) != null && !mandates.may(caller, Ability.UNITS_READ.permission(), id)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }
}
