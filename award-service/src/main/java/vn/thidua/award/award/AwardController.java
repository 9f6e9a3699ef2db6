package vn.thidua.award.award;

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
import java.util.stream.IntStream;
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
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.award.access.Readers;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Awards as dated rule rows; anyone with a mandate may read them, as everyone is honoured by them. */
@RestController
@RequestMapping("/api/v1/awards")
@Tag(name = "Awards")
final class AwardController {
    /** @param effectiveTo last day on which the rule holds, or null */
    record AwardRule(
            @NotNull UUID unitId,

            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,34}")
            String code,

            @NotBlank @Size(min = 1, max = 300) String name,
            @NotNull Award.Kind kind,
            @NotNull Award.Level level,
            @NotNull Award.Subject subject,
            @NotBlank @Size(min = 1, max = 200) String decidedBy,
            @NotNull @Size(min = 0, max = 50) List<@Valid @NotNull ConditionForm> standard,
            @NotNull LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @NotBlank @Size(min = 1, max = 1000) String source,
            @NotNull Boolean verified) {}

    private final Awards awards;
    private final RuleService service;
    private final Readers readers;
    private final JsonMapper json;

    AwardController(Awards awards, RuleService service, Readers readers, JsonMapper json) {
        this.awards = awards;
        this.service = service;
        this.readers = readers;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Awards; asOf keeps those whose rule holds on that day")
    Page<AwardView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable @Size(max = 35) String code,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        readers.reach(caller);
        var day = asOf == null ? null : Days.checked("?asOf", asOf);
        var found = awards.list(day, unitId, code, after, limit + 1).stream()
                .map(AwardView::of)
                .toList();
        return Page.of(found, limit, award -> award.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An award; version names an older state of its row")
    ResponseEntity<AwardView> find(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable @Min(1) Long version) {
        readers.reach(caller);
        var found = version == null
                ? awards.find(id).map(AwardView::of)
                : awards.revision(id, version).map(state -> json.readValue(state, AwardView.class));
        return answer(
                ResponseEntity.ok(),
                found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PostMapping
    @Operation(summary = "Enters an award's rule")
    ResponseEntity<AwardView> create(Caller caller, @Valid @RequestBody AwardRule rule) {
        var award = AwardView.of(service.create(caller, asked(rule)));
        return answer(ResponseEntity.created(URI.create("/api/v1/awards/" + award.id())), award);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Corrects an award's rule; what was judged by the older version keeps it")
    ResponseEntity<AwardView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AwardRule rule) {
        readers.reach(caller);
        var expected = Versions.required(ifMatch);
        return answer(ResponseEntity.ok(), AwardView.of(service.change(caller, id, expected, asked(rule))));
    }

    private static Award asked(AwardRule rule) {
        var from = Days.checked("/effectiveFrom", rule.effectiveFrom());
        var to = rule.effectiveTo() == null ? null : Days.checked("/effectiveTo", rule.effectiveTo());
        if (to != null && to.isBefore(from)) {
            throw Problem.invalid(FieldError.of("/effectiveTo", "before-start")).asException();
        }
        var standard = IntStream.range(0, rule.standard().size())
                .mapToObj(i -> rule.standard().get(i).condition("/standard/" + i))
                .toList();
        return new Award(
                new UUID(0, 0),
                rule.unitId(),
                rule.code(),
                rule.name().strip(),
                rule.kind(),
                rule.level(),
                rule.subject(),
                rule.decidedBy().strip(),
                standard,
                from,
                to == null ? null : to.plusDays(1),
                rule.source().strip(),
                rule.verified(),
                0);
    }

    private static ResponseEntity<AwardView> answer(ResponseEntity.BodyBuilder response, AwardView award) {
        return response.header(HttpHeaders.ETAG, Versions.etag(award.version())).body(award);
    }
}
