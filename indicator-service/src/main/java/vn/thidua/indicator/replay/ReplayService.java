package vn.thidua.indicator.replay;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.ranking.Rankings;
import vn.thidua.indicator.score.FactReader;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.indicator.season.Shown;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Counts a season anew by another sheet of the same cluster, for who leads or organises it. Reads only. */
@Service
class ReplayService {
    record Replayed(Scoresheet past, Season pastSeason, Scoresheet tried, Season triedSeason, Replay replay) {}

    private final Scoresheets scoresheets;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final FactReader reader;
    private final Rankings rankings;
    private final ResultsSight results;

    ReplayService(
            Scoresheets scoresheets,
            Seasons seasons,
            SeasonAccess access,
            FactReader reader,
            Rankings rankings,
            ResultsSight results) {
        this.scoresheets = scoresheets;
        this.seasons = seasons;
        this.access = access;
        this.reader = reader;
        this.rankings = rankings;
        this.results = results;
    }

    /**
     * @param triedId the sheet to try, frozen or a draft
     * @param pastId the frozen sheet whose facts it is tried on
     */
    @Transactional(readOnly = true)
    Replayed replay(Caller caller, UUID triedId, UUID pastId) {
        var tried = scoresheets
                .find(triedId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var triedSeason = access.season(tried.seasonId());
        if (!access.may(caller, triedSeason, Rankings.RANK)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var past = scoresheets
                .find(pastId)
                .filter(sheet -> maySee(caller, triedSeason, sheet))
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of("?onto", "not-found")).asException());
        scoresheets.frozen(past.id());
        var pastSeason = access.season(past.seasonId());
        scoresheets.requireCountable(tried);
        var units =
                seasons.members(pastSeason.id()).stream().map(Member::unitId).toList();
        if (units.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "nobody-to-rank").asException();
        }
        var carried = Pairing.of(past.sheet(), tried.sheet()).carried(tried.sheet(), units);
        var replay = Replay.of(
                past.sheet(), reader.facts(past, units), tried.sheet(), reader.facts(past, tried, carried::of, units));
        return new Replayed(past, pastSeason, tried, triedSeason, replay);
    }

    /** Of the same cluster, and either published and open to the caller or of a season that it leads or organises too: heads change every year. */
    private boolean maySee(Caller caller, Season triedSeason, Scoresheet past) {
        var season = seasons.find(past.seasonId()).orElse(null);
        return season != null
                && season.clusterId().equals(triedSeason.clusterId())
                && (access.may(caller, season, Rankings.RANK)
                        || (rankings.isPublished(past.id())
                                && results.ofRankings(caller, season.id(), "indicators.read")
                                                .shown()
                                        instanceof Shown.All));
    }
}
