package vn.thidua.award.document;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code under which anybody may check a document: 18 characters of Crockford's alphabet, 90 random bits, so that nobody finds
 * one by trying. Printed in three groups; read back with I, L and O taken for what they look like.
 */
public final class CheckCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 18;
    private static final int GROUP = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckCode() {}

    static String random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is printed and stands in addresses. */
    public static String grouped(String code) {
        var text = new StringBuilder(code);
        for (int at = GROUP; at < text.length(); at += GROUP + 1) {
            text.insert(at, '-');
        }
        return text.toString();
    }

    /** What was typed or scanned, as it is stored; anything that is no code comes back as something never stored. */
    public static String read(String typed) {
        return typed.replace("-", "")
                .replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
