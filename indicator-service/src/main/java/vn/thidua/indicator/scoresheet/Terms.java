package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet says beyond points: cases that no row holds, knock-outs across criteria, classes, prizes, equal totals.
 *
 * @param unmatched null while nothing is declared: then a table with a gap is not frozen
 * @param grades the best first
 * @param prizes the best first
 * @param ties what is looked at in turn where totals are equal; what is equal after the last is left to the cluster's regulation
 */
public record Terms(
        @Nullable Unmatched unmatched,
        List<KnockOut> knockOuts,
        List<Grade> grades,
        List<Prize> prizes,
        List<TieBreak> ties) {
    public static final Terms NONE = new Terms(null, List.of(), List.of(), List.of());

    public Terms {
        knockOuts = List.copyOf(knockOuts);
        grades = List.copyOf(grades);
        prizes = List.copyOf(prizes);
        ties = List.copyOf(ties);
    }

    /** Terms that leave equal totals to the regulation. */
    public Terms(@Nullable Unmatched unmatched, List<KnockOut> knockOuts, List<Grade> grades, List<Prize> prizes) {
        this(unmatched, knockOuts, grades, prizes, List.of());
    }

    /** What becomes of a case that no row of its rule holds: the organiser's office rules on it, or it earns nothing. */
    public enum Unmatched {
        RULING,
        ZERO
    }

    /** What a knock-out looks at; points and percents are those before any knock-out, so that none depends on another. */
    public enum Measured {
        VALUE,
        POINTS,
        PERCENT_OF_MAXIMUM
    }

    /**
     * @param of code of a criterion or of a group
     * @param zeroes criteria that earn nothing then; none means that the unit stands behind all others
     */
    public record KnockOut(String code, String name, String of, Measured measured, Range range, List<String> zeroes) {
        public KnockOut {
            requireNonNull(measured, "measured is null");
            requireNonNull(range, "range is null");
            zeroes = List.copyOf(zeroes);
        }
    }

    /**
     * A class by total and by the weakest criterion or group.
     *
     * @param total the totals it is open to
     * @param everyCriterion least percent of its maximum that each criterion must have reached, or null
     * @param everyGroup the same for each group
     * @param vote whether points only make a unit eligible and a vote decides
     */
    public record Grade(
            String code,
            String name,
            Range total,
            @Nullable BigDecimal everyCriterion,
            @Nullable BigDecimal everyGroup,
            boolean vote) {
        public Grade {
            requireNonNull(total, "total is null");
        }
    }

    /** @param count how many there are; who shares a rank shares its prize */
    public record Prize(String code, String name, int count) {}

    /**
     * Of units with the same total, the one with more points here stands before the other; less taken off is more.
     *
     * @param of code of a criterion or of a group
     */
    public record TieBreak(String of) {}
}
