package vn.thidua.indicator.season;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.ResultsQueries.Standing;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Who sees the results of a season. Those who run it, and whoever heads it, see everything; everybody else what the regulation last
 * adopted opens: each member its own result, the members all, or anybody.
 */
@Component
public class ResultsSight {
    private static final String[] RUNNING = {
        "STANDING_OFFICER",
        "STANDING_LEADER",
        "CLUSTER_SECRETARY",
        "VERIFIER",
        "COUNCIL_MEMBER",
        "COUNCIL_CHAIR",
        "AWARDING_AUTHORITY",
        "ADMINISTRATOR",
        "AUDITOR"
    };
    /** People only: no token has this scope. */
    private static final Permission HEADING =
            Permission.of("headship", "UNIT_OFFICER", "UNIT_LEADER", "CLUSTER_SECRETARY");

    /**
     * @param rule of the regulation, whatever the caller is
     * @param shown of whom this caller sees the results
     */
    public record Sight(ResultsRule rule, Shown shown) {}

    private final Mandates mandates;
    private final ResultsQueries queries;

    ResultsSight(Mandates mandates, ResultsQueries queries) {
        this.mandates = mandates;
        this.queries = queries;
    }

    /**
     * What the caller sees of the season's published rankings and of the scores behind them.
     *
     * @param agencyScope what an agency's token must be for
     * @throws vn.thidua.kit.problem.ProblemException 404 when there is no such season
     */
    public Sight ofRankings(Caller caller, UUID seasonId, String agencyScope) {
        var found = ofRankings(caller, Set.of(seasonId), agencyScope).get(seasonId);
        if (found == null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return found;
    }

    /**
     * What somebody sees of them who was just allowed to rank: whoever runs the season sees everything.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 when there is no such season
     */
    public Sight ofWhoRanks(UUID seasonId) {
        var rule = queries.rule(seasonId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return new Sight(rule, new Shown.All());
    }

    /** As for one, for many seasons at once; a season that is not known here is left out. */
    public Map<UUID, Sight> ofRankings(Caller caller, Collection<UUID> seasonIds, String agencyScope) {
        return sights(caller, seasonIds, "YEAR", agencyScope, ResultsSight::byRule);
    }

    /**
     * Of whose figures of that kind of period the caller sees the numbers. What documents state of seasons of record is open to everybody
     * with a mandate; the figures of a living season are results once it is ranked or the cluster has adopted its own report, and go by
     * the regulation's rule for reports until then.
     *
     * @param periodKind H1, M9 or YEAR
     */
    public Map<UUID, Sight> ofFigures(
            Caller caller, Collection<UUID> seasonIds, String periodKind, String agencyScope) {
        return sights(caller, seasonIds, periodKind, agencyScope, ResultsSight::ofFigures);
    }

    /** Whether the caller has a mandate at that unit, and so sees its results whatever the regulations say. */
    public boolean isOf(Caller caller, UUID unitId, String agencyScope) {
        return mandates.may(caller, SeasonAccess.concerned(agencyScope), unitId);
    }

    private Map<UUID, Sight> sights(
            Caller caller,
            Collection<UUID> seasonIds,
            String periodKind,
            String agencyScope,
            Function<Standing, Shown> judged) {
        var running = mandates.reach(caller, Permission.of(agencyScope, RUNNING));
        var heading = mandates.reach(caller, HEADING);
        var concerned = mandates.reach(caller, SeasonAccess.concerned(agencyScope));
        return queries.standings(seasonIds, periodKind, running, heading, concerned).stream()
                .collect(Collectors.toMap(
                        Standing::seasonId,
                        standing -> new Sight(
                                standing.rule(),
                                standing.runs() ? new Shown.All() : Objects.requireNonNull(judged.apply(standing)))));
    }

    private static Shown byRule(Standing standing) {
        return switch (standing.rule()) {
            case PUBLIC -> new Shown.All();
            case CLUSTER -> standing.isOfCluster() ? new Shown.All() : new Shown.Nothing();
            case OWN -> own(standing);
        };
    }

    private static Shown ofFigures(Standing standing) {
        if (standing.recorded()) {
            return new Shown.All();
        }
        if (standing.isOut()) {
            return byRule(standing);
        }
        return standing.shared() && !standing.own().isEmpty() ? new Shown.All() : own(standing);
    }

    private static Shown own(Standing standing) {
        return standing.own().isEmpty() ? new Shown.Nothing() : new Shown.Own(standing.own());
    }
}
