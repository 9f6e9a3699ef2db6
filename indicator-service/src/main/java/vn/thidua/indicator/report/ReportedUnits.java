package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Values of many units at once, each taken by the rules of a block, all with the same few statements. */
@Service
public class ReportedUnits {
    /**
     * A value as it stands in somebody's form; evidence stays as it is. With neither a value nor names, and applicable, it empties the cell.
     *
     * @param version of the cell that the author saw; null takes a cell that is empty or the author's own, and no other's
     * @param unit in which it is typed; null is the indicator's own
     * @param qualifier where the value is not stated exactly; null where it is
     * @param reached names on the target's list; null where none are named
     * @param estimate whether it is one; null leaves what is said of that
     * @param explanation null leaves the one there is
     */
    public record Entry(
            UUID indicatorId,
            @Nullable Long version,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable Qualifier qualifier,
            @Nullable List<String> reached,
            boolean notApplicable,
            @Nullable Boolean estimate,
            @Nullable String explanation) {
        /**
         * A form shows only those names that count: the same ones come back as nothing new.
         *
         * @param items of the unit's target
         */
        Block.Wanted wanted(long over, Cell present, List<String> items) {
            var counted = present.counted(items);
            var asShown =
                    reached != null && counted != null && Set.copyOf(reached).equals(Set.copyOf(counted));
            var actuality = estimate == null ? null : estimate ? Cell.Actuality.ESTIMATE : Cell.Actuality.ACTUAL;
            return new Block.Wanted(
                    indicatorId,
                    over,
                    value,
                    unit,
                    qualifier,
                    asShown ? present.reached() : reached,
                    notApplicable,
                    actuality,
                    explanation == null,
                    explanation,
                    null);
        }
    }

    /** What is said of a unit; each unit once. */
    public record Said(String unitCode, List<Entry> entries) {
        public Said {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param refusal why nothing of the unit could be taken, or null
     * @param entries what became of each entry, in their order; empty where all was refused
     */
    public record Taken(@Nullable Problem refusal, List<ReportedValues.Taken> entries) {
        public Taken {
            entries = List.copyOf(entries);
        }
    }

    private final UnitsStore store;
    private final UnitsQueries queries;
    private final UnitsSaving saving;
    private final UnitsGate gates;
    private final ReportStore reports;
    private final GridColumns columns;
    private final Mandates mandates;

    ReportedUnits(
            UnitsStore store,
            UnitsQueries queries,
            UnitsSaving saving,
            UnitsGate gates,
            ReportStore reports,
            GridColumns columns,
            Mandates mandates) {
        this.store = store;
        this.queries = queries;
        this.saving = saving;
        this.gates = gates;
        this.reports = reports;
        this.columns = columns;
        this.mandates = mandates;
    }

    /**
     * Judges every value and saves what can be saved.
     *
     * @param dry only judges
     * @return one for each unit, in their order
     * @throws vn.thidua.kit.problem.ProblemException 404 when there is no such period, 403 when the caller may write nowhere
     */
    @Transactional
    public List<Taken> take(Caller caller, UUID periodId, List<Said> said, boolean dry) {
        var members =
                queries.members(periodId, said.stream().map(Said::unitCode).toList());
        var units = members.values().stream()
                .map(UnitsStore.Member::unitId)
                .sorted()
                .toList();
        var bases = mandates.bases(caller, ReportAccess.WRITE, units);
        var beginning = reports.beginning(periodId, units.isEmpty() ? periodId : units.getFirst())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var gate = gates.of(beginning, bases);
        var held = store.held(periodId, units);
        var present = queries.present(periodId, units, indicators(said));
        var known = columns.byId(periodId, units);
        var judged = new ArrayList<UnitJudged>();
        for (var one : said) {
            var member = members.get(one.unitCode());
            var report = member == null ? null : held.get(member.unitId());
            var refusal = member == null
                    ? Problem.invalid(FieldError.of("/unitCode", "not-member"))
                    : gate.refusal(member, report);
            judged.add(
                    member == null || refusal != null
                            ? UnitJudged.refused(member, one.entries(), Objects.requireNonNull(refusal))
                            : UnitJudged.of(member, report, one.entries(), present, known, caller));
        }
        var touched = touched(judged, present, known);
        var done = dry ? touched : saving.save(caller, beginning.period(), touched, present, bases, gate);
        return done.stream().map(UnitJudged::taken).toList();
    }

    private static List<UUID> indicators(List<Said> said) {
        return said.stream()
                .flatMap(one -> one.entries().stream())
                .map(Entry::indicatorId)
                .distinct()
                .toList();
    }

    private List<UnitJudged> touched(
            List<UnitJudged> judged, Map<UnitsStore.Place, UnitsStore.Present> present, Map<UUID, GridColumn> known) {
        var overtaken =
                judged.stream().flatMap(unit -> unit.overtaken().stream()).collect(Collectors.toSet());
        if (overtaken.isEmpty()) {
            return judged;
        }
        var then = queries.then(overtaken);
        return judged.stream().map(unit -> unit.untouched(then, present, known)).toList();
    }
}
