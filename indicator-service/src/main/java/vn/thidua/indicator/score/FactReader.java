package vn.thidua.indicator.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.figure.StatedFacts;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.report.ReportFacts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Facts.Origin;
import vn.thidua.indicator.score.Facts.Source;
import vn.thidua.indicator.score.ScoreStore.PeriodRead;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/**
 * Gathers what is known of units: reported and verified values with their targets, in a season of record what documents state, and
 * what was assessed by hand.
 */
@Component
public class FactReader {
    private final ScoreStore store;
    private final ReportFacts reports;
    private final StatedFacts figures;

    FactReader(ScoreStore store, ReportFacts reports, StatedFacts figures) {
        this.store = store;
        this.reports = reports;
        this.figures = figures;
    }

    /** The facts of each of the units; of one of whom nothing is known, empty ones. */
    public Map<UUID, Facts> facts(Scoresheet scoresheet, List<UUID> units) {
        return facts(scoresheet, scoresheet, (_, key) -> List.of(key), units);
    }

    /**
     * What was known of the units by a scoresheet, as another one asks for it: the same reports by its indicators, and of what was
     * assessed by hand what is carried over. Which criteria apply in the period is for the other one to say.
     *
     * @param carried of a unit, the keys under which the other sheet asks for what was assessed under this one; none where it means
     *     something else
     */
    public Map<UUID, Facts> facts(
            Scoresheet scoresheet,
            Scoresheet asking,
            BiFunction<UUID, String, List<String>> carried,
            List<UUID> units) {
        var asked = asking.sheet();
        var byUnit = new HashMap<UUID, Map<String, Fact>>();
        units.forEach(unit -> byUnit.put(unit, new HashMap<>()));
        // A season of record has no periods, and only such a season has figures.
        var period = store.period(scoresheet.id());
        period.ifPresentOrElse(
                read -> reported(asked, read.id(), units, byUnit), () -> stated(asked, scoresheet.seasonId(), byUnit));
        for (var assessment : store.assessments(scoresheet.id(), units)) {
            for (var key : carried.apply(assessment.unitId(), assessment.criterionCode())) {
                put(byUnit, assessment.unitId(), key, FactOf.of(assessment));
            }
        }
        if (asked.criteria().stream().anyMatch(criterion -> !criterion.periods().isEmpty())) {
            var own = asking.id().equals(scoresheet.id()) ? period : store.period(asking.id());
            outOfPeriod(asking, asked, own.map(PeriodRead::kind).orElse(Period.Kind.YEAR), byUnit);
        }
        excepted(asking, asked, byUnit);
        var facts = new HashMap<UUID, Facts>();
        byUnit.forEach((unit, known) -> facts.put(unit, Facts.of(unit, known)));
        return facts;
    }

    /** Only what is handed in is a fact; a verified value stands above the reported one. */
    private void reported(Sheet sheet, UUID period, List<UUID> units, Map<UUID, Map<String, Fact>> byUnit) {
        var byIndicator = asked(sheet);
        var one = units.size() == 1 ? units.getFirst() : null;
        for (var known : reports.of(period, one)) {
            if (known.handedIn() && byUnit.containsKey(known.unitId())) {
                byIndicator
                        .getOrDefault(known.indicatorId(), List.of())
                        .forEach(code -> put(byUnit, known.unitId(), code, FactOf.of(known)));
            }
        }
        if (sheet.criteria().stream().anyMatch(FactReader::isLateReport)) {
            for (var late : reports.punctuality(period)) {
                if (late.daysLate() != null && late.reportId() != null && byUnit.containsKey(late.unitId())) {
                    var fact = FactOf.of(late.daysLate(), late.reportId());
                    lateReports(sheet, late.unitId()).forEach(code -> put(byUnit, late.unitId(), code, fact));
                }
            }
        }
    }

    /** A number and a percent of plan that are both stated of one indicator are one fact. */
    private void stated(Sheet sheet, UUID season, Map<UUID, Map<String, Fact>> byUnit) {
        var byIndicator = asked(sheet);
        for (var figure : figures.of(season)) {
            var known = byUnit.get(figure.unitId());
            if (known != null) {
                byIndicator
                        .getOrDefault(figure.indicatorId(), List.of())
                        .forEach(code -> known.merge(code, FactOf.of(figure), FactOf::together));
            }
        }
    }

    /** The names under which the sheet asks for what is known of each indicator. */
    private static Map<UUID, List<String>> asked(Sheet sheet) {
        var byIndicator = new HashMap<UUID, List<String>>();
        for (var criterion : sheet.criteria()) {
            ask(byIndicator, criterion.indicatorId(), criterion.code());
            for (var input : criterion.inputs()) {
                ask(byIndicator, input.indicatorId(), Input.key(criterion.code(), input.code()));
            }
        }
        return byIndicator;
    }

    /** What the sheet itself says does not apply stands above whatever was reported or assessed. */
    private static void excepted(Scoresheet scoresheet, Sheet sheet, Map<UUID, Map<String, Fact>> byUnit) {
        for (var criterion : sheet.criteria()) {
            for (var unit : criterion.notFor()) {
                if (byUnit.containsKey(unit)) {
                    put(byUnit, unit, criterion.code(), leftOut(List.of(said(scoresheet))));
                }
            }
        }
    }

    /** So does what it says does not apply in its period. */
    private static void outOfPeriod(
            Scoresheet scoresheet, Sheet sheet, Period.Kind kind, Map<UUID, Map<String, Fact>> byUnit) {
        var fact = leftOut(List.of(said(scoresheet), new Source(Facts.PERIOD, kind.name())));
        for (var criterion : sheet.criteria()) {
            if (!criterion.appliesIn(kind)) {
                byUnit.keySet().forEach(unit -> put(byUnit, unit, criterion.code(), fact));
            }
        }
    }

    private static Source said(Scoresheet scoresheet) {
        return new Source("SCORESHEET", scoresheet.id().toString());
    }

    private static Fact leftOut(List<Source> sources) {
        return new Fact(null, null, true, Origin.ASSESSED, Direction.RAISE, null, null, null, sources);
    }

    private static void ask(Map<UUID, List<String>> byIndicator, @Nullable UUID indicator, String name) {
        if (indicator != null) {
            byIndicator.computeIfAbsent(indicator, _ -> new ArrayList<>()).add(name);
        }
    }

    /** Criteria of days late that name no indicator are about the report itself; an assessment by hand stands above it. */
    private static List<String> lateReports(Sheet sheet, UUID unit) {
        return sheet.criteria().stream()
                .map(criterion -> criterion.forUnit(unit))
                .filter(FactReader::isLateReport)
                .map(Criterion::code)
                .toList();
    }

    /** For some unit at least. */
    private static boolean isLateReport(Criterion criterion) {
        return criterion.indicatorId() == null
                && (criterion.rule() instanceof ScoringRule.DaysLate
                        || criterion.variants().stream()
                                .anyMatch(variant -> variant.rule() instanceof ScoringRule.DaysLate));
    }

    private static void put(Map<UUID, Map<String, Fact>> byUnit, UUID unit, String code, Fact fact) {
        byUnit.computeIfAbsent(unit, _ -> new HashMap<>()).put(code, fact);
    }

    /** The hash of a unit's facts, as a ranking keeps it. */
    public static String sha256(Facts facts) {
        return Canonical.sha256(Canonical.text(facts));
    }
}
