package vn.thidua.award.award;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.web.Days;

/**
 * A rule row as it is shown, published and kept.
 *
 * @param effectiveTo last day on which it holds, or null
 */
record AwardView(
        @NotNull UUID id,
        @NotNull UUID unitId,
        @NotNull String code,
        @NotNull String name,
        @NotNull Award.Kind kind,
        @NotNull Award.Level level,
        @NotNull Award.Subject subject,
        @NotNull String decidedBy,
        @NotNull List<ConditionForm> standard,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @NotNull String source,
        boolean verified,
        long version) {
    static AwardView of(Award award) {
        return new AwardView(
                award.id(),
                award.unitId(),
                award.code(),
                award.name(),
                award.kind(),
                award.level(),
                award.subject(),
                award.decidedBy(),
                award.standard().stream().map(ConditionForm::of).toList(),
                award.effectiveFrom(),
                Days.lastBefore(award.effectiveUntil()),
                award.source(),
                award.verified(),
                award.version());
    }
}
