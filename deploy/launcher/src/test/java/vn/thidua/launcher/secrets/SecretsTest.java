package vn.thidua.launcher.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path data;

    @Test
    void a_secret_is_made_once_and_found_again() throws Exception {
        String first = Secrets.in(data.resolve("secrets")).get("database.superuser");

        assertThat(first).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Secrets.in(data.resolve("secrets")).get("database.superuser"))
                .isEqualTo(first);
        assertThat(Secrets.in(data.resolve("secrets")).get("eureka")).isNotEqualTo(first);
    }

    @Test
    void only_the_owner_may_read_them() throws Exception {
        Path folder = data.resolve("secrets");
        Secrets.in(folder).get("eureka");

        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("secrets.properties"))).isEqualTo("rw-------");

        Files.setPosixFilePermissions(
                folder.resolve("secrets.properties"), PosixFilePermissions.fromString("rw-r--r--"));
        Secrets.in(folder);
        assertThat(mode(folder.resolve("secrets.properties"))).isEqualTo("rw-------");
    }

    @Test
    void the_audit_keys_fit_each_other_and_stay() throws Exception {
        Path key = AuditKey.ensure(data.resolve("audit"), "cluster");
        String before = Files.readString(key);
        byte[] text = {1, 2, 3};
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(privateKey(key));
        signer.update(text);
        byte[] signature = signer.sign();

        AuditKey.ensure(data.resolve("audit"), "cluster");

        assertThat(Files.readString(key)).isEqualTo(before);
        assertThat(mode(key)).isEqualTo("rw-------");
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(key.resolveSibling("cluster.pem.pub")));
        verifier.update(text);
        assertThat(verifier.verify(signature)).isTrue();
    }

    private static PrivateKey privateKey(Path file) throws Exception {
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der(file)));
    }

    private static PublicKey publicKey(Path file) throws Exception {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der(file)));
    }

    private static byte[] der(Path file) throws Exception {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
