package vn.thidua.indicator.digest;

import java.math.BigDecimal;

/** Whether a number as stated stands at or above a threshold. */
enum Threshold {
    REACHED,
    MISSED,
    UNCLEAR;

    /**
     * "Gần 70" lies under 70 and is taken to lie above every threshold below it; "trên 80" and "từ 80 trở lên" say nothing about 85;
     * "khoảng 70" does not say on which side of 70 it lies.
     */
    static Threshold of(BigDecimal value, String qualifier, BigDecimal threshold) {
        var compared = value.compareTo(threshold);
        return switch (qualifier) {
            case "EXACT" -> compared >= 0 ? REACHED : MISSED;
            case "ABOVE", "AT_LEAST" -> compared >= 0 ? REACHED : UNCLEAR;
            case "NEARLY" -> compared > 0 ? REACHED : MISSED;
            case "ABOUT" -> compared == 0 ? UNCLEAR : compared > 0 ? REACHED : MISSED;
            default -> throw new IllegalArgumentException(qualifier);
        };
    }
}
