package vn.thidua.award.award;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One award as one dated rule.
 *
 * @param unitId the unit whose rule it is
 * @param decidedBy the office that decides, in its own words
 * @param effectiveUntil first day on which the rule no longer holds, or null
 * @param source the document and place in it that says so
 * @param verified whether somebody has compared it with that source
 */
public record Award(
        UUID id,
        UUID unitId,
        String code,
        String name,
        Kind kind,
        Level level,
        Subject subject,
        String decidedBy,
        List<Condition> standard,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        String source,
        boolean verified,
        long version) {
    static final String AGGREGATE = "award";

    /** danh hiệu thi đua, or hình thức khen thưởng. */
    public enum Kind {
        TITLE,
        FORM
    }

    /** cấp Nhà nước, cấp tỉnh, cơ sở. */
    public enum Level {
        STATE,
        PROVINCE,
        GRASSROOTS
    }

    /** Who can hold it. */
    public enum Subject {
        COLLECTIVE,
        INDIVIDUAL,
        HOUSEHOLD
    }

    public Award {
        standard = List.copyOf(standard);
    }

    /** Whether the rule holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || day.isBefore(effectiveUntil));
    }
}
