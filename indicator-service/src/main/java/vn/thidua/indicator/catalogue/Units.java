package vn.thidua.indicator.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.canonical.Fraction;

/**
 * In which units of measure the numbers of an indicator may be typed.
 *
 * @param base the indicator's own, in which everything is computed
 * @param others of the same dimension
 */
public record Units(String base, List<Unit> others) {
    /** Most units besides the indicator's own. */
    public static final int MOST = 20;

    /** One of it is {@code numerator / denominator} of the base. */
    public record Unit(String name, BigDecimal numerator, BigDecimal denominator) {}

    /** A number as somebody typed it, in a unit that is not the indicator's own. */
    public record Typed(BigDecimal number, String unit) {}

    /** What a typed number with its unit comes to. */
    public sealed interface Read {
        /** @param typed null where it was typed in the indicator's own unit */
        record Amount(BigDecimal value, @Nullable Typed typed) implements Read {}

        /** @param accepted the units that there are, for the text */
        record UnknownUnit(String accepted) implements Read {}

        /** It cannot be kept, before or after the conversion. */
        record OutOfRange() implements Read {}

        /** Something, but nothing that is left of it in the indicator's own unit. */
        record TooSmall() implements Read {}
    }

    public Units {
        others = List.copyOf(others);
    }

    /** The name under which a unit is kept; null when the indicator has no such unit. However it is capitalised or spaced. */
    public @Nullable String named(String typed) {
        return Stream.concat(Stream.of(base), others.stream().map(Unit::name))
                .filter(name -> key(name).equals(key(typed)))
                .findFirst()
                .orElse(null);
    }

    /** All of them, for a text. */
    public String names() {
        return Stream.concat(Stream.of(base), others.stream().map(Unit::name)).collect(Collectors.joining(", "));
    }

    /**
     * Reads a typed number.
     *
     * @param unit as typed; null or blank is the indicator's own
     */
    public Read read(BigDecimal number, @Nullable String unit) {
        var name = unit == null || unit.isBlank() ? base : named(unit);
        if (name == null) {
            return new Read.UnknownUnit(names());
        }
        if (!Decimals.fits(number)) {
            return new Read.OutOfRange();
        }
        var typed = Decimals.plain(number);
        return others.stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .map(other -> converted(typed, other))
                .orElseGet(() -> new Read.Amount(typed, null));
    }

    private static Read converted(BigDecimal typed, Unit unit) {
        var value = Fraction.of(typed)
                .times(Fraction.of(unit.numerator()))
                .over(Fraction.of(unit.denominator()))
                .rounded(Decimals.AFTER_SIGN, RoundingMode.HALF_UP);
        if (!Decimals.fits(value)) {
            return new Read.OutOfRange();
        }
        return value.signum() == 0 && typed.signum() != 0
                ? new Read.TooSmall()
                : new Read.Amount(Decimals.plain(value), new Typed(typed, unit.name()));
    }

    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
