package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.score.ScoreStore.SelfScore;
import vn.thidua.indicator.scoresheet.Scoresheets;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Takes what units give themselves. */
@Service
class SelfScoreService {
    static final Permission SELF = Permission.of("reports.write", "UNIT_OFFICER", "UNIT_LEADER");

    private final Scoresheets scoresheets;
    private final ScoreStore store;
    private final OpenScores open;
    private final Mandates mandates;
    private final Audit audit;

    SelfScoreService(Scoresheets scoresheets, ScoreStore store, OpenScores open, Mandates mandates, Audit audit) {
        this.scoresheets = scoresheets;
        this.store = store;
        this.open = open;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** @param expected the revision the unit has seen, 0 before the first */
    @Transactional
    int give(
            Caller caller,
            UUID scoresheetId,
            UUID unitId,
            String code,
            int expected,
            BigDecimal points,
            @Nullable String note) {
        var scoresheet = scoresheets.frozen(scoresheetId);
        var basis = mandates.require(caller, SELF, unitId);
        var bounds = open.line(scoresheet, unitId, code);
        if (AssessedCode.of(code).part() != null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        if (points.compareTo(bounds.lowest()) < 0 || points.compareTo(bounds.maximum()) > 0) {
            throw Problem.invalid(FieldError.of("/points", "range")).asException();
        }
        var before = store.selfScores(scoresheetId, unitId).stream()
                .filter(each -> each.criterionCode().equals(code))
                .findFirst();
        OpenScores.expect(expected, before.map(SelfScore::revision).orElse(0));
        store.addSelfScore(scoresheetId, unitId, code, expected + 1, Decimals.plain(points), note);
        record Given(
                UUID scoresheetId,
                String criterionCode,
                BigDecimal points,
                @Nullable String note) {}
        audit.record(new AuditEntry(
                caller,
                basis,
                "score.self-given",
                OpenScores.AUDITED,
                unitId,
                unitId,
                before.map(each -> new Given(scoresheetId, code, each.points(), each.note()))
                        .orElse(null),
                new Given(scoresheetId, code, Decimals.plain(points), note),
                null));
        return expected + 1;
    }
}
