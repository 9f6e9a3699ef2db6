package vn.thidua.cluster.election;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What an election stands on: a season, a conference of the same cluster, and who may run elections there. */
@Component
class Grounds {
    private final Seasons seasons;
    private final Conferences conferences;
    private final Mandates mandates;

    Grounds(Seasons seasons, Conferences conferences, Mandates mandates) {
        this.seasons = seasons;
        this.conferences = conferences;
        this.mandates = mandates;
    }

    Seasons.Ref season(Election election) {
        return seasons.find(election.seasonId()).orElseThrow();
    }

    /** The conference at which the election is held, one of the season's own cluster. */
    Conferences.Ref conference(Seasons.Ref season, UUID conferenceId) {
        return conferences.named("/conferenceId", conferenceId, season.clusterId());
    }

    /**
     * Asks before an election is drawn up, opened or closed: the standing officers of the organiser may, and the people of the
     * unit that heads the season. Who administers the platform has no part in a vote.
     */
    Basis require(Caller caller, Seasons.Ref season) {
        var organiser = Ability.ELECTIONS_RUN.permission();
        var head = season.headId();
        if (head != null
                && caller.kind() == Caller.Kind.PERSON
                && !mandates.may(caller, organiser, season.organiserId())
                && mandates.may(caller, Ability.SEASONS_LEAD.permission(), head)) {
            return mandates.require(caller, Ability.SEASONS_LEAD.permission(), head);
        }
        return mandates.require(caller, organiser, season.organiserId());
    }

    /** Refuses where rules do not run: before a season, after it, and in one entered after the fact. */
    static void requireLive(Seasons.Ref season) {
        if (!season.live() || !season.open()) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-live").asException();
        }
    }
}
