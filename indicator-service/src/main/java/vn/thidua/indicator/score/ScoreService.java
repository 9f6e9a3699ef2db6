package vn.thidua.indicator.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.score.ScoreStore.Assessment;
import vn.thidua.indicator.score.ScoreStore.SelfScore;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Scores units by frozen sheets, beside what they give themselves. */
@Service
class ScoreService {
    static final Permission OWN = Permission.of("reports.read", "UNIT_OFFICER", "UNIT_LEADER");
    static final Permission SEE_ALL =
            Permission.of("reports.read", "VERIFIER", "STANDING_OFFICER", "ADMINISTRATOR", "AUDITOR");

    /** @param self by the criterion's code */
    record Scored(
            Scoresheet scoresheet,
            Facts facts,
            Score score,
            Map<String, SelfScore> self,
            Map<String, Assessment> assessed) {}

    private final Scoresheets scoresheets;
    private final ScoreStore store;
    private final FactReader reader;
    private final SeasonAccess access;
    private final ResultsSight results;
    private final Mandates mandates;

    ScoreService(
            Scoresheets scoresheets,
            ScoreStore store,
            FactReader reader,
            SeasonAccess access,
            ResultsSight results,
            Mandates mandates) {
        this.scoresheets = scoresheets;
        this.store = store;
        this.reader = reader;
        this.access = access;
        this.results = results;
        this.mandates = mandates;
    }

    /** A unit's score as of now: its own people see it, who runs the season, and once a ranking is published whom the regulation names. */
    @Transactional(readOnly = true)
    Scored score(Caller caller, UUID scoresheetId, UUID unitId) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var season = access.season(scoresheet.seasonId());
        var open = mandates.may(caller, OWN, unitId)
                || access.may(caller, season, SEE_ALL)
                || (store.isPublished(scoresheetId)
                        && results.ofRankings(caller, season.id(), "reports.read")
                                .shown()
                                .sees(unitId));
        if (!open || !store.isMember(season.id(), unitId)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var facts =
                Objects.requireNonNull(reader.facts(scoresheet, List.of(unitId)).get(unitId));
        var self = new HashMap<String, SelfScore>();
        store.selfScores(scoresheetId, unitId).forEach(each -> self.put(each.criterionCode(), each));
        var assessed = new HashMap<String, Assessment>();
        store.assessments(scoresheetId, List.of(unitId)).forEach(each -> assessed.put(each.criterionCode(), each));
        return new Scored(scoresheet, facts, Scoring.score(scoresheet.sheet(), facts), self, assessed);
    }
}
