package vn.thidua.indicator.period;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Opens the closed period of a season for one unit. */
@Service
class OpeningService {
    private static final ProblemType STILL_OPEN = new ProblemType("period-still-open", HttpStatus.CONFLICT);

    /** An opening as the feed tells it. */
    record OpeningPublished(UUID periodId, UUID seasonId, UUID unitId, Instant until, String reason) {}

    private final OpeningStore store;
    private final PeriodStore periods;
    private final SeasonAccess access;
    private final Seasons seasons;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    OpeningService(
            OpeningStore store,
            PeriodStore periods,
            SeasonAccess access,
            Seasons seasons,
            Mandates mandates,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.periods = periods;
        this.access = access;
        this.seasons = seasons;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Lets one member write and submit until a moment.
     *
     * @param until at most {@link Opening#LONGEST} from now by the business clock
     * @throws vn.thidua.kit.problem.ProblemException 409 while the period takes reports anyway, 403 for a head and its own unit
     */
    @Transactional
    Opening open(Caller caller, UUID periodId, UUID unitId, Instant until, String reason) {
        var period = periods.find(periodId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var season = access.season(period.seasonId());
        var basis = require(caller, season, unitId);
        SeasonAccess.requireNotClosed(season);
        if (seasons.members(season.id()).stream()
                .noneMatch(member -> member.unitId().equals(unitId))) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        var now = periods.now();
        if (!until.isAfter(now)) {
            throw Problem.invalid(FieldError.of("/until", "past")).asException();
        }
        if (until.isAfter(now.plus(Opening.LONGEST))) {
            throw Problem.invalid(FieldError.of("/until", "opening-too-long", Opening.LONGEST.toDays()))
                    .asException();
        }
        if (period.stateAt(now) != Period.State.CLOSED) {
            throw Problem.of(STILL_OPEN).asException();
        }
        var opening = store.insert(periodId, unitId, until, reason, caller.subject(), basis);
        outbox.publish(
                Opening.AGGREGATE,
                opening.id(),
                1,
                "vn.thidua.period.opened-for-unit",
                unitId,
                new OpeningPublished(periodId, season.id(), unitId, until, reason));
        audit.record(new AuditEntry(
                caller, basis, "period.opened-for-unit", Period.AGGREGATE, periodId, unitId, null, opening, reason));
        return opening;
    }

    /** The organiser's office, or the head's people for the others: nobody opens what it is itself late with. */
    private Basis require(Caller caller, Season season, UUID unitId) {
        if (!mandates.may(caller, PeriodService.WRITE, season.organiserId())
                && season.heads().contains(unitId)
                && mandates.may(caller, SeasonAccess.HEAD, unitId)) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-opening").asException();
        }
        return access.require(caller, season, PeriodService.WRITE);
    }
}
