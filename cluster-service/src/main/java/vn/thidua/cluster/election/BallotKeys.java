package vn.thidua.cluster.election;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The private keys of open sessions, one file each, in a folder outside the database that all instances share and no backup
 * takes. A file's name says its election and its key; a new session never writes over an old one's key.
 */
final class BallotKeys {
    /** A key that lies in the folder. */
    record Kept(UUID electionId, UUID keyId, Instant writtenAt) {}

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern NAME = Pattern.compile(ID + "\\." + ID + "\\.key");
    private static final int LARGEST = 1024;

    private final @Nullable Path folder;

    /** @param folder null where none is set; then no session can be opened here */
    BallotKeys(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Whether sessions can be opened and counted by this instance. */
    boolean isAvailable() {
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    /** Writes a key so that it survives a crash from here on: the file and its entry in the folder are on the disk. */
    void write(UUID electionId, UUID keyId, PrivateKey key) throws IOException {
        var file = file(electionId, keyId);
        var owned = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owned)) {
            writeAll(channel, ByteBuffer.wrap(key.getEncoded()));
        }
        syncFolder();
    }

    /** The key, or empty when it is not in the folder. */
    Optional<PrivateKey> read(UUID electionId, UUID keyId) throws IOException, GeneralSecurityException {
        try {
            var encoded = Files.readAllBytes(file(electionId, keyId));
            return Optional.of(KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /**
     * Destroys a key for good; done when it returns, also when it was done before. Its bytes are overwritten first, which helps
     * where the disk writes in place; the folder belongs on such a disk or on an encrypted one.
     */
    void destroy(UUID electionId, UUID keyId) throws IOException {
        var file = file(electionId, keyId);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST)));
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(file);
        syncFolder();
    }

    /** All keys in the folder. */
    List<Kept> kept() throws IOException {
        var found = new ArrayList<Kept>();
        if (folder == null) {
            return found;
        }
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(new Kept(
                            UUID.fromString(name.group(1)),
                            UUID.fromString(name.group(2)),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        } catch (java.io.UncheckedIOException failure) {
            throw failure.getCause();
        }
        return found;
    }

    private Path file(UUID electionId, UUID keyId) throws IOException {
        if (folder == null) {
            throw new IOException("no key folder is set");
        }
        return folder.resolve(electionId + "." + keyId + ".key");
    }

    private void syncFolder() throws IOException {
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
