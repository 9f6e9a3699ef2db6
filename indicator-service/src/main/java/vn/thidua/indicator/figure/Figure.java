package vn.thidua.indicator.figure;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.provenance.Provenance;

/**
 * A figure as a document states it.
 *
 * @param unitId whose it is, for a {@link Subject#UNIT}
 * @param value null for {@link Subject#MEMBERS}, who have no common value
 * @param outOf 49 of 35
 * @param unitOfMeasure as printed
 * @param members the statement about how many members reached a threshold
 * @param rankStated "dẫn đầu", "đứng thứ hai": as said, never computed
 * @param quote the words as printed
 */
record Figure(
        UUID id,
        UUID seasonId,
        PeriodKind periodKind,
        UUID indicatorId,
        Subject subject,
        @Nullable UUID unitId,
        Measured measure,
        @Nullable BigDecimal value,
        @Nullable BigDecimal outOf,
        String unitOfMeasure,
        Qualifier qualifier,
        Actuality actuality,
        Basis basis,
        @Nullable Aggregation aggregation,
        @Nullable Members members,
        @Nullable Integer rankStated,
        String quote,
        Provenance provenance,
        @Nullable String source,
        long version) {
    static final String AGGREGATE = "figure";

    enum PeriodKind {
        H1,
        M9,
        YEAR
    }

    enum Subject {
        UNIT,
        CLUSTER,
        MEMBERS
    }

    /** What of the indicator is stated. */
    enum Measured {
        VALUE,
        PERCENT_OF_PLAN,
        PERCENT_OF_BUDGET_ESTIMATE,
        GROWTH,
        AGAINST_TARGET
    }

    enum Actuality {
        ACTUAL,
        ESTIMATE
    }

    enum Basis {
        STATED,
        COMPUTED
    }

    enum Aggregation {
        TOTAL,
        AVERAGE
    }

    /** "12/12 tỉnh đạt từ 55% trở lên": count 12, out of 12, threshold 55, at least. */
    record Members(int count, int outOf, BigDecimal threshold, Qualifier thresholdQualifier) {}

    Figure withId(UUID newId, long newVersion) {
        return new Figure(
                newId,
                seasonId,
                periodKind,
                indicatorId,
                subject,
                unitId,
                measure,
                value,
                outOf,
                unitOfMeasure,
                qualifier,
                actuality,
                basis,
                aggregation,
                members,
                rankStated,
                quote,
                provenance,
                source,
                newVersion);
    }
}
