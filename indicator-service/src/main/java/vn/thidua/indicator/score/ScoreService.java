package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.score.ScoreStore.Assessment;
import vn.thidua.indicator.score.ScoreStore.Bounds;
import vn.thidua.indicator.score.ScoreStore.SelfScore;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Scores units by frozen sheets, beside what they give themselves, and takes what is assessed by hand. */
@Service
class ScoreService {
    static final Permission SELF = Permission.of("reports.write", "UNIT_OFFICER", "UNIT_LEADER");
    static final Permission ASSESS = Permission.of("reports.write", "VERIFIER", "STANDING_OFFICER");
    /**
     * What the organiser's office alone finds and rules; the head of the cluster competes itself. People only: no token has this scope,
     * no agency rules on a case.
     */
    static final Permission RULE = Permission.of("ruling", "STANDING_OFFICER");

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
    private final Mandates mandates;
    private final Audit audit;

    ScoreService(
            Scoresheets scoresheets,
            ScoreStore store,
            FactReader reader,
            SeasonAccess access,
            Mandates mandates,
            Audit audit) {
        this.scoresheets = scoresheets;
        this.store = store;
        this.reader = reader;
        this.access = access;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** A unit's score as of now: its own people see it, who runs the season, and everybody once a ranking is published. */
    @Transactional(readOnly = true)
    Scored score(Caller caller, UUID scoresheetId, UUID unitId) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var season = access.season(scoresheet.seasonId());
        var open = mandates.may(caller, OWN, unitId)
                || access.may(caller, season, SEE_ALL)
                || store.isPublished(scoresheetId);
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

    /** @param expected the revision the unit has seen, 0 before the first */
    @Transactional
    int giveSelf(
            Caller caller,
            UUID scoresheetId,
            UUID unitId,
            String code,
            int expected,
            BigDecimal points,
            @Nullable String note) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var basis = mandates.require(caller, SELF, unitId);
        var bounds = open(scoresheet, unitId, code);
        if (part(code) != null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        if (points.compareTo(bounds.lowest()) < 0 || points.compareTo(bounds.maximum()) > 0) {
            throw Problem.invalid(FieldError.of("/points", "range")).asException();
        }
        var before = store.selfScores(scoresheetId, unitId).stream()
                .filter(each -> each.criterionCode().equals(code))
                .findFirst();
        expect(expected, before.map(SelfScore::revision).orElse(0));
        store.addSelfScore(scoresheetId, unitId, code, expected + 1, Decimals.plain(points), note);
        record Given(
                UUID scoresheetId,
                String criterionCode,
                BigDecimal points,
                @Nullable String note) {}
        record(
                caller,
                basis,
                "score.self-given",
                unitId,
                before.map(each -> new Given(scoresheetId, code, each.points(), each.note()))
                        .orElse(null),
                new Given(scoresheetId, code, Decimals.plain(points), note),
                null);
        return expected + 1;
    }

    /**
     * @param code a criterion's, or {@link Input#key} of one of its inputs or of the ruling on it
     * @param expected the revision the assessor has seen, 0 before the first
     * @param value null when the criterion does not apply to the unit
     */
    @Transactional
    int assess(
            Caller caller,
            UUID scoresheetId,
            UUID unitId,
            String code,
            int expected,
            @Nullable BigDecimal value,
            String reason) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var season = access.season(scoresheet.seasonId());
        var basis = isOfOffice(scoresheet, code)
                ? mandates.require(caller, RULE, season.organiserId())
                : access.require(caller, season, ASSESS);
        var bounds = open(scoresheet, unitId, code);
        if (value != null
                && isOfPoints(scoresheet, code)
                && (value.signum() < 0 || value.compareTo(bounds.maximum()) > 0)) {
            throw Problem.invalid(FieldError.of("/value", "range")).asException();
        }
        if (bounds.indicatorId() != null) {
            throw Problem.because(ProblemType.CONFLICT, "score-assessed-by-hand")
                    .asException();
        }
        var before = store.assessments(scoresheetId, List.of(unitId)).stream()
                .filter(each -> each.criterionCode().equals(code))
                .findFirst();
        expect(expected, before.map(Assessment::revision).orElse(0));
        var plain = Decimals.plainOrNull(value);
        store.addAssessment(scoresheetId, unitId, code, expected + 1, plain, reason);
        record Assessed(
                UUID scoresheetId,
                String criterionCode,
                @Nullable BigDecimal value) {}
        record(
                caller,
                basis,
                "score.assessed",
                unitId,
                before.map(each -> new Assessed(scoresheetId, code, each.value()))
                        .orElse(null),
                new Assessed(scoresheetId, code, plain),
                reason);
        return expected + 1;
    }

    /** A ruling where no row holds, and a penalty that is not for the cluster to find. */
    private static boolean isOfOffice(Scoresheet scoresheet, String code) {
        return Input.RULING.equals(part(code))
                || criterion(scoresheet, code)
                        .filter(criterion -> criterion.rule() instanceof FurtherRule.AgencyPenalty)
                        .isPresent();
    }

    /** Whether what is assessed is points: they have a ceiling. */
    private static boolean isOfPoints(Scoresheet scoresheet, String code) {
        return Input.RULING.equals(part(code))
                || criterion(scoresheet, code)
                        .filter(criterion -> criterion.rule() instanceof ScoringRule.Given
                                || criterion.rule() instanceof FurtherRule.GivenBonus)
                        .isPresent();
    }

    private static Optional<Criterion> criterion(Scoresheet scoresheet, String code) {
        return scoresheet.sheet().criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }

    /** The input that a code speaks of, null for the criterion itself. */
    private static @Nullable String part(String code) {
        var colon = code.indexOf(':');
        return colon < 0 ? null : code.substring(colon + 1);
    }

    private Bounds open(Scoresheet scoresheet, UUID unitId, String code) {
        var bounds = store.bounds(scoresheet.id(), code);
        if (bounds.isEmpty() || !store.isMember(scoresheet.seasonId(), unitId)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        store.line(scoresheet.id(), unitId, code);
        if (store.isPublished(scoresheet.id())) {
            throw Problem.because(ProblemType.CONFLICT, "ranking-published").asException();
        }
        return bounds.get();
    }

    private static void expect(int expected, int present) {
        if (expected != present) {
            throw Versions.mismatch(present).asException();
        }
    }

    private void record(
            Caller caller,
            Basis basis,
            String action,
            UUID unitId,
            @Nullable Object before,
            Object after,
            @Nullable String reason) {
        audit.record(new AuditEntry(caller, basis, action, "score", unitId, unitId, before, after, reason));
    }
}
