package vn.thidua.indicator.score;

import java.math.BigDecimal;

/** One sentence in both languages; numbers as each writes them. */
public record Words(String vi, String en) {
    /** Each {@code %s} stands for a number, a text or another sentence. */
    static Words of(String vi, String en, Object... values) {
        var inVietnamese = new Object[values.length];
        var inEnglish = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case BigDecimal number -> {
                    inEnglish[i] = number.toPlainString();
                    inVietnamese[i] = number.toPlainString().replace('.', ',');
                }
                case Words words -> {
                    inVietnamese[i] = words.vi;
                    inEnglish[i] = words.en;
                }
                case Object other -> {
                    inVietnamese[i] = other.toString();
                    inEnglish[i] = other.toString();
                }
            }
        }
        return new Words(vi.formatted(inVietnamese), en.formatted(inEnglish));
    }
}
