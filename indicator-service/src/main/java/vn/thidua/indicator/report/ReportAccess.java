package vn.thidua.indicator.report;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Who sees, writes and judges reports, and speaks of them. */
@Component
public class ReportAccess {
    /** A unit's own people, whoever verifies it, and the auditor. */
    private static final Permission READ_UNIT =
            Permission.of("reports.read", "UNIT_OFFICER", "UNIT_LEADER", "VERIFIER", "AUDITOR");
    /** At the organiser, for all members. */
    private static final Permission READ_ALL = Permission.of(
            "reports.read", "STANDING_OFFICER", "STANDING_LEADER", "CLUSTER_SECRETARY", "VERIFIER", "AUDITOR");
    /** At the head of a season, for all members. */
    private static final Permission READ_HEADED =
            Permission.of("headship", "UNIT_OFFICER", "UNIT_LEADER", "CLUSTER_SECRETARY");

    static final Permission WRITE = Permission.of("reports.write", "UNIT_OFFICER", "UNIT_LEADER");
    static final Permission SUBMIT = Permission.of("reports.write", "UNIT_LEADER");
    private static final Permission VERIFY_ALL = Permission.of("reports.write", "STANDING_OFFICER", "VERIFIER");
    private static final Permission DECIDE_ALL = Permission.of("reports.write", "STANDING_OFFICER");
    /** No agency takes part in a talk: no token has this scope. */
    private static final Permission SPEAK_UNIT = Permission.of("comments", "UNIT_OFFICER", "UNIT_LEADER", "VERIFIER");

    private static final Permission SPEAK_ALL =
            Permission.of("comments", "STANDING_OFFICER", "STANDING_LEADER", "CLUSTER_SECRETARY", "VERIFIER");
    private static final Permission SPEAK_HEADED =
            Permission.of("comments", "UNIT_OFFICER", "UNIT_LEADER", "CLUSTER_SECRETARY");
    /** No agency verifies what it may report itself: no token has this scope. */
    private static final Permission VERIFY_UNIT = Permission.of("verification", "VERIFIER");

    /** A cluster has a few dozen members. */
    private static final int MOST_MEMBERS = 2000;

    /**
     * Where a caller sees reports.
     *
     * @param units of these units
     * @param organised of all members of what these organise
     * @param headed of all members in the seasons that these head
     */
    record Sight(Reach units, Reach organised, Reach headed) {
        boolean isEmpty() {
            return units.isEmpty() && organised.isEmpty() && headed.isEmpty();
        }
    }

    private final Mandates mandates;
    private final ReportQueries queries;
    private final SightQueries sights;

    ReportAccess(Mandates mandates, ReportQueries queries, SightQueries sights) {
        this.mandates = mandates;
        this.queries = queries;
        this.sights = sights;
    }

    Sight sight(Caller caller) {
        return new Sight(
                mandates.reach(caller, READ_UNIT),
                mandates.reach(caller, READ_ALL),
                mandates.reach(caller, READ_HEADED));
    }

    /** @throws ProblemException 404 when the caller may not see that report, or there is none */
    void requireSight(Caller caller, UUID reportId) {
        if (!sights.isVisible(reportId, sight(caller))) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }

    /**
     * For what is said of a report: whoever sees only the figures, because members share them, sees no more than those.
     *
     * @throws ProblemException 404 when the caller does not see into that report, or there is none
     */
    public void requireInsight(Caller caller, UUID reportId) {
        if (!sights.isOpenTo(reportId, sight(caller))) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }

    /** The begun reports of a period that the caller sees into. */
    public List<UUID> insight(Caller caller, UUID periodId) {
        return sights.openTo(periodId, sight(caller));
    }

    /** The members of a period's season whose figures the caller sees. */
    public Set<UUID> seen(Caller caller, UUID periodId) {
        return queries.board(periodId, null, sight(caller), null, null, MOST_MEMBERS).stream()
                .map(ReportViews.Line::unitId)
                .collect(Collectors.toSet());
    }

    /**
     * What a word about a report rests on: the people of the unit and its verifier, those of the organiser, those of the head.
     *
     * @throws ProblemException 404 when the caller does not see into that report, 403 when it only reads
     */
    public Basis requireSpeaking(Caller caller, UUID reportId) {
        requireInsight(caller, reportId);
        var concerned = sights.concerned(reportId);
        if (mandates.may(caller, SPEAK_UNIT, concerned.unitId())) {
            return mandates.require(caller, SPEAK_UNIT, concerned.unitId());
        }
        for (var head : concerned.heads()) {
            if (mandates.may(caller, SPEAK_HEADED, head)) {
                return mandates.require(caller, SPEAK_HEADED, head);
            }
        }
        return mandates.require(caller, SPEAK_ALL, concerned.organiserId());
    }

    /** Of those units the ones whose reports the caller may write, as far as mandates go. */
    Set<UUID> writing(Caller caller, List<UUID> unitIds) {
        return mandates.among(caller, WRITE, unitIds);
    }

    /** @throws ProblemException 403 when the caller may write no report at all */
    void requireWritingSomewhere(Caller caller) {
        mandates.bases(caller, WRITE, List.of());
    }

    /** What a unit's own write rests on; whoever may not even see the report is told that there is none. */
    Basis requireUnit(Caller caller, Permission permission, UUID unitId, UUID reportId) {
        try {
            return mandates.require(caller, permission, unitId);
        } catch (ProblemException refused) {
            if (refused.problem().type().equals(ProblemType.FORBIDDEN)) {
                requireSight(caller, reportId);
            }
            throw refused;
        }
    }

    Basis requireVerifying(Caller caller, Season season, UUID unitId) {
        if (mandates.may(caller, VERIFY_UNIT, unitId)) {
            return mandates.require(caller, VERIFY_UNIT, unitId);
        }
        return judging(caller, season, unitId, VERIFY_ALL);
    }

    Basis requireDeciding(Caller caller, Season season, UUID unitId) {
        return judging(caller, season, unitId, DECIDE_ALL);
    }

    private Basis judging(Caller caller, Season season, UUID unitId, Permission atOrganiser) {
        if (mandates.may(caller, atOrganiser, season.organiserId())) {
            return mandates.require(caller, atOrganiser, season.organiserId());
        }
        for (var head : season.heads()) {
            if (mandates.may(caller, SeasonAccess.HEAD, head)) {
                if (head.equals(unitId)) {
                    throw Problem.because(ProblemType.FORBIDDEN, "own-report").asException();
                }
                return mandates.require(caller, SeasonAccess.HEAD, head);
            }
        }
        return mandates.require(caller, atOrganiser, season.organiserId());
    }
}
