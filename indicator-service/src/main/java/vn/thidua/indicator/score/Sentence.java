package vn.thidua.indicator.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.scoresheet.Range;

/**
 * One sentence with its numbers, put into words only when somebody reads it or it is written down: most of a score is sentences, and
 * most of them are never looked at.
 */
public final class Sentence {
    private final String vi;
    private final String en;
    private final Object[] values;
    /** Two threads may both make it; they make the same. */
    private @Nullable Words words;

    private Sentence(String vi, String en, Object[] values) {
        this.vi = vi;
        this.en = en;
        this.values = values;
    }

    /** Each {@code %s} stands for a number, a range, a text or another sentence, {@code %%} for a percent sign. */
    static Sentence of(String vi, String en, Object... values) {
        return new Sentence(vi, en, values);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Sentence said(Words words) {
        var sentence = new Sentence(words.vi(), words.en(), new Object[0]);
        sentence.words = words;
        return sentence;
    }

    @JsonValue
    public Words words() {
        var made = words;
        if (made == null) {
            made = new Words(filled(vi, true), filled(en, false));
            words = made;
        }
        return made;
    }

    public String vi() {
        return words().vi();
    }

    public String en() {
        return words().en();
    }

    private String filled(String pattern, boolean vietnamese) {
        var text = new StringBuilder(pattern.length() + 24);
        var next = 0;
        var from = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
            text.append(pattern, from, at);
            text.append(pattern.charAt(at + 1) == '%' ? "%" : shown(values[next++], vietnamese));
            from = at + 2;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static String shown(Object value, boolean vietnamese) {
        return switch (value) {
            case Fraction number -> shown(number.shown(), vietnamese);
            case BigDecimal number -> vietnamese ? number.toPlainString().replace('.', ',') : number.toPlainString();
            case Range range -> vietnamese ? Ranges.shown(range).replace('.', ',') : Ranges.shown(range);
            case Sentence sentence -> vietnamese ? sentence.vi() : sentence.en();
            case Object other -> other.toString();
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sentence sentence && sentence.words().equals(words());
    }

    @Override
    public int hashCode() {
        return words().hashCode();
    }

    @Override
    public String toString() {
        return words().toString();
    }
}
