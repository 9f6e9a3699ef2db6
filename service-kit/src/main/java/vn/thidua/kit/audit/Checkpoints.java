package vn.thidua.kit.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The file outside the database that says how far the audit went: one line for each checkpoint, {@code seq hash time signature},
 * signed with Ed25519. Whoever rewrites the database cannot rewrite it without the key.
 */
final class Checkpoints {
    /** @param intact whether the signature is ours */
    record Checkpoint(long seq, byte[] hash, Instant at, boolean intact) {}

    private final Path file;
    private final String service;
    private final Path key;

    /** @param key PKCS#8 PEM of the private key; the public key lies beside it with {@code .pub} added to the name */
    Checkpoints(Path directory, String service, Path key) {
        this.file = directory.resolve(service + "-audit-checkpoints.log");
        this.service = service;
        this.key = key;
    }

    void append(long seq, byte[] hash, Instant at) {
        var statement = seq + " " + HexFormat.of().formatHex(hash) + " " + at;
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey());
            signer.update(signed(statement));
            var line = statement + " " + Base64.getEncoder().encodeToString(signer.sign()) + "\n";
            Files.createDirectories(file.getParent());
            synchronized (Checkpoints.class) {
                write(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot sign a checkpoint with " + key, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write a checkpoint to " + file, failure);
        }
    }

    /** Behind the last whole line: one that a crash left unfinished never promised anything. Instances take turns. */
    private void write(byte[] line) throws IOException {
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var end = channel.size();
            var last = ByteBuffer.allocate(1);
            while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
                end--;
            }
            channel.truncate(end);
            channel.position(end);
            for (var left = ByteBuffer.wrap(line); left.hasRemaining(); ) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** All checkpoints in the order written, an unfinished last line left out; empty when none was written yet. */
    List<Checkpoint> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var publicKey = publicKey();
            var checkpoints = new ArrayList<Checkpoint>();
            var text = Files.readString(file);
            for (var line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                checkpoints.add(parse(line, publicKey));
            }
            return checkpoints;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot check checkpoints with " + key + ".pub", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private Checkpoint parse(String line, PublicKey publicKey) throws GeneralSecurityException {
        var parts = line.split(" ", -1);
        if (parts.length != 4) {
            return new Checkpoint(0, new byte[0], Instant.EPOCH, false);
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(signed(parts[0] + " " + parts[1] + " " + parts[2]));
            var intact = verifier.verify(Base64.getDecoder().decode(parts[3]));
            return new Checkpoint(
                    Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]), Instant.parse(parts[2]), intact);
        } catch (IllegalArgumentException | java.time.DateTimeException | java.security.SignatureException broken) {
            return new Checkpoint(0, new byte[0], Instant.EPOCH, false);
        }
    }

    private byte[] signed(String statement) {
        return (service + " " + statement).getBytes(StandardCharsets.UTF_8);
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pem(key)));
    }

    private PublicKey publicKey() throws IOException, GeneralSecurityException {
        var beside = key.resolveSibling(key.getFileName() + ".pub");
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(pem(beside)));
    }

    private static byte[] pem(Path file) throws IOException {
        var lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("-----"))
                .toList();
        return Base64.getDecoder().decode(String.join("", lines));
    }
}
