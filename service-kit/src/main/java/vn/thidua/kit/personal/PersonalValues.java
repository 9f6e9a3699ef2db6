package vn.thidua.kit.personal;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Personal values in rows that can never be changed: each person has a key of their own (AES-256-GCM), and deleting the key
 * erases the values wherever they stand, backups of the audit included.
 */
public final class PersonalValues {
    private static final String PREFIX = "sealed:1:";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final PersonalKeys keys;
    private final SecureRandom random = new SecureRandom();

    PersonalValues(PersonalKeys keys) {
        this.keys = keys;
    }

    public static boolean isSealed(String text) {
        return text.startsWith(PREFIX);
    }

    /** Seals a value under the person's key, which is made if the person has none; null stays null. */
    public @Nullable String seal(UUID personId, @Nullable String value) {
        return value == null ? null : sealer(Set.of(personId)).seal(personId, value);
    }

    /** Seals values of the people whose keys it holds. */
    @FunctionalInterface
    public interface Sealer {
        /** Null stays null. */
        @Nullable
        String seal(UUID personId, @Nullable String value);
    }

    /** Fetches the keys of many people in one go, and makes those that are missing. */
    public Sealer sealer(Set<UUID> people) {
        var known = keys.getOrCreate(people);
        return (personId, value) -> value == null ? null : seal(requireNonNull(known.get(personId)), value);
    }

    private String seal(byte[] key, String value) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            var sealed = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            var both = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return PREFIX + Base64.getEncoder().encodeToString(both.array());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot seal a personal value", failure);
        }
    }

    /** What became of a sealed value. */
    public sealed interface Opened {
        record Value(String text) implements Opened {}

        /** The person's key is gone. */
        record Erased() implements Opened {}

        /** It was not sealed with this key, or was changed since. */
        record Unreadable() implements Opened {}
    }

    /** Opens values of the people whose keys it holds. */
    @FunctionalInterface
    public interface Opener {
        Opened open(UUID personId, String sealed);
    }

    /** The value, or why there is none. */
    public Opened open(UUID personId, String sealed) {
        return opener(Set.of(personId)).open(personId, sealed);
    }

    /** Fetches the keys of many people in one go. */
    public Opener opener(Set<UUID> people) {
        var known = keys.find(people);
        return (personId, text) -> {
            var key = known.get(personId);
            return key == null ? new Opened.Erased() : open(key, text);
        };
    }

    private static Opened open(byte[] key, String sealed) {
        try {
            var both = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
            if (both.length < NONCE) {
                return new Opened.Unreadable();
            }
            var nonce = Arrays.copyOf(both, NONCE);
            var plain = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(both, NONCE, both.length - NONCE);
            return new Opened.Value(new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException spoilt) {
            return new Opened.Unreadable();
        }
    }

    /** Deletes the person's key; what was sealed with it cannot be read again by anyone. Safe to repeat. */
    public void erase(UUID personId) {
        keys.delete(personId);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
