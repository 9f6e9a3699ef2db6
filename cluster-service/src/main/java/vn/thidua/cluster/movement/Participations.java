package vn.thidua.cluster.movement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.movement.Participation.Report;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Units join a movement and report what they did. */
@Service
class Participations {
    private final MovementStore movements;
    private final MovementPartStore store;
    private final MovementAuthority authority;
    private final Seasons seasons;
    private final Units units;
    private final Audit audit;

    Participations(
            MovementStore movements,
            MovementPartStore store,
            MovementAuthority authority,
            Seasons seasons,
            Units units,
            Audit audit) {
        this.movements = movements;
        this.store = store;
        this.authority = authority;
        this.seasons = seasons;
        this.units = units;
        this.audit = audit;
    }

    /** A unit under the launching one, or a member of the movement's season. */
    @Transactional
    UUID join(Caller caller, UUID id, UUID unitId, LocalDate on) {
        units.requireKnown("/unitId", unitId);
        var held = authority.joining(caller, id, unitId);
        var movement = held.movement();
        if (movement.seasonId() != null) {
            var season = seasons.find(movement.seasonId()).orElseThrow();
            if (!seasons.members(season).contains(unitId)) {
                throw invalid("/unitId", "not-member");
            }
        } else if (!store.isUnder(movement.unitId(), unitId)) {
            throw invalid("/unitId", "not-under-launcher");
        }
        if (on.isAfter(movements.today())) {
            throw invalid("/joinedOn", "future");
        }
        var to = movement.plan().to();
        if (to != null && on.isAfter(to)) {
            throw invalid("/joinedOn", "after-movement");
        }
        store.taking(id, unitId).ifPresent(other -> {
            throw Recording.already(other).asException();
        });
        var joined = store.insert(id, unitId, on);
        record(caller, held, "movement.joined", unitId, null, new Participation(joined, id, unitId, on, null), null);
        return joined;
    }

    /** While nothing is reported. */
    @Transactional
    void withdraw(Caller caller, UUID id, UUID participationId, String reason) {
        var before = taking(id, participationId);
        var held = authority.joining(caller, id, before.unitId());
        if (store.hasReports(participationId)) {
            throw Problem.because(ProblemType.CONFLICT, "movement-reported").asException();
        }
        if (!store.withdraw(participationId, reason)) {
            throw Problem.because(ProblemType.CONFLICT, "participation-withdrawn")
                    .asException();
        }
        record(caller, held, "movement.left", before.unitId(), before, before.withdrawn(reason), reason);
    }

    @Transactional
    UUID report(Caller caller, UUID id, UUID participationId, Report report) {
        var participation = taking(id, participationId);
        var held = reporting(caller, participation, report);
        store.report(participationId, report.milestone()).ifPresent(other -> {
            throw Recording.already(other.id()).asException();
        });
        var reported = store.insert(participationId, report);
        record(caller, held, "movement.reported", participation.unitId(), null, report, null);
        return reported;
    }

    /** @param expected the version the correction relies on */
    @Transactional
    void correct(Caller caller, UUID id, UUID participationId, UUID reportId, long expected, Report report) {
        var participation = taking(id, participationId);
        var held = reporting(caller, participation, report);
        var before = store.report(participationId, report.milestone())
                .filter(one -> one.id().equals(reportId))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        store.rewrite(reportId, expected + 1, report);
        record(caller, held, "movement.report-corrected", participation.unitId(), before, report, null);
    }

    /** Until the movement is reviewed at that stage. */
    private MovementAuthority.Held reporting(Caller caller, Participation participation, Report report) {
        var held = authority.joining(caller, participation.movementId(), participation.unitId());
        if (store.find(participation.movementId(), participation.id())
                        .orElseThrow()
                        .withdrawnBecause()
                != null) {
            throw Problem.because(ProblemType.CONFLICT, "participation-withdrawn")
                    .asException();
        }
        report.milestone().wrongIn(held.movement().plan()).ifPresent(code -> {
            throw invalid("/reportingDay", code);
        });
        if (store.review(participation.movementId(), report.milestone()).isPresent()
                || store.review(participation.movementId(), Movement.Milestone.FINAL)
                        .isPresent()) {
            throw Problem.because(ProblemType.CONFLICT, "movement-reviewed").asException();
        }
        if (report.on().isAfter(movements.today())) {
            throw invalid("/reportedOn", "future");
        }
        if (report.on().isBefore(participation.joinedOn())) {
            throw invalid("/reportedOn", "before-start");
        }
        return held;
    }

    private Participation taking(UUID id, UUID participationId) {
        return store.find(id, participationId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static ProblemException invalid(String pointer, String code) {
        return Problem.invalid(FieldError.of(pointer, code)).asException();
    }

    private void record(
            Caller caller,
            MovementAuthority.Held held,
            String action,
            UUID unitId,
            @Nullable Object before,
            Object after,
            @Nullable String reason) {
        audit.record(new AuditEntry(
                caller,
                held.basis(),
                action,
                MovementService.AGGREGATE,
                held.movement().id(),
                unitId,
                before,
                after,
                reason));
    }
}
