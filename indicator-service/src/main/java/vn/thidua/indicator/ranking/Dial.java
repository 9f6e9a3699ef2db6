package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.ranking.Turns.What;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.Input;

/**
 * One number of a criterion that could come out otherwise.
 *
 * @param step the smallest difference with which the number is told
 * @param values ascending; what it could be next to every turn of its rule
 */
record Dial(What what, Place place, BigDecimal step, List<BigDecimal> values) {
    /** How far a number is looked for, in times of itself and of where its rule turns. */
    private static final BigDecimal FAR = BigDecimal.TEN;

    Dial {
        values = List.copyOf(values);
    }

    /**
     * Where a number stands.
     *
     * @param input the further number of the criterion, or null for its own
     * @param keys all under which the sheet asks for it
     * @param fact what is known now
     */
    record Place(
            @Nullable Input input,
            Set<String> keys,
            @Nullable Fact fact) {
        Place {
            keys = Set.copyOf(keys);
        }

        @Nullable
        BigDecimal present(What what) {
            if (fact == null) {
                return null;
            }
            return what == What.PERCENT ? fact.percent() : fact.value();
        }
    }

    /** One that can have only these. */
    static Dial oneOf(What what, Place place, Collection<BigDecimal> values) {
        return new Dial(what, place, BigDecimal.ONE, List.copyOf(values));
    }

    /**
     * One that can have anything of so many digits.
     *
     * @param most beyond which it cannot be; null where nobody knows
     */
    static Dial near(What what, Place place, SortedSet<BigDecimal> turns, int digits, @Nullable BigDecimal most) {
        var step = BigDecimal.ONE.movePointLeft(Math.min(digits, Decimals.AFTER_SIGN));
        if (turns.isEmpty()) {
            return new Dial(what, place, step, List.of());
        }
        var present = place.present(what);
        var known = new TreeSet<>(turns);
        known.add(present == null ? turns.first() : present);
        var low = present == null ? BigDecimal.ZERO : present.min(BigDecimal.ZERO);
        var high = most == null ? known.last().max(BigDecimal.ONE).multiply(FAR) : most.max(known.last());
        var values = new TreeSet<>(Stream.of(low, high)
                .map(end -> end.setScale(step.scale(), RoundingMode.FLOOR))
                .toList());
        for (var turn : turns) {
            var at = turn.setScale(step.scale(), RoundingMode.FLOOR);
            values.addAll(List.of(at.subtract(step), at, at.add(step)));
        }
        return new Dial(what, place, step, List.copyOf(values.subSet(low, true, high, true)));
    }

    @Nullable
    BigDecimal present() {
        return place.present(what);
    }

    /** How far a value is from what is now, or from nothing where nothing is known. */
    BigDecimal distance(BigDecimal value) {
        var present = present();
        return present == null ? value.abs() : value.subtract(present).abs();
    }

    /** The facts with this number instead, wherever the sheet asks for it. */
    Facts at(BigDecimal value, Facts facts) {
        var fact = place.fact() == null ? Fact.of(value) : place.fact();
        var changed = new TreeMap<>(facts.byCriterion());
        for (var key : place.keys()) {
            var known = changed.getOrDefault(key, fact);
            changed.put(key, what == What.PERCENT ? known.withPercent(value) : known.with(value));
        }
        return new Facts(facts.unitId(), changed);
    }

    boolean isAskedBy(String criterionCode) {
        return place.keys().stream()
                .anyMatch(key -> key.equals(criterionCode) || key.startsWith(Input.key(criterionCode, "")));
    }
}
