package vn.thidua.indicator.period;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Opens and moves the windows for reports. */
@Service
class PeriodService {
    /** At the organiser; the head's people may too. */
    static final Permission WRITE = Permission.of("indicators.write", "STANDING_OFFICER", "ADMINISTRATOR");

    /** What a caller says of a period. */
    record Given(String name, Instant opensAt, Instant dueAt, Instant closesAt) {}

    /** A period as the feed tells it. */
    record PeriodPublished(
            UUID seasonId, Period.Kind kind, String name, Instant opensAt, Instant dueAt, Instant closesAt) {}

    private final PeriodStore store;
    private final SeasonAccess access;
    private final Outbox outbox;
    private final Audit audit;

    PeriodService(PeriodStore store, SeasonAccess access, Outbox outbox, Audit audit) {
        this.store = store;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    Period create(Caller caller, UUID seasonId, Period.Kind kind, Given given) {
        var season = access.season(seasonId);
        var basis = access.require(caller, season, WRITE);
        SeasonAccess.requireLive(season);
        SeasonAccess.requireNotClosed(season);
        check(given);
        var period = new Period(
                store.nextId(), seasonId, kind, given.name(), given.opensAt(), given.dueAt(), given.closesAt(), 1);
        try {
            store.insert(period);
        } catch (DuplicateKeyException twice) {
            throw Problem.invalid(FieldError.of("/kind", "taken")).asException();
        }
        tell(caller, basis, season, period, null, "period.created", null);
        return period;
    }

    /**
     * Moves a period, which may also open a closed one again.
     *
     * @param expected the version the change relies on
     * @param reason why, for those who were refused before or will be
     */
    @Transactional
    Period change(Caller caller, UUID id, long expected, Given given, String reason) {
        var before = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var season = access.season(before.seasonId());
        var basis = access.require(caller, season, WRITE);
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        SeasonAccess.requireNotClosed(season);
        check(given);
        var after = new Period(
                id,
                before.seasonId(),
                before.kind(),
                given.name(),
                given.opensAt(),
                given.dueAt(),
                given.closesAt(),
                before.version() + 1);
        store.update(after);
        tell(caller, basis, season, after, before, "period.changed", reason);
        return after;
    }

    private static void check(Given given) {
        if (!given.opensAt().isBefore(given.dueAt())) {
            throw Problem.invalid(FieldError.of("/dueAt", "before-opening")).asException();
        }
        if (given.closesAt().isBefore(given.dueAt())) {
            throw Problem.invalid(FieldError.of("/closesAt", "before-due")).asException();
        }
    }

    private void tell(
            Caller caller,
            Basis basis,
            Season season,
            Period period,
            @Nullable Period before,
            String action,
            @Nullable String reason) {
        var published = new PeriodPublished(
                period.seasonId(), period.kind(), period.name(), period.opensAt(), period.dueAt(), period.closesAt());
        outbox.publish(
                Period.AGGREGATE,
                period.id(),
                period.version(),
                "vn.thidua." + action,
                season.organiserId(),
                published);
        audit.record(new AuditEntry(
                caller, basis, action, Period.AGGREGATE, period.id(), season.organiserId(), before, period, reason));
    }
}
