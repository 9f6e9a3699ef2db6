package vn.thidua.indicator.figure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
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
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.figure.Figure.Actuality;
import vn.thidua.indicator.figure.Figure.Aggregation;
import vn.thidua.indicator.figure.Figure.Basis;
import vn.thidua.indicator.figure.Figure.Measured;
import vn.thidua.indicator.figure.Figure.PeriodKind;
import vn.thidua.indicator.figure.Figure.Subject;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Figures as stated; anyone with a mandate may read what a document printed. */
@RestController
@RequestMapping("/api/v1/figures")
@Tag(name = "Figures")
final class FigureController {
    record MembersBody(
            @NotNull @Min(0) @Max(10_000) Integer count,
            @NotNull @Min(1) @Max(10_000) Integer outOf,
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal threshold,
            @NotNull Qualifier thresholdQualifier) {
        static @Nullable MembersBody of(Figure.@Nullable Members members) {
            return members == null
                    ? null
                    : new MembersBody(
                            members.count(), members.outOf(), members.threshold(), members.thresholdQualifier());
        }
    }

    record FigureView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull PeriodKind periodKind,
            @NotNull UUID indicatorId,
            @NotNull Subject subject,
            @Nullable UUID unitId,
            @NotNull Measured measure,
            @Nullable BigDecimal value,
            @Nullable BigDecimal outOf,
            @NotNull String unitOfMeasure,
            @NotNull Qualifier qualifier,
            @NotNull Actuality actuality,
            @NotNull Basis basis,
            @Nullable Aggregation aggregation,
            @Nullable MembersBody members,
            @Nullable Integer rankStated,
            @NotNull String quote,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.id(),
                    figure.seasonId(),
                    figure.periodKind(),
                    figure.indicatorId(),
                    figure.subject(),
                    figure.unitId(),
                    figure.measure(),
                    figure.value(),
                    figure.outOf(),
                    figure.unitOfMeasure(),
                    figure.qualifier(),
                    figure.actuality(),
                    figure.basis(),
                    figure.aggregation(),
                    MembersBody.of(figure.members()),
                    figure.rankStated(),
                    figure.quote(),
                    figure.provenance(),
                    figure.source(),
                    figure.version());
        }
    }

    record FigureRequest(
            @NotNull UUID seasonId,
            @NotNull PeriodKind periodKind,
            @NotNull UUID indicatorId,
            @NotNull Subject subject,
            @Nullable UUID unitId,
            @NotNull Measured measure,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal value,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal outOf,
            @NotBlank @Size(min = 1, max = 50) String unitOfMeasure,
            @NotNull Qualifier qualifier,
            @NotNull Actuality actuality,
            @NotNull Basis basis,
            @Nullable Aggregation aggregation,
            @Nullable @Valid MembersBody members,
            @Nullable @Min(1) @Max(1000) Integer rankStated,
            @NotBlank @Size(min = 1, max = 2000) String quote,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        /** Without an id of its own yet. */
        Figure figure() {
            return new Figure(
                    seasonId,
                    seasonId,
                    periodKind,
                    indicatorId,
                    subject,
                    unitId,
                    measure,
                    Decimals.plainOrNull(value),
                    Decimals.plainOrNull(outOf),
                    unitOfMeasure.strip(),
                    qualifier,
                    actuality,
                    basis,
                    aggregation,
                    members == null
                            ? null
                            : new Figure.Members(
                                    members.count(),
                                    members.outOf(),
                                    Decimals.plain(members.threshold()),
                                    members.thresholdQualifier()),
                    rankStated,
                    quote.strip(),
                    provenance,
                    source == null || source.isBlank() ? null : source.strip(),
                    1);
        }
    }

    private final FigureStore store;
    private final FigureService service;
    private final AnyMandate anyMandate;

    FigureController(FigureStore store, FigureService service, AnyMandate anyMandate) {
        this.store = store;
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "Figures of a season, as stated")
    Page<FigureView> list(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam(required = false) @Nullable PeriodKind periodKind,
            @RequestParam(required = false) @Nullable UUID indicatorId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        anyMandate.require(caller, "indicators.read");
        var found = store.list(seasonId, periodKind, indicatorId, unitId, after, limit + 1).stream()
                .map(FigureView::of)
                .toList();
        return Page.of(found, limit, figure -> figure.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A figure, as stated")
    ResponseEntity<FigureView> find(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        return answer(
                ResponseEntity.ok(),
                store.find(id)
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PostMapping
    @Operation(summary = "States a figure; 409 names the one that is already there")
    ResponseEntity<FigureView> create(Caller caller, @Valid @RequestBody FigureRequest request) {
        var figure = service.create(caller, request.figure());
        return answer(ResponseEntity.created(URI.create("/api/v1/figures/" + figure.id())), figure);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Puts right a figure that was typed wrong; what it is about stays")
    ResponseEntity<FigureView> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FigureRequest request) {
        anyMandate.require(caller, "indicators.read");
        return answer(ResponseEntity.ok(), service.correct(caller, id, Versions.required(ifMatch), request.figure()));
    }

    private static ResponseEntity<FigureView> answer(ResponseEntity.BodyBuilder response, Figure figure) {
        return response.header(HttpHeaders.ETAG, Versions.etag(figure.version()))
                .body(FigureView.of(figure));
    }
}
