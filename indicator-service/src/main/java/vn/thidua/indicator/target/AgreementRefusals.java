package vn.thidua.indicator.target;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Why something is not done while a unit's targets are where they are on the way to being agreed. */
@Component
class AgreementRefusals {
    /** The numbers may not be changed, or not by this person. */
    private static final ProblemType UNDER_AGREEMENT = new ProblemType("targets-under-agreement", HttpStatus.CONFLICT);
    /** The step does not follow from the last one. */
    private static final ProblemType STATUS = new ProblemType("agreement-status", HttpStatus.CONFLICT);
    /** What is still being agreed is not frozen. */
    private static final ProblemType OPEN = new ProblemType("agreements-open", HttpStatus.CONFLICT);

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** @param agreement of which the last step says why its numbers are kept */
    Problem locked(Agreement agreement) {
        var step = Objects.requireNonNull(agreement.last());
        var since = Objects.requireNonNull(agreement.since());
        var reason = switch (step) {
            case PROPOSED -> "targets-proposed";
            case CHANGED -> "targets-changed";
            case AGREED -> "targets-negotiated";
            case APPROVED -> "targets-approved";
            case WITHDRAWN, RETURNED, REOPENED -> throw new IllegalArgumentException("free to be written: " + step);
        };
        return new Problem(UNDER_AGREEMENT, reason, List.of(SHOWN.format(since)), List.of(), Map.of())
                .with("unitId", agreement.unitId())
                .with("agreementStatus", agreement.status().name())
                .with("since", since.toString());
    }

    Problem status(Agreement agreement) {
        return Problem.of(STATUS).with("agreementStatus", agreement.status().name());
    }

    Problem status(Collection<UUID> unitIds) {
        return Problem.of(STATUS).with("unitIds", shown(unitIds));
    }

    Problem open(Collection<UUID> unitIds, Collection<String> names) {
        return new Problem(OPEN, null, List.of(unitIds.size(), String.join(", ", names)), List.of(), Map.of())
                .with("unitIds", shown(unitIds));
    }

    static List<String> shown(Collection<UUID> unitIds) {
        return unitIds.stream().map(UUID::toString).sorted().toList();
    }
}
