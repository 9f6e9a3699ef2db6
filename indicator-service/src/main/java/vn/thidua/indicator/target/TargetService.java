package vn.thidua.indicator.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Keeps the targets of a season until they are frozen. */
@Service
class TargetService {
    /** At the organiser; the head's people may too. */
    static final Permission WRITE = Permission.of("indicators.write", "STANDING_OFFICER", "ADMINISTRATOR");
    /** A member's own people, for what the member promises. */
    static final Permission REGISTER = Permission.of("indicators.write", "UNIT_OFFICER", "UNIT_LEADER");

    private static final ProblemType TARGETS_FROZEN = new ProblemType("targets-frozen", HttpStatus.CONFLICT);

    private record SheetWritten(long version, boolean replaced, List<Target> rows) {}

    private final TargetStore store;
    private final TargetSheetStore sheets;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final AgreementGuard agreements;
    private final Mandates mandates;
    private final Audit audit;

    TargetService(
            TargetStore store,
            TargetSheetStore sheets,
            Seasons seasons,
            SeasonAccess access,
            AgreementGuard agreements,
            Mandates mandates,
            Audit audit) {
        this.store = store;
        this.sheets = sheets;
        this.seasons = seasons;
        this.access = access;
        this.agreements = agreements;
        this.mandates = mandates;
        this.audit = audit;
    }

    /**
     * Writes one row. Organiser and head write all of it; a member's own people write what it registers, until they have proposed it.
     *
     * @param expected the row's version, 0 when there should be none yet
     */
    @Transactional
    Target put(Caller caller, UUID seasonId, TargetDrafts.Given given, long expected) {
        var season = access.season(seasonId);
        var whole = access.may(caller, season, WRITE);
        var basis = whole ? access.require(caller, season, WRITE) : mandates.require(caller, REGISTER, given.unitId());
        var known = checked(season, List.of(given), "");
        requireOpen(sheets.lock(seasonId));
        var target = settled(seasonId, List.of(given), known, "").getFirst();
        var before = store.find(seasonId, given.unitId(), given.indicatorId()).orElse(null);
        var version = before == null ? 0 : before.version();
        if (version != expected) {
            throw Versions.mismatch(version).asException();
        }
        if (!whole && movesAssigned(before, target)) {
            throw Problem.because(ProblemType.FORBIDDEN, "assigned-from-above").asException();
        }
        var watch = agreements.watch(seasonId, given.unitId());
        store.put(seasonId, List.of(target));
        agreements.settle(caller, basis, season, watch);
        sheets.touch(seasonId);
        var after = store.find(seasonId, given.unitId(), given.indicatorId()).orElseThrow();
        record(caller, basis, "target.written", seasonId, given.unitId(), before, after, null);
        return after;
    }

    /** Whether a number that is given from above would say something else. */
    static boolean movesAssigned(@Nullable Target before, Target after) {
        if (!Decimals.same(before == null ? null : before.assigned(), after.assigned())) {
            return true;
        }
        for (var part : Target.Part.values()) {
            var was = before == null ? null : before.portion(part).assigned();
            if (!Decimals.same(was, after.portion(part).assigned())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes many rows at once.
     *
     * @param expected the sheet's version, 0 for a sheet nobody has written yet
     * @param replace whether rows that are not given fall away
     */
    @Transactional
    void putAll(Caller caller, UUID seasonId, List<TargetDrafts.Given> given, long expected, boolean replace) {
        var season = access.season(seasonId);
        var basis = access.require(caller, season, WRITE);
        var known = checked(season, given, "/rows");
        var sheet = sheets.lock(seasonId);
        requireOpen(sheet);
        if (sheet.version() != expected) {
            throw Versions.mismatch(sheet.version()).asException();
        }
        var targets = settled(seasonId, given, known, "/rows");
        var watch = agreements.watch(seasonId, null);
        if (replace) {
            store.keepOnly(seasonId, targets);
        }
        store.put(seasonId, targets);
        agreements.settle(caller, basis, season, watch);
        var version = sheets.touch(seasonId);
        record(
                caller,
                basis,
                "targets.written",
                seasonId,
                season.organiserId(),
                Map.of("version", sheet.version()),
                new SheetWritten(version, replace, targets),
                null);
    }

    /** Refuses with every fault that can be told without knowing what stands there. */
    private Map<UUID, TargetDrafts.Measured> checked(Season season, List<TargetDrafts.Given> given, String pointer) {
        SeasonAccess.requireNotClosed(season);
        var members = seasons.members(season.id()).stream().map(Member::unitId).collect(Collectors.toSet());
        var known = store.measured(
                given.stream().map(TargetDrafts.Given::indicatorId).distinct().toList());
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<List<UUID>>();
        for (int i = 0; i < given.size(); i++) {
            var row = given.get(i);
            var at = pointer.isEmpty() ? "" : pointer + "/" + i;
            var measured = known.get(row.indicatorId());
            if (!members.contains(row.unitId())) {
                errors.add(FieldError.of(at + "/unitId", "not-member"));
            } else if (measured == null) {
                errors.add(FieldError.of(at + "/indicatorId", "not-found"));
            } else if (!seen.add(List.of(row.unitId(), row.indicatorId()))) {
                errors.add(FieldError.of(at, "twice"));
            } else {
                errors.addAll(TargetDrafts.faults(row, measured, at));
            }
        }
        requireNone(errors);
        return known;
    }

    /** The targets as they will stand where the sheet is held: what is not spoken of stays as it is. */
    private List<Target> settled(
            UUID seasonId, List<TargetDrafts.Given> given, Map<UUID, TargetDrafts.Measured> known, String pointer) {
        var present = given.stream().anyMatch(TargetDrafts.Given::keepsSomething)
                        || known.values().stream().anyMatch(measured -> measured.answers() != null)
                ? store.present(seasonId)
                : Map.<List<UUID>, Target>of();
        var errors = new ArrayList<FieldError>();
        var targets = new ArrayList<Target>();
        for (int i = 0; i < given.size(); i++) {
            var row = given.get(i);
            targets.add(TargetDrafts.target(
                    row,
                    Objects.requireNonNull(known.get(row.indicatorId())),
                    present.get(List.of(row.unitId(), row.indicatorId())),
                    pointer.isEmpty() ? "" : pointer + "/" + i,
                    errors));
        }
        requireNone(errors);
        return targets;
    }

    private static void requireNone(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 once it is frozen */
    static void requireOpen(TargetSheet sheet) {
        if (sheet.frozen() != null) {
            throw Problem.of(TARGETS_FROZEN)
                    .with("frozenAt", sheet.frozen().at().toString())
                    .asException();
        }
    }

    private void record(
            Caller caller,
            Basis basis,
            String action,
            UUID seasonId,
            UUID unitId,
            @Nullable Object before,
            Object after,
            @Nullable String reason) {
        audit.record(
                new AuditEntry(caller, basis, action, TargetSheet.AGGREGATE, seasonId, unitId, before, after, reason));
    }
}
