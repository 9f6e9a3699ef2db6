package vn.thidua.indicator.scoresheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Writes scoresheets until they are frozen. */
@Service
class ScoresheetService {
    /** What is written of a sheet, apart from its place. */
    record Draft(
            String title,
            Sheet sheet,
            Provenance provenance,
            @Nullable String source) {}

    private final ScoresheetStore store;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final Outbox outbox;
    private final Audit audit;

    ScoresheetService(ScoresheetStore store, Seasons seasons, SeasonAccess access, Outbox outbox, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * The season, for those who may draft a sheet of it.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when there is none, 403
     */
    Season writable(Caller caller, UUID seasonId) {
        var season = known(seasonId);
        access.require(caller, season, Scoresheets.WRITE);
        return season;
    }

    private Season known(UUID seasonId) {
        return seasons.find(seasonId)
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of("/seasonId", "not-found")).asException());
    }

    @Transactional
    Scoresheet create(Caller caller, UUID seasonId, @Nullable UUID periodId, Draft draft) {
        var season = known(seasonId);
        var basis = access.require(caller, season, Scoresheets.WRITE);
        var errors = new ArrayList<FieldError>();
        if (periodId != null && !store.isPeriodOf(periodId, seasonId)) {
            errors.add(FieldError.of("/periodId", "not-found"));
        }
        check(draft, errors);
        var id = store.insert(
                seasonId, periodId, draft.title(), SheetText.write(draft.sheet()), draft.provenance(), draft.source());
        return tell(caller, basis, season, id, null, "scoresheet.created");
    }

    @Transactional
    Scoresheet change(Caller caller, UUID id, long expected, Draft draft) {
        var before = locked(id);
        var season = access.season(before.seasonId());
        var basis = access.require(caller, season, Scoresheets.WRITE);
        expectDraft(before, expected);
        check(draft, List.of());
        store.update(id, draft.title(), SheetText.write(draft.sheet()), draft.provenance(), draft.source());
        return tell(caller, basis, season, id, before, "scoresheet.changed");
    }

    /** From here on the sheet stays as it is, to the byte. */
    @Transactional
    Scoresheet freeze(Caller caller, UUID id, long expected) {
        var before = locked(id);
        var season = access.season(before.seasonId());
        var basis = access.require(caller, season, Scoresheets.WRITE);
        expectDraft(before, expected);
        var sheet = before.sheet();
        check(new Draft(before.title(), sheet, before.provenance(), before.source()), unfinished(sheet));
        store.freeze(id, Canonical.sha256(before.content()), sheet.criteria());
        return tell(caller, basis, season, id, before, "scoresheet.frozen");
    }

    private Scoresheet locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static void expectDraft(Scoresheet sheet, long expected) {
        if (sheet.version() != expected) {
            throw Versions.mismatch(sheet.version()).asException();
        }
        if (sheet.status() == Scoresheet.Status.FROZEN) {
            throw Problem.because(ProblemType.CONFLICT, "scoresheet-frozen").asException();
        }
    }

    /** What stands against freezing the sheet; it may be kept as a draft all the same. */
    List<FieldError> unfinished(Sheet sheet) {
        return SheetCheck.of(sheet, store.kinds(indicators(sheet))).stream()
                .map(Finding::error)
                .toList();
    }

    private void check(Draft draft, List<FieldError> further) {
        var errors = new ArrayList<>(errors(draft));
        errors.addAll(further);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    /** What stands against keeping the draft. */
    List<FieldError> errors(Draft draft) {
        var errors = new ArrayList<FieldError>();
        if (draft.provenance() == Provenance.IN_DOCUMENT && draft.source() == null) {
            errors.add(FieldError.of("/source", "required"));
        }
        var known = store.kinds(indicators(draft.sheet())).keySet();
        var units = store.known(draft.sheet().units());
        var groups = draft.sheet().groups();
        for (int g = 0; g < groups.size(); g++) {
            var criteria = groups.get(g).criteria();
            for (int c = 0; c < criteria.size(); c++) {
                var at = "/groups/%d/criteria/%d".formatted(g, c);
                unknown(at, criteria.get(c), known, errors);
                if (!units.containsAll(criteria.get(c).notFor())) {
                    errors.add(FieldError.of(at + "/notFor", "not-found"));
                }
                var variants = criteria.get(c).variants();
                for (int v = 0; v < variants.size(); v++) {
                    if (!units.containsAll(variants.get(v).forUnits())) {
                        errors.add(FieldError.of(at + "/variants/" + v + "/forUnits", "not-found"));
                    }
                }
            }
        }
        return errors;
    }

    private static void unknown(String at, Criterion criterion, Set<UUID> known, List<FieldError> errors) {
        if (criterion.indicatorId() != null && !known.contains(criterion.indicatorId())) {
            errors.add(FieldError.of(at + "/indicatorId", "not-found"));
        }
        for (int i = 0; i < criterion.inputs().size(); i++) {
            var indicator = criterion.inputs().get(i).indicatorId();
            if (indicator != null && !known.contains(indicator)) {
                errors.add(FieldError.of(at + "/inputs/" + i + "/indicatorId", "not-found"));
            }
        }
    }

    static Set<UUID> indicators(Sheet sheet) {
        var indicators = new HashSet<UUID>();
        for (var criterion : sheet.criteria()) {
            if (criterion.indicatorId() != null) {
                indicators.add(criterion.indicatorId());
            }
            for (var input : criterion.inputs()) {
                if (input.indicatorId() != null) {
                    indicators.add(input.indicatorId());
                }
            }
        }
        return indicators;
    }

    private Scoresheet tell(
            Caller caller, Basis basis, Season season, UUID id, @Nullable Scoresheet before, String action) {
        var after = locked(id);
        outbox.publish(
                Scoresheet.AGGREGATE,
                id,
                after.version(),
                "vn.thidua." + action,
                season.organiserId(),
                ScoresheetEvent.of(after));
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                Scoresheet.AGGREGATE,
                id,
                season.organiserId(),
                before == null ? null : ScoresheetEvent.of(before),
                ScoresheetEvent.of(after),
                null));
        return after;
    }
}
