package vn.thidua.cluster.unit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.replica.UnitEvent;
import vn.thidua.kit.security.Caller;

/** Tells everybody who has to know of founded and changed units: the own copy, the feed, the audit. */
@Component
class UnitTelling {
    /** A unit as the feed tells it, to agencies too. */
    record UnitPublished(
            String code, @Nullable String agencyCode, Unit.Kind kind, Unit.Level level, List<Unit.State> states) {}

    /** @param before null when it was founded */
    record Told(
            @Nullable Basis basis,
            @Nullable Unit before,
            Unit unit,
            String action,
            @Nullable String reason) {
        UUID id() {
            return unit.id();
        }
    }

    private final MandateCopy copy;
    private final Outbox outbox;
    private final Audit audit;

    UnitTelling(MandateCopy copy, Outbox outbox, Audit audit) {
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param caller null for the set-up, which has none */
    void tell(@Nullable Caller caller, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        copy.put(told.stream()
                .map(one -> new MandateCopy.CopiedUnit(one.id(), one.unit().version(), event(one.unit())))
                .toList());
        outbox.publish(told.stream()
                .map(one -> new Outbox.Publication(
                        UnitEvent.AGGREGATE,
                        one.id(),
                        one.unit().version(),
                        "vn.thidua." + one.action(),
                        one.id(),
                        published(one.unit())))
                .toList());
        audit.record(told.stream()
                .map(one -> new AuditEntry(
                        caller,
                        one.basis(),
                        one.action(),
                        UnitEvent.AGGREGATE,
                        one.id(),
                        one.id(),
                        one.before(),
                        one.unit(),
                        one.reason()))
                .toList());
    }

    private static UnitEvent event(Unit unit) {
        return new UnitEvent(
                unit.code(),
                unit.states().stream()
                        .map(s -> new UnitEvent.State(s.from(), s.until(), s.name(), s.parentId()))
                        .toList());
    }

    private static UnitPublished published(Unit unit) {
        return new UnitPublished(unit.code(), unit.office().agencyCode(), unit.kind(), unit.level(), unit.states());
    }
}
