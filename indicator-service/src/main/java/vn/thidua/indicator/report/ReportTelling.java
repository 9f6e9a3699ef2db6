package vn.thidua.indicator.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.period.Period;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Says what happened to a report, to the audit and to the feed. */
@Component
class ReportTelling {
    /** A report as the feed tells it: the whole of it, with the ids by which every number is found again. */
    record ReportPublished(
            UUID periodId,
            UUID seasonId,
            UUID unitId,
            Report.Status status,
            @Nullable Instant submittedAt,
            @Nullable Integer daysLate,
            @Nullable String returnedBecause,
            List<CellPublished> cells) {}

    /**
     * @param value as reported
     * @param qualifier how exactly that is stated; null where it is exact
     * @param struck names it gives as reached that an amendment took off the list; left out where there are none
     * @param finalValue what counts then; left out where the verified or the reported value does
     */
    record CellPublished(
            UUID indicatorId,
            UUID revisionId,
            @Nullable BigDecimal value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Qualifier qualifier,

            boolean notApplicable,
            Cell.@Nullable Actuality actuality,
            @Nullable UUID verificationId,
            @Nullable BigDecimal verifiedValue,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> struck,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal finalValue) {}

    /** A report's state before a change, for the audit. */
    record Was(Report.Status status, long version) {}

    /** And after it. The numbers are not written down again: every cell has entries of its own, a submission keeps which it held. */
    record Is(
            UUID periodId,
            Report.Status status,
            long version,
            @Nullable Instant submittedAt,
            @Nullable Integer daysLate,
            @Nullable String returnedBecause) {}

    private final ReportStore store;
    private final ReportQueries queries;
    private final Outbox outbox;
    private final Audit audit;

    ReportTelling(ReportStore store, ReportQueries queries, Outbox outbox, Audit audit) {
        this.store = store;
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Call after the change, in its transaction; the report as it stands by then. */
    ReportQueries.Head tell(
            Caller caller,
            Basis basis,
            UUID reportId,
            String action,
            @Nullable Report before,
            @Nullable String reason) {
        var head = queries.head(reportId).orElseThrow();
        var report = head.report();
        var published = new ReportPublished(
                report.period().id(),
                report.period().seasonId(),
                report.unitId(),
                report.status(),
                report.submittedAt(),
                head.line().daysLate(),
                report.returnedBecause(),
                store.cells(reportId, head.listed()));
        outbox.publish(Report.AGGREGATE, reportId, report.version(), "vn.thidua." + action, report.unitId(), published);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                Report.AGGREGATE,
                reportId,
                report.unitId(),
                before == null ? null : new Was(before.status(), before.version()),
                new Is(
                        published.periodId(),
                        report.status(),
                        report.version(),
                        report.submittedAt(),
                        published.daysLate(),
                        report.returnedBecause()),
                reason));
        return head;
    }

    /** Tells of reports that were just begun, in two statements; call in the transaction that began them. */
    void begun(Caller caller, Period period, Map<UUID, UUID> reportsByUnit, Map<UUID, Basis> bases) {
        var publications = new ArrayList<Outbox.Publication>();
        var entries = new ArrayList<AuditEntry>();
        reportsByUnit.forEach((unit, report) -> {
            var published = new ReportPublished(
                    period.id(), period.seasonId(), unit, Report.Status.DRAFT, null, null, null, List.of());
            publications.add(
                    new Outbox.Publication(Report.AGGREGATE, report, 1, "vn.thidua.report.begun", unit, published));
            entries.add(new AuditEntry(
                    caller, bases.get(unit), "report.begun", Report.AGGREGATE, report, unit, null, published, null));
        });
        outbox.publish(publications);
        audit.record(entries);
    }
}
