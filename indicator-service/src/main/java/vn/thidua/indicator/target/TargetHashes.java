package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.canonical.Decimals;

/** The hash of what stands for a unit: whoever names it has seen those numbers, and after a change it is another one. */
@Component
class TargetHashes {
    /** What of a target is agreed on, however its numbers were typed. */
    private record Said(
            UUID indicatorId,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            String unitOfMeasure,
            List<Target.Portion> portions,
            List<String> items) {
        static Said of(Target target) {
            return new Said(
                    target.indicatorId(),
                    Decimals.plainOrNull(target.assigned()),
                    Decimals.plainOrNull(target.registered()),
                    Decimals.plainOrNull(target.lastYear()),
                    target.unitOfMeasure(),
                    target.portions(),
                    target.items());
        }
    }

    /** Of a unit without targets. */
    static final String NONE = hash(List.of());

    private final TargetStore targets;

    TargetHashes(TargetStore targets) {
        this.targets = targets;
    }

    /** SHA-256 in hexadecimal digits of those units that have targets. */
    Map<UUID, String> of(UUID seasonId, Collection<UUID> unitIds) {
        return targets.ofUnits(seasonId, unitIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, unit -> hash(unit.getValue())));
    }

    String of(UUID seasonId, UUID unitId) {
        return of(seasonId, List.of(unitId)).getOrDefault(unitId, NONE);
    }

    private static String hash(List<Target> targets) {
        return Canonical.sha256(Canonical.text(targets.stream().map(Said::of).toList()));
    }
}
