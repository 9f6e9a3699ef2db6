package vn.thidua.indicator.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** From where on a number of an indicator is checked before it is handed in. */
@RestController
@RequestMapping("/api/v1/indicators/{id}/checks")
@Tag(name = "Indicators")
final class BoundController {
    /** @param minimumPeers left out, three */
    record GivenBound(
            @NotNull Bound.Kind kind,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @NotNull Bound.Severity severity,
            @Nullable @Min(2) @Max(100) Integer minimumPeers) {}

    record BoundsChange(@NotNull @Size(max = 4) List<@NotNull @Valid GivenBound> bounds) {}

    record BoundView(
            @NotNull Bound.Kind kind,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @NotNull Bound.Severity severity,
            int minimumPeers) {}

    record BoundsView(@NotNull UUID indicatorId, @NotNull List<@NotNull BoundView> bounds, long version) {}

    private final Bounds bounds;
    private final IndicatorStore store;
    private final CatalogueService service;
    private final IndicatorController indicators;

    BoundController(Bounds bounds, IndicatorStore store, CatalogueService service, IndicatorController indicators) {
        this.bounds = bounds;
        this.store = store;
        this.service = service;
        this.indicators = indicators;
    }

    @GetMapping
    @Operation(summary = "The bounds that hold: the indicator's own, and the general ones of the kinds it has none of")
    ResponseEntity<BoundsView> find(Caller caller, @PathVariable UUID id) {
        indicators.requireMandate(caller);
        return answer(store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PutMapping
    @Operation(
            summary =
                    "Sets the indicator's own bounds; one without lower and upper switches the general one off. If-Match is the indicator's version")
    ResponseEntity<BoundsView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody BoundsChange request) {
        indicators.requireMandate(caller);
        var expected = Versions.required(ifMatch);
        return answer(service.bound(caller, id, expected, checked(request.bounds())));
    }

    private ResponseEntity<BoundsView> answer(Indicator indicator) {
        var shown =
                bounds.of(List.of(indicator.id())).getOrDefault(indicator.id(), java.util.Map.of()).values().stream()
                        .map(bound -> new BoundView(
                                bound.kind(), bound.lower(), bound.upper(), bound.severity(), bound.minimumPeers()))
                        .toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(indicator.version()))
                .body(new BoundsView(indicator.id(), shown, indicator.version()));
    }

    private static List<Bound> checked(List<GivenBound> given) {
        var errors = new ArrayList<FieldError>();
        var seen = EnumSet.noneOf(Bound.Kind.class);
        var checked = new ArrayList<Bound>();
        for (int i = 0; i < given.size(); i++) {
            var one = given.get(i);
            var at = "/bounds/" + i;
            if (!seen.add(one.kind())) {
                errors.add(FieldError.of(at + "/kind", "taken"));
            }
            if (one.severity() == Bound.Severity.ERROR && one.kind() != Bound.Kind.LIMITS) {
                errors.add(FieldError.of(at + "/severity", "only-limits-block"));
            }
            if (!fits(one.lower())) {
                errors.add(FieldError.of(at + "/lower", "range"));
            } else if (!fits(one.upper())
                    || (one.lower() != null
                            && one.upper() != null
                            && one.upper().compareTo(one.lower()) < 0)) {
                errors.add(FieldError.of(at + "/upper", "range"));
            } else {
                checked.add(new Bound(
                        one.kind(),
                        Decimals.plainOrNull(one.lower()),
                        Decimals.plainOrNull(one.upper()),
                        one.severity(),
                        one.minimumPeers() == null ? 3 : one.minimumPeers()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return checked;
    }

    private static boolean fits(@Nullable BigDecimal number) {
        return number == null || Decimals.fits(number);
    }
}
