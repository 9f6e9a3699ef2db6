package vn.thidua.cluster.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.access.Duties;
import vn.thidua.cluster.access.Role;
import vn.thidua.kit.replica.MandateEvent;

/**
 * Who may act in which role, for which units, in which time.
 *
 * @param clientId the agency's client instead of a person
 * @param validUntil first day on which it no longer holds, or null
 */
public record Mandate(
        UUID id,
        @Nullable UUID personId,
        @Nullable String clientId,
        UUID unitId,
        Role role,
        Scope scope,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawReason,
        long version) {
    /** The unit alone, or the unit with all below it. */
    public enum Scope {
        UNIT,
        SUBTREE
    }

    /** Whether its holder could not be granted that as well: separation of duties. */
    public boolean isApartFrom(MandateService.Grant grant) {
        return withdrawnAt == null
                && Duties.areApart(role, grant.role())
                && Duties.overlap(validFrom, validUntil, grant.validFrom(), grant.validUntil());
    }

    Mandate withdrawn(Instant at, String reason) {
        return new Mandate(id, personId, clientId, unitId, role, scope, validFrom, validUntil, at, reason, version + 1);
    }

    Mandate ending(@Nullable LocalDate until) {
        return new Mandate(
                id,
                personId,
                clientId,
                unitId,
                role,
                scope,
                validFrom,
                until,
                withdrawnAt,
                withdrawReason,
                version + 1);
    }

    MandateEvent event() {
        return new MandateEvent(
                personId, clientId, unitId, scope.name(), role.name(), validFrom, validUntil, withdrawnAt);
    }
}
