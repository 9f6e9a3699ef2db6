package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;

/**
 * What a number is held against. The promise counts where there is one, else the plan given from above.
 *
 * @param lastYear the level that a reduction starts from
 */
public record Plan(
        Measure.ValueKind valueKind,
        Measure.Direction direction,
        @Nullable BigDecimal assigned,
        @Nullable BigDecimal registered,
        @Nullable BigDecimal lastYear) {
    public enum Held {
        REGISTERED,
        ASSIGNED
    }

    /** Why a number has no percent of plan. */
    public enum Why {
        /** Yes/no and days late are judged by what they are. */
        NOT_A_MATTER_OF_PERCENT,
        NO_TARGET,
        TARGET_NOT_POSITIVE,
        /** What was reduced can only be said where it is known what it was reduced from. */
        NO_LAST_YEAR,
        NO_REDUCTION_PLANNED
    }

    public sealed interface Fulfilment {
        /**
         * A percent of plan with everything it was made from.
         *
         * @param target the number held against
         * @param reached numerator: the actual, or for a reduction how much was reduced
         * @param planned denominator: the target, or for a reduction how much was to be reduced
         * @param percent {@code reached / planned × 100}, rounded once to the API's digits
         */
        record Percent(
                Held held,
                BigDecimal target,
                BigDecimal actual,
                @Nullable BigDecimal lastYear,
                BigDecimal reached,
                BigDecimal planned,
                BigDecimal percent)
                implements Fulfilment {}

        record None(Why why) implements Fulfilment {}
    }

    /** The number that counts as the plan, or null when nothing was planned. */
    public @Nullable BigDecimal target() {
        return registered != null ? registered : assigned;
    }

    /** How far {@code actual} fulfils the plan. */
    public Fulfilment fulfilment(BigDecimal actual) {
        var target = target();
        if (!valueKind.hasPlan()) {
            return new Fulfilment.None(Why.NOT_A_MATTER_OF_PERCENT);
        }
        if (target == null) {
            return new Fulfilment.None(Why.NO_TARGET);
        }
        return switch (direction) {
            case RAISE -> {
                if (target.signum() <= 0) {
                    yield new Fulfilment.None(Why.TARGET_NOT_POSITIVE);
                }
                yield percent(target, actual, actual, target);
            }
            case REACH -> {
                if (target.signum() <= 0) {
                    yield new Fulfilment.None(Why.TARGET_NOT_POSITIVE);
                }
                yield percent(target, actual, actual.min(target), target);
            }
            case WITHIN -> {
                if (target.signum() <= 0) {
                    yield new Fulfilment.None(Why.TARGET_NOT_POSITIVE);
                }
                // Within is 100; what goes beyond counts as that much less.
                var within = target.subtract(actual.subtract(target).max(BigDecimal.ZERO))
                        .max(BigDecimal.ZERO);
                yield percent(target, actual, within, target);
            }
            case KEEP -> {
                if (target.signum() <= 0) {
                    yield new Fulfilment.None(Why.TARGET_NOT_POSITIVE);
                }
                // Kept is 100; what strays from the level, either way, counts as that much less.
                var kept = target.subtract(actual.subtract(target).abs()).max(BigDecimal.ZERO);
                yield percent(target, actual, kept, target);
            }
            case REDUCE -> {
                if (lastYear == null) {
                    yield new Fulfilment.None(Why.NO_LAST_YEAR);
                }
                var planned = lastYear.subtract(target);
                if (planned.signum() <= 0) {
                    yield new Fulfilment.None(Why.NO_REDUCTION_PLANNED);
                }
                // More reduced than planned is above 100, and good.
                yield percent(target, actual, lastYear.subtract(actual), planned);
            }
        };
    }

    /** The numbers that fulfil the plan to just that percent; none where it has no percent, or nothing could. */
    public List<BigDecimal> reaching(BigDecimal percent) {
        return switch (fulfilment(BigDecimal.ZERO)) {
            case Fulfilment.Percent of ->
                reaching(of, of.planned().multiply(percent).movePointLeft(2));
            case Fulfilment.None _ -> List.of();
        };
    }

    private List<BigDecimal> reaching(Fulfilment.Percent of, BigDecimal reached) {
        return switch (direction) {
            case RAISE -> List.of(reached);
            case REACH -> reached.compareTo(of.target()) > 0 ? List.of() : List.of(reached);
            case REDUCE -> List.of(Objects.requireNonNull(of.lastYear()).subtract(reached));
            // Below the limit all is the same; where it begins to be is the limit.
            case WITHIN ->
                reached.signum() < 0 || reached.compareTo(of.target()) > 0
                        ? List.of()
                        : List.of(of.target().add(of.target()).subtract(reached));
            // As much above the level as below it; never better than kept, and never worse than nothing.
            case KEEP ->
                reached.signum() < 0 || reached.compareTo(of.target()) > 0
                        ? List.of()
                        : List.of(reached, of.target().add(of.target()).subtract(reached));
        };
    }

    private Fulfilment percent(BigDecimal target, BigDecimal actual, BigDecimal reached, BigDecimal planned) {
        return new Fulfilment.Percent(
                registered != null ? Held.REGISTERED : Held.ASSIGNED,
                target,
                actual,
                direction == Measure.Direction.REDUCE ? lastYear : null,
                Decimals.plain(reached),
                Decimals.plain(planned),
                Decimals.shown(reached.movePointRight(2).divide(planned, Decimals.AFTER_SIGN, RoundingMode.HALF_UP)));
    }
}
