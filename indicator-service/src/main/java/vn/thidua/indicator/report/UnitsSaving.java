package vn.thidua.indicator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.period.Period;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Writes what was judged for many units, and begins their reports where they are not. */
@Component
class UnitsSaving {
    private final UnitsStore store;
    private final ComputedCells computed;
    private final ReportTelling telling;
    private final Audit audit;

    UnitsSaving(UnitsStore store, ComputedCells computed, ReportTelling telling, Audit audit) {
        this.store = store;
        this.computed = computed;
        this.telling = telling;
        this.audit = audit;
    }

    /**
     * Writes it, in the caller's transaction.
     *
     * @param present what stood there when it was judged
     * @return what became of it, in the same order
     */
    List<UnitJudged> save(
            Caller caller,
            Period period,
            List<UnitJudged> judged,
            Map<UnitsStore.Place, UnitsStore.Present> present,
            Map<UUID, Basis> bases,
            UnitsGate.Of gate) {
        var begun = begun(caller, period, judged, bases, gate);
        var writings = new ArrayList<UnitsStore.Writing>();
        for (var unit : begun) {
            var report = unit.reportId();
            if (report != null && unit.member() != null) {
                var mandate = Objects.requireNonNull(bases.get(unit.member().unitId()))
                        .mandateId();
                unit.writings()
                        .values()
                        .forEach(one -> writings.add(new UnitsStore.Writing(
                                report, one.indicatorId(), one.expected(), one.cell(), mandate)));
            }
        }
        if (writings.isEmpty()) {
            return begun;
        }
        var saved = store.save(writings, caller);
        var done = new ArrayList<UnitJudged>();
        for (var unit : begun) {
            var report = unit.reportId();
            done.add(
                    report == null
                            ? unit
                            : unit.written(indicator -> saved.contains(new UnitsStore.Place(report, indicator))));
        }
        restate(
                caller,
                done,
                bases,
                saved.stream().map(UnitsStore.Place::indicatorId).distinct().toList());
        record(caller, done, present, bases);
        return done;
    }

    private List<UnitJudged> begun(
            Caller caller, Period period, List<UnitJudged> judged, Map<UUID, Basis> bases, UnitsGate.Of gate) {
        var missing = judged.stream()
                .filter(unit -> unit.reportId() == null && !unit.writings().isEmpty() && unit.member() != null)
                .map(unit -> Objects.requireNonNull(unit.member()).unitId())
                .toList();
        if (missing.isEmpty()) {
            return judged;
        }
        var ours = store.begin(period.id(), missing);
        if (!ours.isEmpty()) {
            telling.begun(caller, period, ours, bases);
        }
        // Somebody else began these at the same moment, and may have gone on.
        var others = ours.size() == missing.size()
                ? Map.<UUID, UnitsStore.Held>of()
                : store.held(
                        period.id(),
                        missing.stream().filter(unit -> !ours.containsKey(unit)).toList());
        return judged.stream()
                .map(unit -> {
                    var member = unit.member();
                    if (member == null || unit.reportId() != null) {
                        return unit;
                    }
                    if (ours.get(member.unitId()) != null) {
                        return unit.in(Objects.requireNonNull(ours.get(member.unitId())));
                    }
                    var held = others.get(member.unitId());
                    if (held == null) {
                        return unit;
                    }
                    var refusal = gate.refusal(member, held);
                    return refusal == null
                            ? unit.in(held.reportId())
                            : UnitJudged.refused(member, unit.entries(), refusal);
                })
                .toList();
    }

    private void restate(Caller caller, List<UnitJudged> done, Map<UUID, Basis> bases, List<UUID> indicators) {
        if (indicators.isEmpty() || !computed.feed(indicators)) {
            return;
        }
        var touched = new TreeMap<UUID, Basis>();
        for (var unit : done) {
            if (unit.reportId() != null
                    && unit.member() != null
                    && !unit.writings().isEmpty()) {
                touched.put(
                        unit.reportId(),
                        Objects.requireNonNull(bases.get(unit.member().unitId())));
            }
        }
        touched.forEach((report, basis) -> computed.restate(report, caller, basis));
    }

    private void record(
            Caller caller,
            List<UnitJudged> done,
            Map<UnitsStore.Place, UnitsStore.Present> present,
            Map<UUID, Basis> bases) {
        var entries = new ArrayList<AuditEntry>();
        for (var unit : done) {
            if (unit.reportId() == null || unit.member() == null) {
                continue;
            }
            var unitId = unit.member().unitId();
            var before = new ArrayList<BlockService.Side>();
            var after = new ArrayList<BlockService.Side>();
            for (var one : unit.outcomes()) {
                var writing = unit.writings().get(one.indicatorId());
                if (one.outcome() != Block.Outcome.SAVED || writing == null) {
                    continue;
                }
                after.add(side(one.indicatorId(), writing.expected() + 1, writing.cell()));
                var there = present.get(new UnitsStore.Place(unitId, one.indicatorId()));
                if (there != null && there.version() > 0) {
                    before.add(side(one.indicatorId(), there.version(), there.cell()));
                }
            }
            if (!after.isEmpty()) {
                entries.add(new AuditEntry(
                        caller,
                        bases.get(unitId),
                        "report.cells-saved",
                        Report.AGGREGATE,
                        unit.reportId(),
                        unitId,
                        before,
                        after,
                        null));
            }
        }
        if (!entries.isEmpty()) {
            audit.record(entries);
        }
    }

    private static BlockService.Side side(UUID indicatorId, long version, Cell cell) {
        return new BlockService.Side(indicatorId, version, cell.value(), cell.notApplicable());
    }
}
