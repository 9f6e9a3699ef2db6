package vn.thidua.indicator.report;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Qualifier;

/** How people write that a number is not exact, with their accents or without: khoảng 7, ~7, gần 95%, trên 1.200, từ 30 trở lên, ít nhất 30. */
final class QualifierWords {
    private static final Pattern BEFORE = Pattern.compile(
            "(?:(?<about>khoang|[~≈])|(?<nearly>gan)|(?<above>tren|hon|>)|(?<least>≥|>=|it nhat|toi thieu|khong duoi))\\s*(?<rest>-?\\d.*)");
    private static final Pattern FROM = Pattern.compile("(?:tu\\s+)?(?<rest>-?\\d.*?)\\s+tro len");
    /** Words of that kind with which nothing is kept: "từ 30" may be exact, and "dưới 30" may be anything. */
    private static final Pattern OTHER = Pattern.compile("(?:(?:duoi|tu|khong qua)\\s+|[<≤]\\s*)-?\\d.*");

    /** @param rest the number, with whatever stands behind it */
    record Said(@Nullable Qualifier qualifier, String rest) {}

    private QualifierWords() {}

    /** Parts the words from a number; a text without such words is all rest. */
    static Said read(String text) {
        var plain = plain(text);
        var before = BEFORE.matcher(plain);
        if (before.matches()) {
            var qualifier = before.group("about") != null
                    ? Qualifier.ABOUT
                    : before.group("nearly") != null
                            ? Qualifier.NEARLY
                            : before.group("above") != null ? Qualifier.ABOVE : Qualifier.AT_LEAST;
            return new Said(qualifier, text.substring(before.start("rest")));
        }
        var from = FROM.matcher(plain);
        return from.matches()
                ? new Said(Qualifier.AT_LEAST, text.substring(from.start("rest"), from.end("rest")))
                : new Said(null, text);
    }

    /** Whether other words of that kind stand before a number. */
    static boolean qualifies(String text) {
        return OTHER.matcher(plain(text)).matches();
    }

    /** A number with the words that {@link #read} understands. */
    static String written(@Nullable Qualifier qualifier, String number) {
        return switch (qualifier) {
            case null -> number;
            case EXACT -> number;
            case ABOUT -> "khoảng " + number;
            case NEARLY -> "gần " + number;
            case ABOVE -> "trên " + number;
            case AT_LEAST -> "từ " + number + " trở lên";
        };
    }

    /** In small letters without accents, each at the place where it was. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = Character.toLowerCase(text.charAt(i));
            plain.append(
                    c == 'đ'
                            ? 'd'
                            : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                    .charAt(0));
        }
        return plain.toString();
    }
}
