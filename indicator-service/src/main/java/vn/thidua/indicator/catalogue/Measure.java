package vn.thidua.indicator.catalogue;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;

/**
 * How an indicator's numbers are to be read.
 *
 * @param direction which way a plan for it means to go; a plan to reduce is exceeded when more was reduced than planned
 * @param decimals most digits after the point, 0 to 6
 * @param evidenceRequired whether a reported value needs a file that proves it
 * @param levels what a level is called, the lowest first; none for other kinds
 */
public record Measure(
        ValueKind valueKind, Direction direction, int decimals, boolean evidenceRequired, List<String> levels) {
    /** Fewest and most levels. */
    static final int FEWEST_LEVELS = 2;

    static final int MOST_LEVELS = 20;

    private static final List<String> NO_AND_YES = List.of("Không", "Có");

    public enum ValueKind {
        QUANTITY,
        PERCENT,
        /** So much of one for each of another, as doctors for each ten thousand people: it is averaged, never added up. */
        RATIO,
        COUNT,
        /** 1 is yes, 0 is no. */
        YES_NO,
        /** The place of a level among the indicator's own, 1 for the lowest. */
        LEVEL,
        DAYS_LATE;

        /** Whether a plan's degree of fulfilment means anything for such numbers. */
        public boolean hasPlan() {
            return switch (this) {
                case QUANTITY, PERCENT, RATIO, COUNT -> true;
                case YES_NO, LEVEL, DAYS_LATE -> false;
            };
        }

        /** Whether its numbers have no fraction. */
        public boolean isWhole() {
            return switch (this) {
                case QUANTITY, PERCENT, RATIO -> false;
                case COUNT, YES_NO, LEVEL, DAYS_LATE -> true;
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
    static final Measure USUAL = new Measure(ValueKind.QUANTITY, Direction.RAISE, 2, false, List.of());

    public Measure {
        if (!fits(valueKind, decimals)) {
            throw new IllegalArgumentException(decimals + " decimals for " + valueKind);
        }
        levels = List.copyOf(levels);
        if (!fits(valueKind, levels)) {
            throw new IllegalArgumentException(levels.size() + " levels for " + valueKind);
        }
    }

    /** One without levels. */
    public Measure(ValueKind valueKind, Direction direction, int decimals, boolean evidenceRequired) {
        this(valueKind, direction, decimals, evidenceRequired, List.of());
    }

    /** The words that stand for its numbers, one for each number from {@link #firstAnswer} up; none where people say numbers. */
    public List<String> answers() {
        return valueKind == ValueKind.YES_NO ? NO_AND_YES : levels;
    }

    /** The number for which the first of its {@link #answers} stands. */
    public int firstAnswer() {
        return valueKind == ValueKind.LEVEL ? 1 : 0;
    }

    /** The word that stands for that number, or null. */
    public @Nullable String answer(BigDecimal number) {
        return isAnswer(number) ? answers().get(number.intValue() - firstAnswer()) : null;
    }

    /** Whether a word stands for that number. */
    public boolean isAnswer(BigDecimal number) {
        return Decimals.fits(number, 0)
                && number.compareTo(BigDecimal.valueOf(firstAnswer())) >= 0
                && number.compareTo(BigDecimal.valueOf(firstAnswer() + answers().size() - 1L)) <= 0;
    }

    /** The number for which that word stands, or which its digits are; null where there is none. */
    public @Nullable BigDecimal numberOf(String word) {
        var said = key(word);
        for (int i = 0; i < answers().size(); i++) {
            var number = firstAnswer() + i;
            if (said.equals(key(answers().get(i))) || said.equals(Integer.toString(number))) {
                return BigDecimal.valueOf(number);
            }
        }
        return null;
    }

    /** What makes two words the same. */
    static String key(String word) {
        return Normalizer.normalize(word.replace('\u00a0', ' ').strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether an indicator of that kind has so many levels. */
    static boolean fits(ValueKind valueKind, List<String> levels) {
        return valueKind == ValueKind.LEVEL
                ? levels.size() >= FEWEST_LEVELS && levels.size() <= MOST_LEVELS
                : levels.isEmpty();
    }

    /** Counts, days, levels and yes/no have no fraction. */
    static boolean fits(ValueKind valueKind, int decimals) {
        return decimals >= 0 && decimals <= 6 && (!valueKind.isWhole() || decimals == 0);
    }

    /** What was said of a measure; null where nothing was. */
    record Said(
            @Nullable ValueKind valueKind,
            @Nullable Direction direction,
            @Nullable Integer decimals,
            @Nullable Boolean evidenceRequired,
            @Nullable List<String> levels) {
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

        /** The levels that this leads to; an indicator that is made another kind loses them. */
        List<String> levelsOver(Measure present) {
            if (levels != null) {
                return levels;
            }
            return kindOver(present) == ValueKind.LEVEL ? present.levels() : List.of();
        }

        /** The measure with what was said in place of what it had. */
        Measure over(Measure present) {
            return new Measure(
                    kindOver(present),
                    direction == null ? present.direction() : direction,
                    decimalsOver(present),
                    evidenceRequired == null ? present.evidenceRequired() : evidenceRequired,
                    levelsOver(present));
        }
    }
}
