package vn.thidua.indicator.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How an indicator's numbers are to be read.
 *
 * @param direction which way a plan for it means to go; a plan to reduce is exceeded when more was reduced than planned
 * @param decimals most digits after the point, 0 to 6
 * @param evidenceRequired whether a reported value needs a file that proves it
 */
public record Measure(ValueKind valueKind, Direction direction, int decimals, boolean evidenceRequired) {
    public enum ValueKind {
        QUANTITY,
        PERCENT,
        /** So much of one for each of another, as doctors for each ten thousand people: it is averaged, never added up. */
        RATIO,
        COUNT,
        /** 1 is yes, 0 is no. */
        YES_NO,
        DAYS_LATE;

        /** Whether a plan's degree of fulfilment means anything for such numbers. */
        public boolean hasPlan() {
            return switch (this) {
                case QUANTITY, PERCENT, RATIO, COUNT -> true;
                case YES_NO, DAYS_LATE -> false;
            };
        }

        /** Whether its numbers have no fraction. */
        public boolean isWhole() {
            return switch (this) {
                case QUANTITY, PERCENT, RATIO -> false;
                case COUNT, YES_NO, DAYS_LATE -> true;
            };
        }
    }

    public enum Direction {
        /** The more the better. */
        RAISE,
        /** Up to the plan; more than that is no better. */
        REACH,
        /** From last year's number down to the plan, and the further the better. */
        REDUCE,
        /** At the plan, with nothing above it and nothing below. */
        KEEP,
        /** Not above the plan; how far below is all the same. */
        WITHIN
    }

    /** What an indicator is when nobody says more. */
    static final Measure USUAL = new Measure(ValueKind.QUANTITY, Direction.RAISE, 2, false);

    public Measure {
        if (!fits(valueKind, decimals)) {
            throw new IllegalArgumentException(decimals + " decimals for " + valueKind);
        }
    }

    /** Counts, days and yes/no have no fraction. */
    static boolean fits(ValueKind valueKind, int decimals) {
        return decimals >= 0 && decimals <= 6 && (!valueKind.isWhole() || decimals == 0);
    }

    /** What was said of a measure; null where nothing was. */
    record Said(
            @Nullable ValueKind valueKind,
            @Nullable Direction direction,
            @Nullable Integer decimals,
            @Nullable Boolean evidenceRequired) {
        /** The digits after the point that this leads to. */
        int decimalsOver(Measure present) {
            if (decimals != null) {
                return decimals;
            }
            return kindOver(present).isWhole() ? 0 : present.decimals();
        }

        ValueKind kindOver(Measure present) {
            return valueKind == null ? present.valueKind() : valueKind;
        }

        /** The measure with what was said in place of what it had. */
        Measure over(Measure present) {
            return new Measure(
                    kindOver(present),
                    direction == null ? present.direction() : direction,
                    decimalsOver(present),
                    evidenceRequired == null ? present.evidenceRequired() : evidenceRequired);
        }
    }
}
