package vn.thidua.indicator.radar;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Looks a season through, for those who examine it: nobody learns here what others reported who may not see it anyway. */
@Service
class RadarService {
    /** People only: a hint is for somebody to look into, not for another system to act upon. */
    static final Permission LOOK = Permission.of("radar", "VERIFIER", "STANDING_OFFICER", "ADMINISTRATOR", "AUDITOR");

    private final RadarQueries queries;
    private final SeasonAccess access;
    private final ResultsSight results;

    RadarService(RadarQueries queries, SeasonAccess access, ResultsSight results) {
        this.queries = queries;
        this.access = access;
        this.results = results;
    }

    @Transactional(readOnly = true)
    Radar radar(Caller caller, UUID seasonId, Radar.Thresholds thresholds) {
        var season = access.season(seasonId);
        if (!access.may(caller, season, LOOK)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var ranking = queries.ranking(seasonId).orElse(null);
        var gaps = queries.selfGaps(season.clusterId(), seasonId, ranking == null ? null : ranking.id());
        var sights = results.ofRankings(
                caller, gaps.stream().map(Radar.SelfGap::seasonId).toList(), "radar");
        return new Radar(
                ranking == null ? null : ranking.id(),
                ranking == null ? null : ranking.scoresheetId(),
                // Whoever heads this season did not head the earlier ones: what their regulations withhold stays so.
                gaps.stream()
                        .filter(gap ->
                                gap.seasonId().equals(seasonId) || sees(sights.get(gap.seasonId()), gap.unitId()))
                        .toList(),
                queries.corrections(seasonId),
                ranking == null ? List.of() : queries.fullMarks(ranking.id()),
                ranking == null ? List.of() : queries.samePoints(ranking.id(), thresholds.sameUnits()),
                queries.copiedFiles(seasonId, thresholds.copies()));
    }

    private static boolean sees(ResultsSight.@Nullable Sight sight, UUID unitId) {
        return sight != null && sight.shown().sees(unitId);
    }
}
