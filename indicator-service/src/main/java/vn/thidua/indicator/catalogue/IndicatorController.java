package vn.thidua.indicator.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.text.Normalizer;
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
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** The catalogue of indicators; anyone with a mandate may read it, as everyone is measured by it. */
@RestController
@RequestMapping("/api/v1/indicators")
@Tag(name = "Indicators")
final class IndicatorController {
    /** Not a number, so that a word in a cell is never taken for one; without what stands between the words of a list. */
    private static final String LEVEL_NAME = "(?s)\\s*[^\\s\\d.,;\"+−-][^,;\"]*";

    /** One of it is {@code numerator / denominator} of the indicator's own unit of measure. */
    record UnitView(
            @NotNull String name,
            @NotNull BigDecimal numerator,
            @NotNull BigDecimal denominator) {}

    /**
     * @param levels what its levels are called, the lowest first; none for other kinds
     * @param units further ones that its numbers may be typed in
     * @param formula how it is computed from others of the catalogue; null where it is reported
     * @param source where its figures are at home
     */
    record IndicatorView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String code,
            @NotNull String name,
            @NotNull String unitOfMeasure,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            int decimals,
            boolean evidenceRequired,
            @NotNull List<@NotNull String> levels,
            @NotNull List<@NotNull UnitView> units,
            @Nullable String formula,
            @NotNull SourceView source,
            long version) {
        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(
                    indicator.id(),
                    indicator.unitId(),
                    indicator.code(),
                    indicator.name(),
                    indicator.unitOfMeasure(),
                    indicator.measure().valueKind(),
                    indicator.measure().direction(),
                    indicator.measure().decimals(),
                    indicator.measure().evidenceRequired(),
                    indicator.measure().levels(),
                    indicator.units().stream()
                            .map(unit -> new UnitView(unit.name(), unit.numerator(), unit.denominator()))
                            .toList(),
                    indicator.formula(),
                    new SourceView(
                            indicator.source().unitId(), indicator.source().statisticsCode()),
                    indicator.version());
        }
    }

    /** One of it is {@code numerator / denominator} of the indicator's own unit of measure; left out, the denominator is 1. */
    record GivenUnit(
            @NotBlank @Pattern(regexp = "(?s)\\s*[^\\s\\d.,+−-].*") @Size(min = 1, max = 50)
            String name,

            @NotNull BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        static @Nullable List<Units.Unit> all(@Nullable List<GivenUnit> given) {
            return given == null
                    ? null
                    : given.stream()
                            .map(one -> new Units.Unit(
                                    Normalizer.normalize(one.name(), Normalizer.Form.NFC)
                                            .strip()
                                            .replaceAll("\\s+", " "),
                                    one.numerator(),
                                    one.denominator() == null ? BigDecimal.ONE : one.denominator()))
                            .toList();
        }
    }

    /**
     * @param unitId the department whose figures they are
     * @param statisticsCode under which statisticians publish the same
     */
    record SourceView(@Nullable UUID unitId, @Nullable String statisticsCode) {}

    /** Told whole: what is left out of it is no more. */
    record GivenSource(
            @Nullable UUID unitId,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 50)
            String statisticsCode) {
        static Indicator.@Nullable Source of(@Nullable GivenSource given) {
            return given == null
                    ? null
                    : new Indicator.Source(
                            given.unitId(),
                            given.statisticsCode() == null
                                    ? null
                                    : Normalizer.normalize(given.statisticsCode(), Normalizer.Form.NFC)
                                            .strip());
        }
    }

    /** Left out, an indicator is a quantity to be raised, with two decimals (none for what is counted), without evidence. */
    record NewIndicator(
            @NotNull UUID unitId,

            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,34}")
            String code,

            @NotBlank @Size(min = 1, max = 500) String name,
            @NotBlank @Size(min = 1, max = 50) String unitOfMeasure,
            Measure.@Nullable ValueKind valueKind,
            Measure.@Nullable Direction direction,
            @Nullable @Min(0) @Max(6) Integer decimals,
            @Nullable Boolean evidenceRequired,

            @Nullable @Size(max = Measure.MOST_LEVELS)
            List<@NotBlank @Pattern(regexp = LEVEL_NAME) @Size(min = 1, max = 50) String> levels,

            @Nullable @Size(max = Units.MOST) List<@NotNull @Valid GivenUnit> units,
            @Nullable @Size(max = Formula.LONGEST) String formula,
            @Nullable @Valid GivenSource source) {
        Indicator.Said said() {
            return new Indicator.Said(
                    name.strip(),
                    unitOfMeasure.strip(),
                    new Measure.Said(valueKind, direction, decimals, evidenceRequired, named(levels)),
                    GivenUnit.all(units),
                    formula,
                    GivenSource.of(source));
        }
    }

    /**
     * What is left out stays as it is.
     *
     * @param formula codes in square brackets, numbers, + − × ÷ and parentheses; a blank one makes the indicator one that is reported
     */
    record IndicatorChange(
            @NotBlank @Size(min = 1, max = 500) String name,
            @NotBlank @Size(min = 1, max = 50) String unitOfMeasure,
            Measure.@Nullable ValueKind valueKind,
            Measure.@Nullable Direction direction,
            @Nullable @Min(0) @Max(6) Integer decimals,
            @Nullable Boolean evidenceRequired,

            @Nullable @Size(max = Measure.MOST_LEVELS)
            List<@NotBlank @Pattern(regexp = LEVEL_NAME) @Size(min = 1, max = 50) String> levels,

            @Nullable @Size(max = Units.MOST) List<@NotNull @Valid GivenUnit> units,
            @Nullable @Size(max = Formula.LONGEST) String formula,
            @Nullable @Valid GivenSource source) {
        Indicator.Said said() {
            return new Indicator.Said(
                    name.strip(),
                    unitOfMeasure.strip(),
                    new Measure.Said(valueKind, direction, decimals, evidenceRequired, named(levels)),
                    GivenUnit.all(units),
                    formula,
                    GivenSource.of(source));
        }
    }

    private static @Nullable List<String> named(@Nullable List<String> levels) {
        return levels == null
                ? null
                : levels.stream()
                        .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC)
                                .strip()
                                .replaceAll("\\s+", " "))
                        .toList();
    }

    private final IndicatorStore store;
    private final CatalogueService service;
    private final Mandates mandates;

    IndicatorController(IndicatorStore store, CatalogueService service, Mandates mandates) {
        this.store = store;
        this.service = service;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Indicators; q searches names without accents, or names a code")
    Page<IndicatorView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        requireMandate(caller);
        var typed = q == null || q.isBlank() ? null : q.strip();
        List<IndicatorView> found = store.list(typed, after, limit + 1).stream()
                .map(IndicatorView::of)
                .toList();
        return Page.of(found, limit, indicator -> indicator.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An indicator")
    ResponseEntity<IndicatorView> find(Caller caller, @PathVariable UUID id) {
        requireMandate(caller);
        return answer(
                ResponseEntity.ok(),
                store.find(id)
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PostMapping
    @Operation(summary = "Adds an indicator to a unit's catalogue")
    ResponseEntity<IndicatorView> create(Caller caller, @Valid @RequestBody NewIndicator request) {
        var indicator = service.create(caller, request.unitId(), request.code(), request.said());
        return answer(ResponseEntity.created(URI.create("/api/v1/indicators/" + indicator.id())), indicator);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes an indicator's name, unit of measure, or how its numbers are read")
    ResponseEntity<IndicatorView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody IndicatorChange request) {
        requireMandate(caller);
        var expected = Versions.required(ifMatch);
        return answer(ResponseEntity.ok(), service.change(caller, id, expected, request.said()));
    }

    void requireMandate(Caller caller) {
        boolean known = caller.kind() == Caller.Kind.PERSON || caller.scopes().contains("indicators.read");
        if (!known || mandates.inForce(caller).isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
    }

    private static ResponseEntity<IndicatorView> answer(ResponseEntity.BodyBuilder response, Indicator indicator) {
        return response.header(HttpHeaders.ETAG, Versions.etag(indicator.version()))
                .body(IndicatorView.of(indicator));
    }
}
