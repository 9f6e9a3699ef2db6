package vn.thidua.indicator.target;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;

/**
 * Stands beside whoever writes targets or freezes them, so that nothing changes under what was proposed, agreed or approved without being
 * seen. The sheet is held by the caller.
 */
@Component
class AgreementGuard {
    /**
     * The agreements under way before something is written.
     *
     * @param states of the units' targets then
     */
    record Watch(Map<UUID, Agreement> agreements, Map<UUID, String> states) {}

    private final AgreementStore store;
    private final AgreementRefusals refusals;
    private final SeasonAccess access;
    private final Mandates mandates;
    private final Audit audit;

    AgreementGuard(
            AgreementStore store, AgreementRefusals refusals, SeasonAccess access, Mandates mandates, Audit audit) {
        this.store = store;
        this.refusals = refusals;
        this.access = access;
        this.mandates = mandates;
        this.audit = audit;
    }

    /**
     * Call before anything is written.
     *
     * @param unitId the only one whose targets will be, or null
     */
    Watch watch(UUID seasonId, @Nullable UUID unitId) {
        var agreements = store.present(seasonId, unitId).values().stream()
                .filter(one -> one.status() != Agreement.Status.DRAFT)
                .collect(Collectors.toMap(Agreement::unitId, one -> one));
        return new Watch(agreements, agreements.isEmpty() ? Map.of() : store.states(seasonId, agreements.keySet()));
    }

    /**
     * Call after all is written. Where those above changed what was proposed or agreed, it is proposed anew and the unit is to answer.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 where something was approved, or the unit's own people changed it
     */
    void settle(Caller caller, Basis basis, Season season, Watch watch) {
        if (watch.agreements().isEmpty()) {
            return;
        }
        var now = store.states(season.id(), watch.agreements().keySet());
        var changed = watch.agreements().values().stream()
                .filter(one -> !Objects.equals(watch.states().get(one.unitId()), now.get(one.unitId())))
                .sorted(Comparator.comparing(Agreement::unitId))
                .toList();
        for (var one : changed) {
            if (one.status() == Agreement.Status.APPROVED || !isAbove(caller, season, one.unitId())) {
                throw refusals.locked(one).asException();
            }
        }
        if (!changed.isEmpty()) {
            store.add(season.id(), changed, Agreement.Step.CHANGED, null, caller, basis);
            record(
                    caller,
                    basis,
                    "targets.changed-under-agreement",
                    season.id(),
                    changed,
                    Agreement.Step.CHANGED,
                    null);
        }
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 while a unit's targets are proposed or agreed and not yet approved */
    void requireNoneOpen(UUID seasonId, Map<UUID, Member> members) {
        var open = store.present(seasonId, null).values().stream()
                .filter(one -> one.status() == Agreement.Status.PROPOSED || one.status() == Agreement.Status.NEGOTIATED)
                .map(Agreement::unitId)
                .toList();
        if (!open.isEmpty()) {
            var names = open.stream()
                    .map(unit -> {
                        var member = members.get(unit);
                        return member == null || member.name() == null ? unit.toString() : member.name();
                    })
                    .sorted()
                    .toList();
            throw refusals.open(open, names).asException();
        }
    }

    /** Whether the caller speaks for those above that unit: the head does not for itself, as it competes too. */
    boolean isAbove(Caller caller, Season season, UUID unitId) {
        return season.heads().contains(unitId)
                ? mandates.may(caller, TargetService.WRITE, season.organiserId())
                : access.may(caller, season, TargetService.WRITE);
    }

    /** @throws vn.thidua.kit.problem.ProblemException 403 where the caller is not above that unit */
    Basis requireAbove(Caller caller, Season season, UUID unitId) {
        return season.heads().contains(unitId)
                ? mandates.require(caller, TargetService.WRITE, season.organiserId())
                : access.require(caller, season, TargetService.WRITE);
    }

    /** One entry for each unit, as each has readers of its own. */
    void record(
            Caller caller,
            Basis basis,
            String action,
            UUID seasonId,
            List<Agreement> before,
            Agreement.Step step,
            @Nullable String reason) {
        audit.record(before.stream()
                .map(one -> new AuditEntry(
                        caller,
                        basis,
                        action,
                        TargetSheet.AGGREGATE,
                        seasonId,
                        one.unitId(),
                        new Reached(one.status(), one.version()),
                        new Reached(step.status(), one.version() + 1),
                        reason))
                .toList());
    }

    private record Reached(Agreement.Status status, long version) {}
}
