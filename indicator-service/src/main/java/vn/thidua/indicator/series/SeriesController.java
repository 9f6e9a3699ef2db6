package vn.thidua.indicator.series;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/**
 * A unit's indicators over the years. What the units reported that it came out of stands beside its own, under their names: nothing is
 * added up, and an old result stays as it was. Of a living season stands here what its regulation shows to the caller.
 */
@RestController
@RequestMapping("/api/v1/series")
@Tag(name = "Digests")
final class SeriesController {
    /**
     * A unit of which another came.
     *
     * @param name its last before that day; null while it is not known here
     * @param intoId which unit it went into
     * @param kind RENAME, MERGE, SPLIT, TRANSFER or DISSOLVE
     */
    record Forebear(
            @NotNull UUID unitId,
            @Nullable String name,
            @NotNull UUID intoId,
            @NotNull UUID lineageId,
            @NotNull String kind,
            @NotNull LocalDate effectiveFrom,
            @Nullable String decision) {}

    /**
     * @param unitId the unit itself or a forebear
     * @param from the season's first day
     * @param reportId of a reported number; figureId of one that a document states
     */
    record SeriesPoint(
            @NotNull UUID unitId,
            @NotNull UUID seasonId,
            @NotNull String seasonName,
            @NotNull LocalDate from,
            @NotNull BigDecimal value,
            @Nullable BigDecimal outOf,
            @NotNull String qualifier,
            @NotNull String actuality,
            @NotNull String basis,
            @Nullable UUID reportId,
            @Nullable UUID figureId,
            @NotNull String provenance,
            @Nullable String source) {}

    /** @param measure VALUE, PERCENT_OF_PLAN and the like; numbers of different measures or units of measure share no line */
    record SeriesLine(
            @NotNull String measure,
            @NotNull String unitOfMeasure,
            @NotNull List<@NotNull SeriesPoint> points) {}

    record IndicatorSeries(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull String direction,
            @NotNull List<@NotNull SeriesLine> lines) {}

    /** @param next what to send as {@code after} for the following indicators, or null at the end */
    record SeriesView(
            @NotNull UUID unitId,
            @NotNull List<@NotNull Forebear> forebears,
            @NotNull List<@NotNull IndicatorSeries> items,
            @Nullable String next) {}

    private static final String SCOPE = "indicators.read";

    private final SeriesQueries queries;
    private final ResultsSight results;
    private final AnyMandate anyMandate;

    SeriesController(SeriesQueries queries, ResultsSight results, AnyMandate anyMandate) {
        this.queries = queries;
        this.results = results;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(
            summary =
                    "A unit's indicators over the years, by code, with those of the units it came out of; after is an indicator")
    SeriesView series(
            Caller caller,
            @RequestParam UUID unitId,
            @RequestParam(defaultValue = "YEAR") Period.Kind periodKind,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        anyMandate.require(caller, SCOPE);
        if (!queries.isKnown(unitId)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var forebears = queries.forebears(unitId);
        var until = new LinkedHashMap<UUID, String>();
        until.put(unitId, "infinity");
        // By several ways: its numbers count until the last of them.
        forebears.forEach(forebear -> until.merge(
                forebear.unitId(),
                forebear.effectiveFrom().toString(),
                (one, other) -> one.compareTo(other) > 0 ? one : other));
        var units = until.keySet().toArray(UUID[]::new);
        var rows = queries.numbers(
                units,
                until.values().toArray(String[]::new),
                periodKind.name(),
                results.isOf(caller, unitId, SCOPE) ? List.of() : withheld(caller, units, periodKind),
                after,
                limit + 1);
        var page = Page.of(byIndicator(rows), limit, one -> one.indicatorId().toString());
        return new SeriesView(unitId, forebears, page.items(), page.next());
    }

    /** What the regulations of those seasons do not show to the caller; a unit takes over what it came out of. */
    private List<SeriesQueries.Withheld> withheld(Caller caller, UUID[] units, Period.Kind periodKind) {
        var seasons = queries.reportedSeasons(units, periodKind.name());
        return results.ofFigures(caller, seasons, periodKind.name(), SCOPE).entrySet().stream()
                .flatMap(season -> Stream.of(units)
                        .filter(unit -> !season.getValue().shown().sees(unit))
                        .map(unit -> new SeriesQueries.Withheld(season.getKey(), unit)))
                .toList();
    }

    private static List<IndicatorSeries> byIndicator(List<SeriesQueries.Row> rows) {
        record Measured(String measure, String unitOfMeasure) {}
        return rows.stream()
                .collect(Collectors.groupingBy(
                        SeriesQueries.Row::indicator,
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                row -> new Measured(row.measure(), row.unitOfMeasure()),
                                LinkedHashMap::new,
                                Collectors.mapping(SeriesQueries.Row::point, Collectors.toList()))))
                .entrySet()
                .stream()
                .map(one -> new IndicatorSeries(
                        one.getKey().indicatorId(),
                        one.getKey().code(),
                        one.getKey().name(),
                        one.getKey().direction(),
                        one.getValue().entrySet().stream()
                                .map(line -> new SeriesLine(
                                        line.getKey().measure(), line.getKey().unitOfMeasure(), line.getValue()))
                                .toList()))
                .toList();
    }
}
