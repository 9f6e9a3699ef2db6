package vn.thidua.indicator.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

/** Changes frozen targets: somebody proposes, the organiser's office approves or refuses, and every text that ever was in force stays. */
@Service
class AmendmentService {
    /** There is nothing to amend: what is not frozen is simply written. */
    private static final ProblemType NOT_FROZEN = new ProblemType("targets-not-frozen", HttpStatus.CONFLICT);
    /** Another amendment of the same target waits for its decision, or this one is decided. */
    private static final ProblemType AMENDMENT_STATUS = new ProblemType("amendment-status", HttpStatus.CONFLICT);

    private final AmendmentStore store;
    private final TargetStore targets;
    private final TargetSheetStore sheets;
    private final TargetFreezing freezing;
    private final SeasonAccess access;
    private final Mandates mandates;
    private final AmendmentTelling telling;

    AmendmentService(
            AmendmentStore store,
            TargetStore targets,
            TargetSheetStore sheets,
            TargetFreezing freezing,
            SeasonAccess access,
            Mandates mandates,
            AmendmentTelling telling) {
        this.store = store;
        this.targets = targets;
        this.sheets = sheets;
        this.freezing = freezing;
        this.access = access;
        this.mandates = mandates;
        this.telling = telling;
    }

    /**
     * Proposes. Organiser and head propose all of it, a member's own people what it registers.
     *
     * @param given of which the unit of measure and last year's number are not asked: they stay
     */
    @Transactional
    Amendment propose(Caller caller, UUID seasonId, TargetDrafts.Given given, String reason) {
        var season = access.season(seasonId);
        var whole = access.may(caller, season, TargetService.WRITE);
        var basis = whole
                ? access.require(caller, season, TargetService.WRITE)
                : mandates.require(caller, TargetService.REGISTER, given.unitId());
        SeasonAccess.requireNotClosed(season);
        if (sheets.lock(seasonId).frozen() == null) {
            throw Problem.of(NOT_FROZEN).asException();
        }
        var target = targets.find(seasonId, given.unitId(), given.indicatorId())
                .orElseThrow(() -> Problem.invalid(FieldError.of("/indicatorId", "not-found"))
                        .asException());
        var shall = settled(given, target);
        if (!whole && TargetService.movesAssigned(target, shall)) {
            throw Problem.because(ProblemType.FORBIDDEN, "assigned-from-above").asException();
        }
        var after = Amendment.Terms.of(shall);
        if (after.equals(Amendment.Terms.of(target))) {
            throw Problem.invalid(FieldError.of("", "unchanged")).asException();
        }
        var proposed = store.propose(seasonId, target, after, reason, caller.subject())
                .orElseThrow(() -> Problem.of(AMENDMENT_STATUS)
                        .with("amendmentStatus", Amendment.Status.PROPOSED.name())
                        .asException());
        telling.proposed(caller, basis, proposed);
        return proposed;
    }

    /** The target as it shall stand, judged like one that is written before the freeze. */
    private Target settled(TargetDrafts.Given given, Target target) {
        var measured = Objects.requireNonNull(
                targets.measured(List.of(target.indicatorId())).get(target.indicatorId()));
        var inUnit = given.measured(
                target.lastYear(),
                measured.units().named(target.unitOfMeasure()) == null ? null : target.unitOfMeasure());
        var errors = new ArrayList<>(TargetDrafts.faults(inUnit, measured, ""));
        var shall = TargetDrafts.target(inUnit, measured, target, "", errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return shall;
    }

    /** Approves: the target changes, the season's text is frozen anew and others are told. Nobody approves what he proposed. */
    @Transactional
    Amendment approve(Caller caller, UUID seasonId, UUID id) {
        var season = access.season(seasonId);
        var basis = mandates.require(caller, TargetService.WRITE, season.organiserId());
        SeasonAccess.requireNotClosed(season);
        // The sheet first, as every writer of its rows does.
        sheets.lock(seasonId);
        var proposed = open(seasonId, id);
        if (proposed.proposedBy().equals(caller.subject())) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-proposal").asException();
        }
        requireAnswers(proposed);
        var approved = store.decide(id, caller.subject(), null);
        store.apply(approved);
        freezing.freezeAnew(season, caller.subject());
        telling.approved(caller, basis, proposed, approved);
        return approved;
    }

    /** What was proposed before it had to be one of the answers cannot be approved any more. */
    private void requireAnswers(Amendment proposed) {
        var id = proposed.indicatorId();
        var answers =
                Objects.requireNonNull(targets.measured(List.of(id)).get(id)).answers();
        if (answers != null) {
            var errors = new ArrayList<FieldError>();
            answers.check(
                    errors, "", proposed.after().numbers(), proposed.before().numbers());
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors).asException();
            }
        }
    }

    /** Refuses with a reason; whoever proposed it may so take it back. */
    @Transactional
    Amendment refuse(Caller caller, UUID seasonId, UUID id, String reason) {
        var season = access.season(seasonId);
        var proposed = open(seasonId, id);
        var basis = proposed.proposedBy().equals(caller.subject())
                ? ownBasis(caller, season, proposed)
                : mandates.require(caller, TargetService.WRITE, season.organiserId());
        var refused = store.decide(id, caller.subject(), reason);
        telling.refused(caller, basis, proposed, refused);
        return refused;
    }

    private Basis ownBasis(Caller caller, Season season, Amendment proposed) {
        return access.may(caller, season, TargetService.WRITE)
                ? access.require(caller, season, TargetService.WRITE)
                : mandates.require(caller, TargetService.REGISTER, proposed.unitId());
    }

    private Amendment open(UUID seasonId, UUID id) {
        var found = store.lock(seasonId, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (found.status() != Amendment.Status.PROPOSED) {
            throw Problem.of(AMENDMENT_STATUS)
                    .with("amendmentStatus", found.status().name())
                    .asException();
        }
        return found;
    }
}
