package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.report.ReportFacts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Facts.Origin;
import vn.thidua.indicator.score.Facts.Source;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;

/** Gathers what is known of units: reported and verified values with their targets, and what was assessed by hand. */
@Component
public class FactReader {
    private final ScoreStore store;
    private final ReportFacts reports;

    FactReader(ScoreStore store, ReportFacts reports) {
        this.store = store;
        this.reports = reports;
    }

    /** The facts of each of the units; of one of whom nothing is known, empty ones. */
    public Map<UUID, Facts> facts(Scoresheet scoresheet, List<UUID> units) {
        return facts(scoresheet, scoresheet.sheet(), key -> List.of(key), units);
    }

    /**
     * What was known of the units by a scoresheet, as another sheet asks for it: the same reports by its indicators, and of what was
     * assessed by hand what is carried over.
     *
     * @param carried the keys under which the other sheet asks for what was assessed under this one; none where it means something else
     */
    public Map<UUID, Facts> facts(
            Scoresheet scoresheet, Sheet asked, Function<String, List<String>> carried, List<UUID> units) {
        var byUnit = new HashMap<UUID, Map<String, Fact>>();
        units.forEach(unit -> byUnit.put(unit, new HashMap<>()));
        store.period(scoresheet.id()).ifPresent(period -> reported(asked, period, units, byUnit));
        for (var assessment : store.assessments(scoresheet.id(), units)) {
            for (var key : carried.apply(assessment.criterionCode())) {
                put(byUnit, assessment.unitId(), key, fact(assessment));
            }
        }
        excepted(scoresheet, asked, byUnit);
        var facts = new HashMap<UUID, Facts>();
        byUnit.forEach((unit, known) -> facts.put(unit, Facts.of(unit, known)));
        return facts;
    }

    /** Only what is handed in is a fact; a verified value stands above the reported one. */
    private void reported(Sheet sheet, UUID period, List<UUID> units, Map<UUID, Map<String, Fact>> byUnit) {
        var byIndicator = new HashMap<UUID, List<String>>();
        for (var criterion : sheet.criteria()) {
            ask(byIndicator, criterion.indicatorId(), criterion.code());
            for (var input : criterion.inputs()) {
                ask(byIndicator, input.indicatorId(), Input.key(criterion.code(), input.code()));
            }
        }
        var one = units.size() == 1 ? units.getFirst() : null;
        for (var known : reports.of(period, one)) {
            if (known.handedIn() && byUnit.containsKey(known.unitId())) {
                byIndicator
                        .getOrDefault(known.indicatorId(), List.of())
                        .forEach(code -> put(byUnit, known.unitId(), code, fact(known)));
            }
        }
        var aboutTheReport = lateReports(sheet);
        if (!aboutTheReport.isEmpty()) {
            for (var late : reports.punctuality(period)) {
                if (late.daysLate() != null && late.reportId() != null && byUnit.containsKey(late.unitId())) {
                    var fact = fact(late.daysLate(), late.reportId());
                    aboutTheReport.forEach(code -> put(byUnit, late.unitId(), code, fact));
                }
            }
        }
    }

    /** What the sheet itself says does not apply stands above whatever was reported or assessed. */
    private static void excepted(Scoresheet scoresheet, Sheet sheet, Map<UUID, Map<String, Fact>> byUnit) {
        var source = List.of(new Source("SCORESHEET", scoresheet.id().toString()));
        for (var criterion : sheet.criteria()) {
            for (var unit : criterion.notFor()) {
                if (byUnit.containsKey(unit)) {
                    var fact = new Fact(null, null, true, Origin.ASSESSED, Direction.RAISE, null, null, null, source);
                    put(byUnit, unit, criterion.code(), fact);
                }
            }
        }
    }

    private static void ask(Map<UUID, List<String>> byIndicator, @Nullable UUID indicator, String name) {
        if (indicator != null) {
            byIndicator.computeIfAbsent(indicator, _ -> new ArrayList<>()).add(name);
        }
    }

    /** Criteria of days late that name no indicator are about the report itself; an assessment by hand stands above it. */
    private static List<String> lateReports(Sheet sheet) {
        return sheet.criteria().stream()
                .filter(criterion ->
                        criterion.indicatorId() == null && criterion.rule() instanceof ScoringRule.DaysLate)
                .map(Sheet.Criterion::code)
                .toList();
    }

    private static Fact fact(ReportFacts.Fact known) {
        var verified = known.verified() != null;
        var sources = new ArrayList<Source>();
        add(sources, "REPORT", known.reportId());
        add(sources, "CELL", known.revisionId());
        add(sources, "VERIFICATION", known.verificationId());
        computed(sources, known);
        known.struck().forEach(name -> sources.add(new Source("STRUCK", name)));
        var counted = known.counted() == null ? known.reported() : known.counted();
        return new Fact(
                verified ? known.verified() : counted,
                verified || known.counted() != null ? known.reported() : null,
                !verified && known.notApplicable(),
                verified ? Origin.VERIFIED : Origin.REPORTED,
                known.direction(),
                known.assigned(),
                known.registered(),
                known.lastYear(),
                sources);
    }

    /** What is computed says from which cells, and why nothing came out. */
    private static void computed(List<Source> sources, ReportFacts.Fact known) {
        var computation = known.computation();
        if (computation != null) {
            sources.add(new Source("FORMULA", computation.formula()));
            computation.inputs().forEach(input -> add(sources, "INPUT", input.revisionId()));
            if (computation.none() != null) {
                sources.add(new Source("NOT_COMPUTED", computation.none().name()));
            }
        }
    }

    private static void add(List<Source> sources, String kind, @Nullable UUID id) {
        if (id != null) {
            sources.add(new Source(kind, id.toString()));
        }
    }

    private static Fact fact(int daysLate, UUID reportId) {
        return new Fact(
                BigDecimal.valueOf(daysLate),
                null,
                false,
                Origin.REPORTED,
                Direction.RAISE,
                null,
                null,
                null,
                List.of(new Source("REPORT", reportId.toString())));
    }

    private static void put(Map<UUID, Map<String, Fact>> byUnit, UUID unit, String code, Fact fact) {
        byUnit.computeIfAbsent(unit, _ -> new HashMap<>()).put(code, fact);
    }

    private static Fact fact(ScoreStore.Assessment assessment) {
        return new Fact(
                assessment.value(),
                null,
                assessment.notApplicable(),
                Origin.ASSESSED,
                Direction.RAISE,
                null,
                null,
                null,
                List.of(new Source("ASSESSMENT", assessment.id().toString())));
    }

    /** The hash of a unit's facts, as a ranking keeps it. */
    public static String sha256(Facts facts) {
        return Canonical.sha256(Canonical.text(facts));
    }
}
