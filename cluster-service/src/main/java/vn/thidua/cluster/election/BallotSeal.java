package vn.thidua.cluster.election;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Choices in their envelopes. An envelope has one length whatever is in it, is different each time, and is bound to its election.
 */
final class BallotSeal {
    /** Length of every envelope: 16 bytes of choice and what sealing adds. */
    static final int LENGTH = 16 + Hpke.OVERHEAD;

    /** No unit has this id. */
    private static final UUID BLANK = new UUID(0, 0);

    private BallotSeal() {}

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has X25519", impossible);
        }
    }

    /**
     * Puts a choice into an envelope.
     *
     * @param publicKey of the election's session, X.509
     * @param choice a candidate, or null for a blank ballot
     */
    static byte[] seal(UUID electionId, byte[] publicKey, @Nullable UUID choice) {
        try {
            var key = KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(publicKey));
            return Hpke.seal(key, purpose(electionId), bytes(choice == null ? BLANK : choice));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the session's public key cannot be used", broken);
        }
    }

    /**
     * Takes a choice out of its envelope.
     *
     * @return the choice, empty for a blank ballot
     * @throws GeneralSecurityException when the envelope is none of this election and key
     */
    static Optional<UUID> open(UUID electionId, PrivateKey key, byte[] envelope) throws GeneralSecurityException {
        var bytes = ByteBuffer.wrap(Hpke.open(key, purpose(electionId), envelope));
        if (bytes.remaining() != 16) {
            throw new GeneralSecurityException("no choice in the envelope");
        }
        var choice = new UUID(bytes.getLong(), bytes.getLong());
        return choice.equals(BLANK) ? Optional.empty() : Optional.of(choice);
    }

    private static byte[] purpose(UUID electionId) {
        return ("vn.thidua ballot 1 " + electionId).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
