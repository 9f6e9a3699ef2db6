package vn.thidua.cluster.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key folder. */
class BallotKeysTest {
    private static final UUID ELECTION = UUID.randomUUID();
    private static final UUID KEY = UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void aKeyIsReadBackAndBelongsToTheServiceAlone() throws IOException, GeneralSecurityException {
        var keys = new BallotKeys(folder);
        var key = BallotSeal.newKeys().getPrivate();
        keys.write(ELECTION, KEY, key);
        assertThat(keys.read(ELECTION, KEY)).contains(key);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aKeyIsNeverWrittenOver() throws IOException {
        var keys = new BallotKeys(folder);
        keys.write(ELECTION, KEY, BallotSeal.newKeys().getPrivate());
        assertThatThrownBy(() -> keys.write(ELECTION, KEY, BallotSeal.newKeys().getPrivate()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aDestroyedKeyIsGoneAndDestroyingItAgainIsDone() throws IOException, GeneralSecurityException {
        var keys = new BallotKeys(folder);
        keys.write(ELECTION, KEY, BallotSeal.newKeys().getPrivate());
        keys.destroy(ELECTION, KEY);
        keys.destroy(ELECTION, KEY);
        assertThat(keys.read(ELECTION, KEY)).isEmpty();
        assertThat(keys.kept()).isEmpty();
    }

    @Test
    void whatElseLiesInTheFolderIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "not ours");
        assertThat(new BallotKeys(folder).kept()).isEmpty();
    }

    @Test
    void withoutAFolderThereIsNoSession() {
        assertThat(new BallotKeys(null).isAvailable()).isFalse();
        assertThat(new BallotKeys(folder.resolve("not-there")).isAvailable()).isFalse();
        assertThatThrownBy(() -> new BallotKeys(null)
                        .write(ELECTION, KEY, BallotSeal.newKeys().getPrivate()))
                .isInstanceOf(IOException.class);
    }
}
