package vn.thidua.indicator.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** The way of a unit's targets before they are frozen: proposed by the unit, agreed or sent back, approved by the organiser's office. */
@Service
class AgreementService {
    /** @param version of the agreement that the caller saw */
    record Seen(UUID unitId, long version) {}

    /**
     * What the caller saw of the unit whose numbers he speaks for.
     *
     * @param targetsSha256 of the numbers: while they are a draft they change without a step of the agreement
     */
    record Shown(long version, String targetsSha256) {}

    private final AgreementStore store;
    private final AgreementGuard guard;
    private final AgreementRefusals refusals;
    private final TargetSheetStore sheets;
    private final SeasonAccess access;
    private final Mandates mandates;
    private final TargetHashes hashes;

    AgreementService(
            AgreementStore store,
            AgreementGuard guard,
            AgreementRefusals refusals,
            TargetSheetStore sheets,
            SeasonAccess access,
            Mandates mandates,
            TargetHashes hashes) {
        this.store = store;
        this.guard = guard;
        this.refusals = refusals;
        this.sheets = sheets;
        this.access = access;
        this.mandates = mandates;
        this.hashes = hashes;
    }

    /** The unit's people propose what stands there; from then on they do not change it. */
    @Transactional
    void propose(Caller caller, UUID seasonId, UUID unitId, @Nullable String note, Shown shown) {
        var season = access.season(seasonId);
        var basis = mandates.require(caller, TargetService.REGISTER, unitId);
        var before = held(season, unitId, shown.version());
        requireStatus(before, Agreement.Status.DRAFT);
        if (store.states(seasonId, List.of(unitId)).isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "unit-without-targets").asException();
        }
        requireNumbers(season, before, shown);
        add(caller, basis, season, "targets.proposed", before, Agreement.Step.PROPOSED, note);
    }

    /** The unit's people take it back before it is answered. */
    @Transactional
    void withdraw(Caller caller, UUID seasonId, UUID unitId, @Nullable String note, long expected) {
        var season = access.season(seasonId);
        var basis = mandates.require(caller, TargetService.REGISTER, unitId);
        var before = held(season, unitId, expected);
        requireStatus(before, Agreement.Status.PROPOSED);
        add(caller, basis, season, "targets.proposal-withdrawn", before, Agreement.Step.WITHDRAWN, note);
    }

    /** Agrees to the numbers: those above to what the unit proposed, the unit to what they changed. Nobody agrees with himself. */
    @Transactional
    void agree(Caller caller, UUID seasonId, UUID unitId, @Nullable String note, Shown shown) {
        var season = access.season(seasonId);
        var above = guard.isAbove(caller, season, unitId);
        var basis = above
                ? guard.requireAbove(caller, season, unitId)
                : mandates.require(caller, TargetService.REGISTER, unitId);
        var before = held(season, unitId, shown.version());
        requireStatus(before, Agreement.Status.PROPOSED);
        if (before.turn() == Agreement.Side.ABOVE) {
            if (!above) {
                throw Problem.because(ProblemType.FORBIDDEN, "answered-from-above")
                        .asException();
            }
        } else {
            if (!mandates.may(caller, TargetService.REGISTER, unitId)) {
                throw Problem.because(ProblemType.FORBIDDEN, "answered-by-unit").asException();
            }
            basis = mandates.require(caller, TargetService.REGISTER, unitId);
        }
        if (caller.subject().equals(before.by())) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-numbers").asException();
        }
        requireNumbers(season, before, shown);
        add(caller, basis, season, "targets.agreed", before, Agreement.Step.AGREED, note);
    }

    /** Those above send it back: the unit's people write again. */
    @Transactional
    void giveBack(Caller caller, UUID seasonId, UUID unitId, String reason, long expected) {
        var season = access.season(seasonId);
        var basis = guard.requireAbove(caller, season, unitId);
        var before = held(season, unitId, expected);
        requireStatus(before, Agreement.Status.PROPOSED);
        add(caller, basis, season, "targets.returned", before, Agreement.Step.RETURNED, reason);
    }

    /** The organiser's office opens what was agreed or approved again. */
    @Transactional
    void reopen(Caller caller, UUID seasonId, UUID unitId, String reason, long expected) {
        var season = access.season(seasonId);
        var basis = mandates.require(caller, TargetService.WRITE, season.organiserId());
        var before = held(season, unitId, expected);
        if (before.status() != Agreement.Status.NEGOTIATED && before.status() != Agreement.Status.APPROVED) {
            throw refusals.status(before).asException();
        }
        add(caller, basis, season, "targets.reopened", before, Agreement.Step.REOPENED, reason);
    }

    /** The organiser's office approves what was agreed, all of it or nothing; the head, who competes, does not. */
    @Transactional
    void approve(Caller caller, UUID seasonId, List<Seen> seen) {
        var season = access.season(seasonId);
        var basis = mandates.require(caller, TargetService.WRITE, season.organiserId());
        requireEachOnce(seen);
        hold(season);
        var present = store.present(seasonId, null);
        var before = seen.stream()
                .map(one -> present.getOrDefault(one.unitId(), Agreement.none(one.unitId())))
                .toList();
        var moved = new ArrayList<UUID>();
        for (int i = 0; i < seen.size(); i++) {
            if (before.get(i).version() != seen.get(i).version()) {
                moved.add(seen.get(i).unitId());
            }
        }
        if (!moved.isEmpty()) {
            throw Problem.of(ProblemType.VERSION_MISMATCH)
                    .with("unitIds", AgreementRefusals.shown(moved))
                    .asException();
        }
        var others = before.stream()
                .filter(one -> one.status() != Agreement.Status.NEGOTIATED)
                .map(Agreement::unitId)
                .toList();
        if (!others.isEmpty()) {
            throw refusals.status(others).asException();
        }
        store.add(seasonId, before, Agreement.Step.APPROVED, null, caller, basis);
        guard.record(caller, basis, "targets.approved", seasonId, before, Agreement.Step.APPROVED, null);
    }

    private static void requireEachOnce(List<Seen> seen) {
        var errors = new ArrayList<FieldError>();
        var units = new HashSet<UUID>();
        for (int i = 0; i < seen.size(); i++) {
            if (!units.add(seen.get(i).unitId())) {
                errors.add(FieldError.of("/units/" + i + "/unitId", "taken"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    /** The sheet is held first, as every writer of its rows does. */
    private void hold(Season season) {
        SeasonAccess.requireNotClosed(season);
        TargetService.requireOpen(sheets.lock(season.id()));
    }

    private Agreement held(Season season, UUID unitId, long expected) {
        hold(season);
        var agreement = store.find(season.id(), unitId);
        if (agreement.version() != expected) {
            throw Versions.mismatch(agreement.version()).asException();
        }
        return agreement;
    }

    /** Nobody speaks for numbers that he has not seen. */
    private void requireNumbers(Season season, Agreement before, Shown shown) {
        var now = hashes.of(season.id(), before.unitId());
        if (!now.equals(shown.targetsSha256())) {
            throw Problem.because(ProblemType.VERSION_MISMATCH, "targets-moved")
                    .with("currentVersion", before.version())
                    .with("targetsSha256", now)
                    .asException();
        }
    }

    private void requireStatus(Agreement agreement, Agreement.Status wanted) {
        if (agreement.status() != wanted) {
            throw refusals.status(agreement).asException();
        }
    }

    private void add(
            Caller caller,
            Basis basis,
            Season season,
            String action,
            Agreement before,
            Agreement.Step step,
            @Nullable String note) {
        store.add(season.id(), List.of(before), step, note, caller, basis);
        guard.record(caller, basis, action, season.id(), List.of(before), step, note);
    }
}
