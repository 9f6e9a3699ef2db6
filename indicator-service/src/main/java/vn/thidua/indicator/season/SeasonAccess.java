package vn.thidua.indicator.season;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who may act for a cluster in one season: the organiser's office, and the people of the unit that heads it in that season. */
@Component
public class SeasonAccess {
    /** No agency acts as a head: being head is an office of people, and no token has this scope. */
    public static final Permission HEAD = Permission.of("headship", "UNIT_OFFICER", "UNIT_LEADER");

    /** Everyone who has something to do with a competition. */
    private static final String[] CONCERNED = {
        "UNIT_OFFICER",
        "UNIT_LEADER",
        "CLUSTER_SECRETARY",
        "VERIFIER",
        "STANDING_OFFICER",
        "STANDING_LEADER",
        "COUNCIL_MEMBER",
        "COUNCIL_CHAIR",
        "AWARDING_AUTHORITY",
        "ADMINISTRATOR",
        "AUDITOR"
    };

    private static final ProblemType SEASON_RECORDED = new ProblemType("season-recorded", HttpStatus.CONFLICT);
    private static final ProblemType SEASON_CLOSED = new ProblemType("season-closed", HttpStatus.CONFLICT);

    private final Seasons seasons;
    private final Mandates mandates;

    SeasonAccess(Seasons seasons, Mandates mandates) {
        this.seasons = seasons;
        this.mandates = mandates;
    }

    /** At a member or at the organiser. */
    static Permission concerned(String agencyScope) {
        return Permission.of(agencyScope, CONCERNED);
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 when the feed has not brought such a season */
    public Season season(UUID id) {
        return seasons.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /**
     * Asks before a write for the whole season.
     *
     * @param atOrganiser who may do it at the organiser
     * @return what the write rests on
     * @throws vn.thidua.kit.problem.ProblemException 403, or 503 when the copy of mandates is too old
     */
    public Basis require(Caller caller, Season season, Permission atOrganiser) {
        for (var head : season.heads()) {
            if (mandates.may(caller, HEAD, head)) {
                return mandates.require(caller, HEAD, head);
            }
        }
        return mandates.require(caller, atOrganiser, season.organiserId());
    }

    /** Whether the caller has the permission at the organiser, or is of the unit that heads this season. */
    public boolean may(Caller caller, Season season, Permission atOrganiser) {
        return mandates.may(caller, atOrganiser, season.organiserId())
                || season.heads().stream().anyMatch(head -> mandates.may(caller, HEAD, head));
    }

    /**
     * The season, for those who have a mandate at one of its members or at its organiser.
     *
     * @param agencyScope what an agency's token must be for
     * @throws vn.thidua.kit.problem.ProblemException 404 for everybody else
     */
    public Season visible(Caller caller, UUID id, String agencyScope) {
        var season = season(id);
        var reach = mandates.reach(caller, concerned(agencyScope));
        if (reach.isEmpty() || !seasons.concerns(id, reach)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return season;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 when the season was entered after the fact */
    public static void requireLive(Season season) {
        if (season.mode() == Season.Mode.RECORDED) {
            throw Problem.of(SEASON_RECORDED).asException();
        }
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 when the season is over; one of record may still be completed */
    public static void requireNotClosed(Season season) {
        if (season.mode() == Season.Mode.LIVE && season.state() == Season.State.CLOSED) {
            throw Problem.of(SEASON_CLOSED).asException();
        }
    }
}
