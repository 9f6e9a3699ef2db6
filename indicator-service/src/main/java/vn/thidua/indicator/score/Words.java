package vn.thidua.indicator.score;

import java.math.BigDecimal;

/** One sentence in both languages; numbers as each writes them. */
public record Words(String vi, String en) {
    /** Each {@code %s} stands for a number, a text or another sentence, {@code %%} for a percent sign. */
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
        return new Words(filled(vi, inVietnamese), filled(en, inEnglish));
    }

    /** As {@link String#formatted} for {@code %s} and {@code %%}, many times as fast: a score is mostly sentences. */
    private static String filled(String pattern, Object[] values) {
        var text = new StringBuilder(pattern.length() + 24);
        var next = 0;
        var from = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
            text.append(pattern, from, at);
            text.append(pattern.charAt(at + 1) == '%' ? "%" : values[next++]);
            from = at + 2;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }
}
