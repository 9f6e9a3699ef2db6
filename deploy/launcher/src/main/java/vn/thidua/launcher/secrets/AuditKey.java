package vn.thidua.launcher.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** The Ed25519 key with which a service signs the checkpoints of its audit trail. */
public final class AuditKey {
    private AuditKey() {}

    /** Makes the private key (PKCS#8 PEM) and the public one beside it ({@code .pub}) unless they are there; gives the path. */
    public static Path ensure(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".pem");
        Path publicFile = file.resolveSibling(file.getFileName() + ".pub");
        if (Files.exists(file) && Files.exists(publicFile)) {
            PrivateFiles.tighten(file);
            return file;
        }
        if (Files.exists(file)) {
            throw new IOException("the public key " + publicFile + " is missing beside its private key");
        }
        PrivateFiles.folder(folder);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // Public first: an interruption leaves no private key without its counterpart.
            PrivateFiles.write(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            PrivateFiles.write(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
