package vn.thidua.indicator.score;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.score.ScoreStore.Assessment;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.season.Member;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.indicator.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Takes what is assessed by hand, and tells those who run the season what was. */
@Service
class AssessmentService {
    static final Permission ASSESS = Permission.of("reports.write", "VERIFIER", "STANDING_OFFICER");
    /**
     * What the organiser's office alone finds and rules; the head of the cluster competes itself. People only: no token has this scope,
     * no agency rules on a case.
     */
    static final Permission RULE = Permission.of("ruling", "STANDING_OFFICER");

    /** @param office whether the caller may also rule, and find what only the organiser's office finds */
    record AssessedSeason(boolean published, boolean writable, boolean office, List<AssessedMember> units) {
        AssessedSeason {
            units = List.copyOf(units);
        }
    }

    record AssessedMember(Score score, List<Assessment> assessments) {
        AssessedMember {
            assessments = List.copyOf(assessments);
        }
    }

    /** @param unit what the unit comes to with it; null for who may write and not read */
    record Entered(int revision, @Nullable AssessedMember unit) {}

    private final Scoresheets scoresheets;
    private final ScoreStore store;
    private final FactReader reader;
    private final OpenScores open;
    private final Seasons seasons;
    private final SeasonAccess access;
    private final Mandates mandates;
    private final Audit audit;

    AssessmentService(
            Scoresheets scoresheets,
            ScoreStore store,
            FactReader reader,
            OpenScores open,
            Seasons seasons,
            SeasonAccess access,
            Mandates mandates,
            Audit audit) {
        this.scoresheets = scoresheets;
        this.store = store;
        this.reader = reader;
        this.open = open;
        this.seasons = seasons;
        this.access = access;
        this.mandates = mandates;
        this.audit = audit;
    }

    /**
     * What was assessed of every member, in the order of the cluster, and what each comes to as of now.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 for those who do not run the season
     */
    @Transactional(readOnly = true)
    AssessedSeason assessments(Caller caller, UUID scoresheetId) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var season = access.season(scoresheet.seasonId());
        if (!access.may(caller, season, ScoreService.SEE_ALL)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var units = seasons.members(season.id()).stream().map(Member::unitId).toList();
        var published = store.isPublished(scoresheetId);
        return new AssessedSeason(
                published,
                !published && access.may(caller, season, ASSESS),
                !published && mandates.may(caller, RULE, season.organiserId()),
                assessed(scoresheet, units));
    }

    private List<AssessedMember> assessed(Scoresheet scoresheet, List<UUID> units) {
        var assessed = store.assessments(scoresheet.id(), units).stream().collect(groupingBy(Assessment::unitId));
        var facts = reader.facts(scoresheet, units);
        var sheet = scoresheet.sheet();
        return units.stream()
                .map(unit -> new AssessedMember(
                        Scoring.score(sheet, Objects.requireNonNull(facts.get(unit))),
                        assessed.getOrDefault(unit, List.of())))
                .toList();
    }

    /**
     * @param code a criterion's, or {@link Input#key} of one of its inputs or of the ruling on it
     * @param expected the revision the assessor has seen, 0 before the first
     * @param value null when the criterion does not apply to the unit
     */
    @Transactional
    Entered assess(
            Caller caller,
            UUID scoresheetId,
            UUID unitId,
            String code,
            int expected,
            @Nullable BigDecimal value,
            String reason) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var season = access.season(scoresheet.seasonId());
        var asked = AssessedCode.of(code);
        var sheet = scoresheet.sheet().forUnit(unitId);
        var basis = isOfOffice(sheet, asked)
                ? mandates.require(caller, RULE, season.organiserId())
                : access.require(caller, season, ASSESS);
        var bounds = open.line(scoresheet, unitId, code);
        if (value != null
                && isOfPoints(sheet, asked)
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
        OpenScores.expect(expected, before.map(Assessment::revision).orElse(0));
        var plain = Decimals.plainOrNull(value);
        store.addAssessment(scoresheetId, unitId, code, expected + 1, plain, reason);
        record Assessed(
                UUID scoresheetId,
                String criterionCode,
                @Nullable BigDecimal value) {}
        audit.record(new AuditEntry(
                caller,
                basis,
                "score.assessed",
                OpenScores.AUDITED,
                unitId,
                unitId,
                before.map(each -> new Assessed(scoresheetId, code, each.value()))
                        .orElse(null),
                new Assessed(scoresheetId, code, plain),
                reason));
        return new Entered(
                expected + 1,
                access.may(caller, season, ScoreService.SEE_ALL)
                        ? assessed(scoresheet, List.of(unitId)).getFirst()
                        : null);
    }

    /** A ruling where no row holds, and a penalty that is not for the cluster to find. */
    private static boolean isOfOffice(Sheet sheet, AssessedCode code) {
        return code.isRuling()
                || code.whole(sheet)
                        .filter(criterion -> criterion.rule() instanceof FurtherRule.AgencyPenalty)
                        .isPresent();
    }

    /** Whether what is assessed is points: they have a ceiling. */
    private static boolean isOfPoints(Sheet sheet, AssessedCode code) {
        return code.isRuling()
                || code.whole(sheet)
                        .filter(criterion -> criterion.rule() instanceof ScoringRule.Given
                                || criterion.rule() instanceof FurtherRule.GivenBonus)
                        .isPresent();
    }
}
