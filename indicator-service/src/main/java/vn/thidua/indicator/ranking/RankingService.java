package vn.thidua.indicator.ranking;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.score.FactReader;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.season.Member;
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
import vn.thidua.kit.web.Versions;

/** Ranks the members of a season by a frozen sheet, and publishes what was ranked. */
@Service
class RankingService {
    private final RankingStore store;
    private final RankingReading reading;
    private final Scoresheets scoresheets;
    private final FactReader reader;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final Unsettled unsettled;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    RankingService(
            RankingStore store,
            RankingReading reading,
            Scoresheets scoresheets,
            FactReader reader,
            Seasons seasons,
            SeasonAccess access,
            Unsettled unsettled,
            Mandates mandates,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.reading = reading;
        this.scoresheets = scoresheets;
        this.reader = reader;
        this.seasons = seasons;
        this.access = access;
        this.unsettled = unsettled;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    RankingViews.RankingView rank(Caller caller, UUID scoresheetId) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var season = access.season(scoresheet.seasonId());
        var basis = access.require(caller, season, Rankings.RANK);
        if (store.isPublished(scoresheetId)) {
            throw Problem.because(ProblemType.CONFLICT, "ranking-published").asException();
        }
        var facts = facts(scoresheet, season);
        if (facts.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "nobody-to-rank").asException();
        }
        var computed = Computation.of(scoresheet.sheet(), facts);
        var rows = computed.rows();
        var id = store.insert(
                scoresheetId,
                season.id(),
                season.clusterId(),
                Ranking.TieRule.BALLOT.name().equals(season.tieRule())
                        ? Ranking.TieRule.BALLOT
                        : Ranking.TieRule.SHARED,
                Objects.requireNonNull(scoresheet.sha256()),
                Computation.hash(rows, Ranking.Row::unitId, Ranking.Row::facts),
                computed.resultSha256(),
                rows);
        return reading.view(caller, tell(caller, basis, season, locked(id), null, "ranking.computed", null), computed);
    }

    /**
     * Publishes. Only the organiser's office does; the head competes itself.
     *
     * @param confirm the season's name, typed
     */
    @Transactional
    RankingViews.RankingView publish(Caller caller, UUID id, long expected, String confirm) {
        var before = locked(id);
        var season = access.season(before.seasonId());
        var basis = requireOffice(caller, season, before, expected);
        if (before.status() == Ranking.Status.REOPENED || store.isPublished(before.scoresheetId())) {
            throw Problem.because(ProblemType.CONFLICT, "ranking-published").asException();
        }
        requireTyped(confirm, season);
        var scoresheet = scoresheets.frozen(before.scoresheetId());
        var now = Computation.of(scoresheet.sheet(), facts(scoresheet, season));
        if (!now.factsSha256().equals(before.factsSha256())) {
            throw Problem.because(ProblemType.CONFLICT, "ranking-outdated").asException();
        }
        unsettled.refuse(now, season.id());
        store.publish(id);
        return reading.view(caller, tell(caller, basis, season, locked(id), before, "ranking.published", null), now);
    }

    /**
     * Takes a published ranking out of force, so that facts may be mended and the members ranked anew. What was issued stays readable.
     *
     * @param confirm the season's name, typed
     */
    @Transactional
    RankingViews.RankingView reopen(Caller caller, UUID id, long expected, String confirm, String reason) {
        var before = locked(id);
        var season = access.season(before.seasonId());
        var basis = requireOffice(caller, season, before, expected);
        if (before.status() != Ranking.Status.PUBLISHED) {
            throw Problem.because(ProblemType.CONFLICT, "ranking-not-published").asException();
        }
        requireTyped(confirm, season);
        store.reopen(id, reason);
        tell(caller, basis, season, locked(id), before, "ranking.reopened", reason);
        return reading.view(caller, reading.seen(caller, id));
    }

    private Basis requireOffice(Caller caller, Season season, Ranking ranking, long expected) {
        var basis = mandates.require(caller, Rankings.RANK, season.organiserId());
        if (ranking.version() != expected) {
            throw Versions.mismatch(ranking.version()).asException();
        }
        return basis;
    }

    private static void requireTyped(String confirm, Season season) {
        if (!confirm.strip().equals(season.name())) {
            throw Problem.invalid(FieldError.of("/confirm", "confirmation")).asException();
        }
    }

    private Map<UUID, Facts> facts(Scoresheet scoresheet, Season season) {
        var units = seasons.members(season.id()).stream().map(Member::unitId).toList();
        return reader.facts(scoresheet, units);
    }

    private Ranking locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** A provisional ranking is told among our own services only; its publication is for agencies too. */
    private Ranking tell(
            Caller caller,
            Basis basis,
            Season season,
            Ranking ranking,
            @Nullable Ranking before,
            String action,
            @Nullable String reason) {
        var event = new Ranking.Event(
                ranking.seasonId(),
                ranking.clusterId(),
                ranking.scoresheetId(),
                ranking.status(),
                ranking.tieRule(),
                ranking.publishedAt(),
                ranking.reopenedAt(),
                ranking.reopenReason(),
                store.standings(ranking.id()));
        outbox.publish(
                Ranking.AGGREGATE,
                ranking.id(),
                ranking.version(),
                "vn.thidua." + action,
                ranking.status() == Ranking.Status.PROVISIONAL ? null : season.organiserId(),
                event);
        audit.record(new AuditEntry(
                caller, basis, action, Ranking.AGGREGATE, ranking.id(), season.organiserId(), before, ranking, reason));
        return ranking;
    }
}
