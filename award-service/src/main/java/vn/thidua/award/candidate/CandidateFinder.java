package vn.thidua.award.candidate;

import org.springframework.stereotype.Component;
import vn.thidua.award.season.KnownSeason;
import vn.thidua.award.season.Seasons;

/** Finds a season's candidates in what the feeds have brought. */
@Component
public class CandidateFinder {
    private final Seasons seasons;

    CandidateFinder(Seasons seasons) {
        this.seasons = seasons;
    }

    public Candidates of(KnownSeason season) {
        return Candidates.of(season, seasons.counted(season.id()), seasons.published(season.id()));
    }
}
