package vn.thidua.cluster.compact;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The words that all members sign: title, preamble, and every member's targets as they were frozen, each part after an empty line.
 *
 * @param sha256 of the text in UTF-8, small hexadecimal digits
 */
record Wording(String text, String sha256) {
    Wording {
        requireNonNull(text, "text is null");
        requireNonNull(sha256, "sha256 is null");
    }

    static Wording of(String title, @Nullable String preamble, String targets) {
        var text = title + "\n\n" + (preamble == null ? "" : preamble + "\n\n") + targets;
        return new Wording(text, sha256(text));
    }

    static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
