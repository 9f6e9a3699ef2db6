package vn.thidua.indicator.consolidation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.ValueKind;

/**
 * How a cluster's number is made of its members'.
 *
 * @param rule null while nobody said one: nothing is put together by itself then
 * @param weightId the indicator whose numbers weigh, for a weighted average only
 * @param version 0 while nobody said anything
 */
record Aggregation(@Nullable Rule rule, @Nullable UUID weightId, long version) {
    enum Rule {
        SUM,
        AVERAGE,
        /** Σ value × weight ÷ Σ weight, over the members of whom both are known. */
        WEIGHTED_AVERAGE,
        /** What was handed in last: for a number that is the same for all and becomes known in time. */
        LAST,
        MAX,
        MIN,
        /** How many said yes. */
        COUNT_YES,
        /**
         * How many different names on the members' lists were reached, and no more than stand verified: who verifies a number says how many
         * it is, not which. What a number has beyond its names, or without any, is taken for something that no other member names.
         */
        UNION,
        /** Members' numbers do not make the cluster's; who consolidates says it. */
        NONE;

        /** Whether numbers of that kind can be put together so. */
        boolean suits(ValueKind kind) {
            return switch (this) {
                case SUM -> kind == ValueKind.QUANTITY || kind == ValueKind.COUNT || kind == ValueKind.DAYS_LATE;
                case AVERAGE, WEIGHTED_AVERAGE -> kind != ValueKind.YES_NO && kind != ValueKind.LEVEL;
                case COUNT_YES -> kind == ValueKind.YES_NO;
                case UNION -> kind == ValueKind.COUNT;
                case LAST, MAX, MIN, NONE -> true;
            };
        }
    }
}
