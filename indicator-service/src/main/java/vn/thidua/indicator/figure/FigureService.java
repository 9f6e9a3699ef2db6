package vn.thidua.indicator.figure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Enters figures as stated, at the organiser of the cluster, into seasons recorded after the fact. */
@Service
class FigureService {
    static final Permission WRITE = Permission.of("indicators.write", "ADMINISTRATOR", "STANDING_OFFICER");

    private final FigureStore store;
    private final Seasons seasons;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    FigureService(FigureStore store, Seasons seasons, Mandates mandates, Outbox outbox, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param typed without id; a figure about the same thing that is already there is named in the refusal */
    @Transactional
    Figure create(Caller caller, Figure typed) {
        var season = season(typed);
        var basis = mandates.require(caller, WRITE, season.organiserId());
        if (season.mode() != Season.Mode.RECORDED) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-recorded").asException();
        }
        check(typed);
        var figure = typed.withId(store.nextId(), 1);
        if (!store.insert(figure)) {
            throw Problem.because(ProblemType.CONFLICT, "figure-known")
                    .with("existingId", store.same(figure).toString())
                    .asException();
        }
        tell(caller, basis, season, figure, null, "figure.stated");
        return figure;
    }

    /** Puts right a figure that was typed wrong. What it is about is its key and does not change. */
    @Transactional
    Figure correct(Caller caller, UUID id, long expected, Figure typed) {
        var before = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var season = season(before);
        var basis = mandates.require(caller, WRITE, season.organiserId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        check(typed);
        var after = typed.withId(id, before.version() + 1);
        if (!FigureKey.of(after).equals(FigureKey.of(before))) {
            throw Problem.because(ProblemType.CONFLICT, "figure-key-fixed").asException();
        }
        store.update(after);
        tell(caller, basis, season, after, before, "figure.corrected");
        return after;
    }

    private Season season(Figure figure) {
        return seasons.find(figure.seasonId())
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of("/seasonId", "not-found")).asException());
    }

    private void check(Figure figure) {
        var errors = FigureCheck.of(figure);
        if (!store.indicatorExists(figure.indicatorId())) {
            errors.add(FieldError.of("/indicatorId", "not-found"));
        }
        if (figure.unitId() != null && !store.isMember(figure.seasonId(), figure.unitId())) {
            errors.add(FieldError.of("/unitId", "not-a-member"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private void tell(
            Caller caller, Basis basis, Season season, Figure figure, @Nullable Figure before, String action) {
        outbox.publish(
                Figure.AGGREGATE, figure.id(), figure.version(), "vn.thidua." + action, season.organiserId(), figure);
        audit.record(new AuditEntry(
                caller, basis, action, Figure.AGGREGATE, figure.id(), season.organiserId(), before, figure, null));
    }
}
