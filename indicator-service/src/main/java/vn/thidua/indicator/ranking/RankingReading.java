package vn.thidua.indicator.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.indicator.season.ResultsSight.Sight;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.indicator.season.Shown;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Shows rankings, each caller as much as the regulation lets it see. */
@Service
class RankingReading {
    private static final String SCOPE = "indicators.read";

    /** A ranking with what the caller sees of it, which is something. */
    record Seen(Ranking ranking, Sight sight) {}

    private final RankingStore store;
    private final Scoresheets scoresheets;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final ResultsSight results;

    RankingReading(
            RankingStore store, Scoresheets scoresheets, Seasons seasons, SeasonAccess access, ResultsSight results) {
        this.store = store;
        this.scoresheets = scoresheets;
        this.seasons = seasons;
        this.access = access;
        this.results = results;
    }

    /**
     * The ranking, if the caller sees anything of it; a provisional one is for who ranks the season.
     *
     * @throws ProblemException 404 for everybody else
     */
    Seen seen(Caller caller, UUID id) {
        var ranking = store.find(id).orElseThrow(RankingReading::unknown);
        var sight = results.ofRankings(caller, ranking.seasonId(), SCOPE);
        if (sight.shown() instanceof Shown.Nothing
                || (ranking.status() == Ranking.Status.PROVISIONAL
                        && !access.may(caller, access.season(ranking.seasonId()), Rankings.RANK))) {
            throw unknown();
        }
        return new Seen(ranking, sight);
    }

    /** @throws ProblemException 404 for whoever sees the own result only: what compares units is not for it */
    Ranking seenWhole(Caller caller, UUID id) {
        var seen = seen(caller, id);
        if (!(seen.sight().shown() instanceof Shown.All)) {
            throw unknown();
        }
        return seen.ranking();
    }

    List<RankingViews.RankingView> list(Caller caller, UUID seasonId, @Nullable UUID after, int limit) {
        var season = seasons.find(seasonId).orElse(null);
        if (season == null) {
            return List.of();
        }
        var sight = results.ofRankings(caller, seasonId, SCOPE);
        if (sight.shown() instanceof Shown.Nothing) {
            return List.of();
        }
        return store.list(seasonId, access.may(caller, season, Rankings.RANK), after, limit).stream()
                .map(ranking -> RankingViews.of(ranking, sight))
                .toList();
    }

    /** With its rows, what its sheet makes of them, and where the units stood the season before. */
    RankingViews.RankingView view(Caller caller, Seen seen) {
        var ranking = seen.ranking();
        var sheet = scoresheets.frozen(ranking.scoresheetId()).sheet();
        return RankingViews.of(ranking, seen.sight(), store.scored(ranking.id()), sheet, before(caller, ranking));
    }

    /** The same for whoever has just ranked, where the scores are at hand. */
    RankingViews.RankingView view(Caller caller, Ranking ranking, Computation computed) {
        return RankingViews.of(
                ranking,
                results.ofWhoRanks(ranking.seasonId()),
                computed.scored(),
                computed.sheet(),
                before(caller, ranking));
    }

    /** @throws ProblemException 404 when the unit was not ranked, or its score is not for the caller */
    Score score(Caller caller, UUID id, UUID unitId) {
        var seen = seen(caller, id);
        return store.score(id, unitId)
                .filter(_ -> seen.sight().shown().sees(unitId))
                .orElseThrow(RankingReading::unknown);
    }

    /** Computes the scores again from the stored sheet and the stored facts, and hashes them. */
    String recomputed(Ranking ranking) {
        var sheet = scoresheets.frozen(ranking.scoresheetId()).sheet();
        return Computation.resultSha256(store.rows(ranking.id()).stream()
                .map(row -> Scoring.score(sheet, Canonical.read(row.facts(), Facts.class)))
                .toList());
    }

    /** From the stored facts and scores: how close it was when it was ranked. */
    SensitivityViews.SensitivityView sensitivity(Ranking ranking) {
        var sheet = scoresheets.frozen(ranking.scoresheetId()).sheet();
        var ranked = store.rows(ranking.id()).stream()
                .map(row -> new Sensitivity.Ranked(
                        row.unitId(),
                        row.rank(),
                        Canonical.read(row.facts(), Facts.class),
                        Canonical.read(row.score(), Score.class)))
                .toList();
        return SensitivityViews.of(ranking.id(), sheet, Sensitivity.of(sheet, scoresheets.kinds(sheet), ranked));
    }

    /** The season before had a regulation of its own: what that one withholds is not told here either. */
    private Map<UUID, Integer> before(Caller caller, Ranking ranking) {
        var before = store.before(ranking).orElse(null);
        if (before == null) {
            return Map.of();
        }
        var shown = results.ofRankings(caller, before.seasonId(), SCOPE).shown();
        var ranks = new HashMap<>(before.ranks());
        ranks.keySet().removeIf(unit -> !shown.sees(unit));
        return ranks;
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemType.NOT_FOUND).asException();
    }
}
