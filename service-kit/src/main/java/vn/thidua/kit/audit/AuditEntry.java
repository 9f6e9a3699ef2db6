package vn.thidua.kit.audit;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/**
 * One change, for the audit. Personal values in {@code before} and {@code after} must be sealed with the person's key first
 * ({@link vn.thidua.kit.personal.PersonalValues}); the row itself can never be changed.
 *
 * @param caller null only for the one-time set-up, which has none
 * @param basis the mandate the change rests on
 * @param action verb in the past, dotted: {@code unit.changed}
 * @param unitId whose administrators and auditors may read it
 * @param before state before, null at creation
 */
public record AuditEntry(
        @Nullable Caller caller,
        @Nullable Basis basis,
        String action,
        String aggregateType,
        UUID aggregateId,
        @Nullable UUID unitId,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String reason) {
    public AuditEntry {
        requireNonNull(action, "action is null");
        requireNonNull(aggregateType, "aggregateType is null");
        requireNonNull(aggregateId, "aggregateId is null");
    }
}
