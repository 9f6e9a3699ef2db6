package vn.thidua.indicator.report;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.target.TargetAmended;

/**
 * Lets reports follow when a list is amended and others of the names they give count than before: what is computed in a report in work is
 * computed anew; beside what was handed in, the number that is left stands verified, and the feed tells what counts.
 */
@Component
class AmendedLists {
    private static final String REASON = "Tính lại sau khi danh sách được điều chỉnh";

    private final ReportStore store;
    private final ComputedCells computed;
    private final ReportTelling telling;

    AmendedLists(ReportStore store, ComputedCells computed, ReportTelling telling) {
        this.store = store;
        this.computed = computed;
        this.telling = telling;
    }

    @EventListener
    void on(TargetAmended amended) {
        for (var reportId : store.naming(amended)) {
            var report = store.lock(reportId).orElseThrow().report();
            switch (report.status()) {
                case DRAFT, RETURNED -> computed.restate(reportId, amended.caller(), amended.basis());
                case SUBMITTED, ACCEPTED -> {
                    computed.restateVerified(reportId, amended.caller(), amended.basis(), REASON);
                    store.recount(reportId);
                    telling.tell(amended.caller(), amended.basis(), reportId, "report.recounted", report, REASON);
                }
            }
        }
    }
}
