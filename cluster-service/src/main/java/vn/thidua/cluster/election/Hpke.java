package vn.thidua.cluster.election;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hybrid public key encryption of one message, as RFC 9180 describes it: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-128-GCM. Every primitive is the JDK's; here is only the key schedule of section 5.1 and the single shot of section 6.1,
 * held against the vectors of the RFC. Each message has a key pair of its own, which nobody keeps: not even the sender can open
 * it again.
 */
final class Hpke {
    /** What a sealed message is longer than the message: the encapsulated key and the tag. */
    static final int OVERHEAD = 32 + 16;

    private static final int ENCAPSULATED = 32;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** "HPKE", then the registered numbers of KEM, KDF and AEAD. */
    private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0, 0x20, 0, 1, 0, 1};

    private static final byte[] VERSION = text("HPKE-v1");
    private static final byte[] NOTHING = {};
    private static final byte[] BASE_MODE = {0};

    private Hpke() {}

    /**
     * Seals a message so that only the holder of the private key can read it.
     *
     * @param info what the message is for; must be the same when it is opened
     */
    static byte[] seal(PublicKey recipient, byte[] info, byte[] message) throws GeneralSecurityException {
        var encapsulated = KEM.getInstance("DHKEM").newEncapsulator(recipient).encapsulate();
        var cipher = cipher(Cipher.ENCRYPT_MODE, encapsulated.key(), info);
        return joined(encapsulated.encapsulation(), cipher.doFinal(message));
    }

    /**
     * Opens a sealed message.
     *
     * @throws GeneralSecurityException when it was not sealed to this key for this purpose, or was changed since
     */
    static byte[] open(PrivateKey recipient, byte[] info, byte[] closed) throws GeneralSecurityException {
        return open(recipient, info, NOTHING, closed);
    }

    /** With data that is authenticated beside the message; the RFC's vectors have some. */
    static byte[] open(PrivateKey recipient, byte[] info, byte[] beside, byte[] closed)
            throws GeneralSecurityException {
        if (closed.length < OVERHEAD) {
            throw new GeneralSecurityException("too short to be a sealed message");
        }
        var shared = KEM.getInstance("DHKEM")
                .newDecapsulator(recipient)
                .decapsulate(java.util.Arrays.copyOf(closed, ENCAPSULATED));
        var cipher = cipher(Cipher.DECRYPT_MODE, shared, info);
        cipher.updateAAD(beside);
        return cipher.doFinal(closed, ENCAPSULATED, closed.length - ENCAPSULATED);
    }

    private static Cipher cipher(int mode, SecretKey shared, byte[] info) throws GeneralSecurityException {
        var context = joined(
                BASE_MODE,
                extract(NOTHING, "psk_id_hash", NOTHING).getEncoded(),
                extract(NOTHING, "info_hash", info).getEncoded());
        var secret = extract(shared.getEncoded(), "secret", NOTHING);
        var key = new SecretKeySpec(expand(secret, "key", context, KEY), "AES");
        var nonce = expand(secret, "base_nonce", context, NONCE);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static SecretKey extract(byte[] salt, String label, byte[] material) throws GeneralSecurityException {
        var labelled = joined(VERSION, SUITE, text(label), material);
        var extract = HKDFParameterSpec.ofExtract().addIKM(labelled);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey("Generic", (salt.length == 0 ? extract : extract.addSalt(salt)).extractOnly());
    }

    private static byte[] expand(SecretKey secret, String label, byte[] context, int length)
            throws GeneralSecurityException {
        var size = ByteBuffer.allocate(2).putShort((short) length).array();
        var labelled = joined(size, VERSION, SUITE, text(label), context);
        return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(secret, labelled, length));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] text(String label) {
        return label.getBytes(StandardCharsets.US_ASCII);
    }
}
