package vn.thidua.indicator.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/**
 * What is to become of one unit's values.
 *
 * @param member null where no member has that code
 * @param reportId null where the unit has not begun its report
 * @param refusal why nothing of the unit is taken, or null
 * @param outcomes one for each entry, unless all is refused
 * @param writings what is to be written, by indicator
 */
record UnitJudged(
        UnitsStore.@Nullable Member member,
        @Nullable UUID reportId,
        List<ReportedUnits.Entry> entries,
        @Nullable Problem refusal,
        List<Block.Judged> outcomes,
        Map<UUID, BlockStore.Writing> writings) {
    /** A version that no cell has: such a value is taken only where it says what stands there. */
    private static final long NONE = -1;

    static UnitJudged refused(UnitsStore.@Nullable Member member, List<ReportedUnits.Entry> entries, Problem why) {
        return new UnitJudged(member, null, entries, why, List.of(), Map.of());
    }

    static UnitJudged of(
            UnitsStore.Member member,
            UnitsStore.@Nullable Held held,
            List<ReportedUnits.Entry> entries,
            Map<UnitsStore.Place, UnitsStore.Present> present,
            Map<UUID, GridColumn> columns,
            Caller caller) {
        var there = new HashMap<UUID, BlockStore.Present>();
        var wanted = new ArrayList<Block.Wanted>(entries.size());
        for (var entry : entries) {
            var stands = present.get(new UnitsStore.Place(member.unitId(), entry.indicatorId()));
            var column = columns.get(entry.indicatorId());
            if (stands != null && column != null) {
                there.put(
                        entry.indicatorId(),
                        new BlockStore.Present(column.asked(stands.items()), stands.version(), stands.cell()));
            }
            wanted.add(
                    stands == null
                            ? entry.wanted(NONE, Cell.EMPTY, List.of())
                            : entry.wanted(over(entry, stands, column, caller), stands.cell(), stands.items()));
        }
        var writings = new LinkedHashMap<UUID, BlockStore.Writing>();
        var outcomes = BlockService.judge(wanted, there, Set.of(), writings);
        return new UnitJudged(member, held == null ? null : held.reportId(), entries, null, outcomes, writings);
    }

    /** Where its author does not say which version was seen, an entry is for a cell that is empty, the author's own, or nobody's. */
    private static long over(
            ReportedUnits.Entry entry, UnitsStore.Present stands, @Nullable GridColumn column, Caller caller) {
        if (entry.version() != null) {
            return entry.version();
        }
        var nobodys = stands.version() == 0 || (column != null && column.formula() != null);
        return nobodys || stands.isOf(caller) ? stands.version() : NONE;
    }

    /** The places that cannot be written as they were sent, at which somebody may have written since; as they were when their author saw them. */
    List<UnitsStore.Then> overtaken() {
        var overtaken = new ArrayList<UnitsStore.Then>();
        for (int i = 0; i < outcomes.size(); i++) {
            var then = then(i);
            if (then != null) {
                overtaken.add(then);
            }
        }
        return overtaken;
    }

    private UnitsStore.@Nullable Then then(int place) {
        var entry = entries.get(place);
        var outcome = outcomes.get(place).outcome();
        // What a list held when a form was made may be refused by the cell that is there now, though nobody touched it
        // in the form.
        var mayBeUntouched = outcome == Block.Outcome.STALE || outcome == Block.Outcome.REFUSED;
        return mayBeUntouched && reportId != null && entry.version() != null
                ? new UnitsStore.Then(reportId, entry.indicatorId(), entry.version())
                : null;
    }

    /** What says the same as when its author saw it was not touched, whatever became of the cell since. */
    UnitJudged untouched(
            Map<UnitsStore.Then, Cell> saidThen,
            Map<UnitsStore.Place, UnitsStore.Present> present,
            Map<UUID, GridColumn> columns) {
        var judged = new ArrayList<Block.Judged>(outcomes);
        for (int i = 0; i < judged.size(); i++) {
            var then = then(i);
            if (then == null || member == null) {
                continue;
            }
            var stands = present.get(new UnitsStore.Place(member.unitId(), then.indicatorId()));
            var cell = then.version() == 0 ? Cell.EMPTY : saidThen.get(then);
            var column = columns.get(then.indicatorId());
            if (cell != null && column != null && stands != null) {
                var reading = entries.get(i)
                        .wanted(then.version(), cell, stands.items())
                        .over(cell, column.asked(stands.items()));
                if (reading.faults().isEmpty() && reading.cell().saysTheSameAs(cell)) {
                    judged.set(i, new Block.Judged(then.indicatorId(), Block.Outcome.UNCHANGED));
                }
            }
        }
        return new UnitJudged(member, reportId, entries, refusal, judged, writings);
    }

    /** With its report, which was just begun. */
    UnitJudged in(UUID report) {
        return new UnitJudged(member, report, entries, refusal, outcomes, writings);
    }

    /** After the writing; what was not written was written by somebody else a moment before. */
    UnitJudged written(Predicate<UUID> isWritten) {
        var judged = outcomes.stream()
                .map(one -> one.outcome() == Block.Outcome.SAVED && !isWritten.test(one.indicatorId())
                        ? new Block.Judged(one.indicatorId(), Block.Outcome.STALE)
                        : one)
                .toList();
        return new UnitJudged(member, reportId, entries, refusal, judged, writings);
    }

    ReportedUnits.Taken taken() {
        var taken = new ArrayList<ReportedValues.Taken>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            taken.add(ReportedValues.Taken.of(outcomes.get(i), entries.get(i).version() != null));
        }
        return new ReportedUnits.Taken(refusal, taken);
    }
}
