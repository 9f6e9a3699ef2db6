package vn.thidua.cluster.election;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.season.Seasons;

/** What an election stands on: a season, and a conference of the same cluster. */
@Component
class Grounds {
    private final Seasons seasons;
    private final Conferences conferences;

    Grounds(Seasons seasons, Conferences conferences) {
        this.seasons = seasons;
        this.conferences = conferences;
    }

    Seasons.Ref season(Election election) {
        return seasons.find(election.seasonId()).orElseThrow();
    }

    /** The conference at which the election is held, one of the season's own cluster. */
    Conferences.Ref conference(Seasons.Ref season, UUID conferenceId) {
        return conferences.named("/conferenceId", conferenceId, season.clusterId());
    }
}
