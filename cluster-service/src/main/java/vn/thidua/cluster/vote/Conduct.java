package vn.thidua.cluster.vote;

import org.springframework.stereotype.Component;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who may conduct a vote of a cluster in a season, and in which seasons there are any. */
@Component
public class Conduct {
    private final Mandates mandates;

    Conduct(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * Asks before a vote is drawn up, opened or closed: the standing officers of the organiser may, and the people of the unit
     * that heads the season. Who administers the platform has no part in a vote.
     */
    public Basis require(Caller caller, Seasons.Ref season) {
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
    public static void requireLive(Seasons.Ref season) {
        if (!season.live() || !season.open()) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-live").asException();
        }
    }
}
