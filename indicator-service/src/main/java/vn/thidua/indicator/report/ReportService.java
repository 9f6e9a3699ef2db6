package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The way of a report: begun, submitted, verified, returned or accepted. */
@Service
class ReportService {
    record Begun(UUID id, boolean isNew) {}

    private static final String RESTATED = "Tính lại theo công thức từ số đã thẩm định";

    private final ReportStore store;
    private final ComputedCells computed;
    private final CheckQueries checks;
    private final SeasonAccess seasons;
    private final ReportAccess access;
    private final ReportRefusals refusals;
    private final ReportTelling telling;
    private final Mandates mandates;

    ReportService(
            ReportStore store,
            ComputedCells computed,
            CheckQueries checks,
            SeasonAccess seasons,
            ReportAccess access,
            ReportRefusals refusals,
            ReportTelling telling,
            Mandates mandates) {
        this.store = store;
        this.computed = computed;
        this.checks = checks;
        this.seasons = seasons;
        this.access = access;
        this.refusals = refusals;
        this.telling = telling;
        this.mandates = mandates;
    }

    /** The unit's report in that period, made if this is the first touch. */
    @Transactional
    Begun begin(Caller caller, UUID periodId, UUID unitId) {
        var basis = mandates.require(caller, ReportAccess.WRITE, unitId);
        var beginning = store.beginning(periodId, unitId).orElse(null);
        if (beginning == null || !beginning.member()) {
            var pointer = beginning == null ? "/periodId" : "/unitId";
            throw Problem.invalid(FieldError.of(pointer, beginning == null ? "not-found" : "not-member"))
                    .asException();
        }
        var there = store.find(periodId, unitId);
        if (there.isPresent()) {
            return new Begun(there.get(), false);
        }
        var season = seasons.season(beginning.period().seasonId());
        SeasonAccess.requireLive(season);
        SeasonAccess.requireNotClosed(season);
        if (!beginning.frozen()) {
            throw Problem.of(ReportRefusals.TARGETS_NOT_FROZEN).asException();
        }
        refusals.requireWritable(
                Report.writableAt(Report.Status.DRAFT, beginning.openUntil(), beginning.period(), beginning.now()),
                beginning.period(),
                beginning.opener(),
                false);
        var begun = store.begin(periodId, unitId);
        if (begun.isEmpty()) {
            return new Begun(store.find(periodId, unitId).orElseThrow(), false);
        }
        telling.tell(caller, basis, begun.get(), "report.begun", null, null);
        return new Begun(begun.get(), true);
    }

    /** Hands the report in, whole: every cell filled or said not to apply, evidence where it is asked for, outliers explained. */
    @Transactional
    ReportQueries.Head submit(Caller caller, UUID reportId) {
        store.keepPlans();
        var locked = lock(reportId);
        var report = locked.report();
        var basis = access.requireUnit(caller, ReportAccess.SUBMIT, report.unitId(), reportId);
        SeasonAccess.requireNotClosed(seasons.season(report.period().seasonId()));
        refusals.requireWritable(report.writableAt(locked.now()), report.period(), locked.opener(), false);
        computed.restate(reportId, caller, basis);
        CheckTelling.requireReady(checks.findings(reportId));
        store.submit(reportId, caller.subject());
        return telling.tell(caller, basis, reportId, "report.submitted", report, null);
    }

    @Transactional
    ReportQueries.Head accept(Caller caller, UUID reportId) {
        access.requireSight(caller, reportId);
        var report = lock(reportId).report();
        var basis =
                access.requireDeciding(caller, seasons.season(report.period().seasonId()), report.unitId());
        requireSubmittedByAnother(caller, report);
        store.accept(reportId);
        return telling.tell(caller, basis, reportId, "report.accepted", report, null);
    }

    /** @param openUntil until when it may be mended though the period is closed, or null */
    @Transactional
    ReportQueries.Head giveBack(Caller caller, UUID reportId, String reason, @Nullable Instant openUntil) {
        access.requireSight(caller, reportId);
        var locked = lock(reportId);
        var report = locked.report();
        var basis =
                access.requireDeciding(caller, seasons.season(report.period().seasonId()), report.unitId());
        requireSubmittedByAnother(caller, report);
        if (openUntil != null && !openUntil.isAfter(locked.now())) {
            throw Problem.invalid(FieldError.of("/openUntil", "past")).asException();
        }
        store.giveBack(reportId, reason, openUntil);
        return telling.tell(caller, basis, reportId, "report.returned", report, reason);
    }

    /** Puts a verified value beside the reported one. */
    @Transactional
    UUID verify(Caller caller, UUID reportId, UUID indicatorId, BigDecimal value, @Nullable String reason) {
        access.requireSight(caller, reportId);
        var report = lock(reportId).report();
        var basis =
                access.requireVerifying(caller, seasons.season(report.period().seasonId()), report.unitId());
        requireSubmittedByAnother(caller, report);
        var indicator = store.verifiable(indicatorId)
                .orElseThrow(() -> Problem.invalid(FieldError.of("/indicatorId", "not-found"))
                        .asException());
        if (indicator.computed()) {
            throw Problem.invalid(FieldError.of("/indicatorId", "verify-inputs"))
                    .asException();
        }
        // A number that was typed in another unit may be found to have as many digits.
        var fault = Cell.converted(value, indicator.measure());
        if (fault != null) {
            throw Problem.invalid(FieldError.of(
                            fault.pointer(), fault.code(), fault.arguments().toArray()))
                    .asException();
        }
        var id = verified(caller, basis, reportId, indicatorId, value, reason);
        computed.restateVerified(reportId, caller, basis, RESTATED);
        telling.tell(caller, basis, reportId, "report.verified", report, reason);
        return id;
    }

    private UUID verified(
            Caller caller, Basis basis, UUID reportId, UUID indicatorId, BigDecimal value, @Nullable String reason) {
        try {
            return store.verify(reportId, indicatorId, Decimals.plain(value), reason, caller, basis)
                    .orElseThrow(() -> Problem.invalid(FieldError.of("/indicatorId", "not-found"))
                            .asException());
        } catch (DataIntegrityViolationException violation) {
            if (String.valueOf(violation.getMostSpecificCause().getMessage()).contains("verification_reason")) {
                throw Problem.invalid(FieldError.of("/reason", "reason-for-difference"))
                        .asException();
            }
            throw violation;
        }
    }

    private ReportStore.Locked lock(UUID reportId) {
        return store.lock(reportId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** Separation of duties: nobody judges what he handed in himself, whatever mandates he holds. */
    private static void requireSubmittedByAnother(Caller caller, Report report) {
        if (report.status() != Report.Status.SUBMITTED) {
            throw Problem.of(ReportRefusals.NOT_SUBMITTED).asException();
        }
        if (caller.subject().equals(report.submittedBy())) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-submission").asException();
        }
    }
}
