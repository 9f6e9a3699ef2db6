package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.target.Plan;

/**
 * What is known of one unit, criterion by criterion; all that scoring looks at besides the sheet.
 *
 * @param byCriterion by the criterion's code, or by {@link vn.thidua.indicator.scoresheet.Input#key} for a further number of it; what is missing has
 *     no fact
 */
public record Facts(UUID unitId, SortedMap<String, Fact> byCriterion) {
    /** The kind of a source that is no row: the kind of period in which a sheet does not count a criterion. */
    static final String PERIOD = "PERIOD";

    public Facts {
        byCriterion = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byCriterion));
    }

    public static Facts of(UUID unitId, Map<String, Fact> byCriterion) {
        return new Facts(unitId, new TreeMap<>(byCriterion));
    }

    /**
     * Who says the value: the unit, a verifier who stands above it, a body that assessed what is not reported, or a document in a
     * season of record.
     */
    public enum Origin {
        REPORTED,
        VERIFIED,
        ASSESSED,
        STATED
    }

    /**
     * @param value null when nothing was reported
     * @param reported what the unit said, where a verifier's value stands above it or a name was taken off the list since
     * @param assigned the target set from above
     * @param registered the target the unit promised
     * @param lastYear where a plan to reduce starts from
     * @param percent of plan as a document states it, without the numbers it was made from; null where nobody states one
     * @param sources the rows it was read from: kind and id
     */
    public record Fact(
            @Nullable BigDecimal value,
            @Nullable BigDecimal reported,
            boolean notApplicable,
            Origin origin,
            Direction direction,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal percent,
            List<Source> sources) {
        public Fact {
            value = plain(value);
            reported = plain(reported);
            assigned = plain(assigned);
            registered = plain(registered);
            lastYear = plain(lastYear);
            percent = plain(percent);
            sources = List.copyOf(sources);
        }

        /** One of which nobody states a percent of plan. */
        public Fact(
                @Nullable BigDecimal value,
                @Nullable BigDecimal reported,
                boolean notApplicable,
                Origin origin,
                Direction direction,
                @Nullable BigDecimal assigned,
                @Nullable BigDecimal registered,
                @Nullable BigDecimal lastYear,
                List<Source> sources) {
            this(value, reported, notApplicable, origin, direction, assigned, registered, lastYear, null, sources);
        }

        /** 55 and 55.000 are the same fact, and are written the same way. */
        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return Decimals.plainOrNull(number);
        }

        /** The same fact with another number. */
        public Fact with(BigDecimal other) {
            return with(other, percent);
        }

        /** The same fact with another stated percent of plan. */
        public Fact withPercent(BigDecimal other) {
            return with(value, other);
        }

        private Fact with(@Nullable BigDecimal value, @Nullable BigDecimal percent) {
            return new Fact(
                    value,
                    reported,
                    notApplicable,
                    origin,
                    direction,
                    assigned,
                    registered,
                    lastYear,
                    percent,
                    sources);
        }

        /** What a sheet holds it against. A sheet is frozen only with indicators of which a percent of plan means something. */
        public Plan plan(Sheet.Plan against) {
            return new Plan(
                    Measure.ValueKind.QUANTITY,
                    direction,
                    against == Sheet.Plan.REGISTERED ? null : assigned,
                    against == Sheet.Plan.ASSIGNED ? null : registered,
                    lastYear);
        }

        public static Fact of(BigDecimal value) {
            return new Fact(value, null, false, Origin.REPORTED, Direction.RAISE, null, null, null, List.of());
        }
    }

    /** @param kind REPORT, CELL, VERIFICATION, TARGET, ASSESSMENT, FIGURE, QUALIFIER (where a report or a document does not say it exactly), SCORESHEET (it says itself that the criterion does not apply), PERIOD (with the kind of period in which it does not); of a computed number also FORMULA with its text, INPUT with each cell's revision, and
     *     NOT_COMPUTED with the reason; of a list STRUCK with each name that was reported and is on it no more */
    public record Source(String kind, String id) {}
}
