package vn.thidua.cluster.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Records inspections; their findings are put right by the member and closed by whoever acts for the cluster. */
@Service
class InspectionService {
    private static final String AGGREGATE = "inspection";

    private final InspectionStore store;
    private final Seasons seasons;
    private final Mandates mandates;
    private final Audit audit;

    InspectionService(InspectionStore store, Seasons seasons, Mandates mandates, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** @param named its id, cluster and the ids of its findings are given here */
    @Transactional
    UUID record(Caller caller, Inspection named) {
        var season = seasons.named(caller, "/seasonId", named.seasonId());
        var basis = acting(caller, season, named.unitId());
        season.requireUnsettled();
        if (!seasons.members(season).contains(named.unitId())) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        if (season.live() && named.heldOn().isAfter(store.today())) {
            throw Problem.invalid(FieldError.of("/heldOn", "future")).asException();
        }
        var inspection = new Inspection(
                store.nextId(),
                season.id(),
                season.clusterId(),
                named.unitId(),
                named.inspector(),
                named.subject(),
                named.heldOn(),
                named.conclusion(),
                named.findings().stream()
                        .map(finding -> new Inspection.Finding(
                                store.nextId(), finding.text(), finding.dueOn(), null, null, null))
                        .toList(),
                null,
                named.origin(),
                1);
        if (!store.insert(inspection)) {
            throw Recording.already(store.same(inspection)).asException();
        }
        tell(caller, basis, season, "inspection.recorded", null, inspection, null);
        return inspection.id();
    }

    /** What the member did about a finding; once more while it is not closed. */
    @Transactional
    void remedy(Caller caller, UUID id, UUID findingId, String remedy, LocalDate on) {
        var before = locked(id);
        var season = unsettled(before);
        var basis = mandates.require(caller, Ability.FINDINGS_ANSWER.permission(), before.unitId());
        var finding = open(before, findingId);
        if (on.isBefore(before.heldOn())) {
            throw Problem.invalid(FieldError.of("/remediedOn", "before-start")).asException();
        }
        store.remedied(finding.id(), remedy, on);
        told(caller, basis, season, "inspection.finding-remedied", before);
    }

    /** Agrees that a finding has been put right. The head's own is closed by the organiser. */
    @Transactional
    void close(Caller caller, UUID id, UUID findingId) {
        var before = locked(id);
        var season = unsettled(before);
        var basis = acting(caller, season, before.unitId());
        var finding = open(before, findingId);
        if (finding.state() == Inspection.State.OPEN) {
            throw Problem.because(ProblemType.CONFLICT, "finding-not-remedied").asException();
        }
        store.closed(finding.id(), store.today());
        told(caller, basis, season, "inspection.finding-closed", before);
    }

    /** @param expected the version the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var before = locked(id);
        var season = unsettled(before);
        var basis = acting(caller, season, before.unitId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var after = before.withdrawn(reason);
        store.updateVersion(after);
        tell(caller, basis, season, "inspection.withdrawn", before, after, reason);
    }

    /** Nobody judges itself: of the head of the season the organiser says it. */
    private Basis acting(Caller caller, Seasons.Ref season, UUID inspected) {
        return inspected.equals(season.headId())
                ? seasons.requireOrganiser(caller, season)
                : seasons.requireActing(caller, season);
    }

    private Inspection locked(UUID id) {
        var found = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (found.withdrawnBecause() != null) {
            throw Problem.because(ProblemType.CONFLICT, "inspection-withdrawn").asException();
        }
        return found;
    }

    private Seasons.Ref unsettled(Inspection inspection) {
        var season = seasons.find(inspection.seasonId()).orElseThrow();
        season.requireUnsettled();
        return season;
    }

    private static Inspection.Finding open(Inspection inspection, UUID findingId) {
        var finding = inspection.findings().stream()
                .filter(one -> one.id().equals(findingId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (finding.state() == Inspection.State.CLOSED) {
            throw Problem.because(ProblemType.CONFLICT, "finding-closed").asException();
        }
        return finding;
    }

    private void told(Caller caller, Basis basis, Seasons.Ref season, String action, Inspection before) {
        var after = new Inspection(
                before.id(),
                before.seasonId(),
                before.clusterId(),
                before.unitId(),
                before.inspector(),
                before.subject(),
                before.heldOn(),
                before.conclusion(),
                store.findings(before.id()),
                null,
                before.origin(),
                before.version() + 1);
        store.updateVersion(after);
        tell(caller, basis, season, action, before, after, null);
    }

    private void tell(
            Caller caller,
            Basis basis,
            Seasons.Ref season,
            String action,
            @Nullable Inspection before,
            Inspection after,
            @Nullable String reason) {
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, after.id(), season.organiserId(), before, after, reason));
    }
}
