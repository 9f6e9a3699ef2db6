package vn.thidua.kit.web;

import java.text.Normalizer;

/** Text as it may enter: one normal form for Vietnamese, and nothing PostgreSQL cannot hold. */
public final class Text {
    private Text() {}

    /** The NFC form of the text: "ễ" typed as three code points and as one must be the same unit. */
    public static String normalise(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** False for text with a NUL, a lone surrogate, or an invisible control that could disguise a name. */
    public static boolean isAllowed(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean control = c < 0x20 && c != '\n' && c != '\r' && c != '\t';
            boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
            boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            if (control || c == 0x7F || surrogate || bidi) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }
}
