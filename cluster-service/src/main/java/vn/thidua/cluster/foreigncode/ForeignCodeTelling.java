package vn.thidua.cluster.foreigncode;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells the feed and the audit by which codes other agencies know units. */
@Component
class ForeignCodeTelling {
    private static final String AGGREGATE = "foreign-code";

    /**
     * A code as the feed tells it, to agencies too.
     *
     * @param withdrawn whether it was recorded by mistake
     */
    record ForeignCodePublished(
            String list,
            String code,
            UUID unitId,
            LocalDate from,
            @Nullable LocalDate until,
            boolean withdrawn) {}

    /**
     * @param before null when it was recorded
     * @param after null when it was withdrawn
     */
    record Told(
            @Nullable Basis basis,
            @Nullable ForeignCode before,
            @Nullable ForeignCode after,
            String action,
            @Nullable String reason) {
        ForeignCode last() {
            return Objects.requireNonNull(after == null ? before : after);
        }

        long version() {
            return after == null ? last().version() + 1 : after.version();
        }
    }

    private final Outbox outbox;
    private final Audit audit;

    ForeignCodeTelling(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    void tell(Caller caller, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        outbox.publish(told.stream().map(ForeignCodeTelling::published).toList());
        audit.record(told.stream()
                .map(one -> new AuditEntry(
                        caller,
                        one.basis(),
                        one.action(),
                        AGGREGATE,
                        one.last().id(),
                        one.last().unitId(),
                        one.before(),
                        one.after(),
                        one.reason()))
                .toList());
    }

    private static Outbox.Publication published(Told told) {
        var code = told.last();
        return new Outbox.Publication(
                AGGREGATE,
                code.id(),
                told.version(),
                "vn.thidua." + told.action(),
                code.unitId(),
                new ForeignCodePublished(
                        code.list(), code.code(), code.unitId(), code.from(), code.until(), told.after() == null));
    }
}
