package vn.thidua.cluster.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sealing, held against the RFC's own numbers. */
class HpkeTest {
    private static final UUID ELECTION = UUID.randomUUID();

    @Test
    void theVectorOfTheRfcOpens() throws GeneralSecurityException {
        // RFC 9180, A.1.1: base mode, the first message.
        var key = privateKey("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
        var enc = "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431";
        var ct = "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a";
        var opened = Hpke.open(
                key, bytes("4f6465206f6e2061204772656369616e2055726e"), bytes("436f756e742d30"), bytes(enc + ct));
        assertThat(new String(opened, StandardCharsets.US_ASCII)).isEqualTo("Beauty is truth, truth beauty");
    }

    @Test
    void whatWasPutInComesOut() throws GeneralSecurityException {
        var keys = BallotSeal.newKeys();
        var choice = UUID.randomUUID();
        var envelope = BallotSeal.seal(ELECTION, keys.getPublic().getEncoded(), choice);
        assertThat(BallotSeal.open(ELECTION, keys.getPrivate(), envelope)).contains(choice);
        var blank = BallotSeal.seal(ELECTION, keys.getPublic().getEncoded(), null);
        assertThat(BallotSeal.open(ELECTION, keys.getPrivate(), blank)).isEmpty();
    }

    @Test
    void envelopesOfAllChoicesAreOfOneLengthAndNeverTheSame() {
        var keys = BallotSeal.newKeys();
        var choice = UUID.randomUUID();
        var seen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            var envelope = BallotSeal.seal(ELECTION, keys.getPublic().getEncoded(), i % 2 == 0 ? choice : null);
            assertThat(envelope).hasSize(BallotSeal.LENGTH);
            assertThat(seen.add(HexFormat.of().formatHex(envelope))).isTrue();
        }
    }

    @Test
    void anEnvelopeThatWasTouchedOrIsOfAnotherElectionOrKeyDoesNotOpen() {
        var keys = BallotSeal.newKeys();
        var envelope = BallotSeal.seal(ELECTION, keys.getPublic().getEncoded(), UUID.randomUUID());
        for (int i = 0; i < envelope.length; i++) {
            var touched = envelope.clone();
            touched[i] ^= 1;
            refused(ELECTION, keys.getPrivate(), touched);
        }
        refused(UUID.randomUUID(), keys.getPrivate(), envelope);
        refused(ELECTION, BallotSeal.newKeys().getPrivate(), envelope);
        refused(ELECTION, keys.getPrivate(), new byte[10]);
    }

    private static void refused(UUID election, PrivateKey key, byte[] envelope) {
        assertThatThrownBy(() -> BallotSeal.open(election, key, envelope)).isInstanceOf(GeneralSecurityException.class);
    }

    private static PrivateKey privateKey(String hex) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes(hex)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
