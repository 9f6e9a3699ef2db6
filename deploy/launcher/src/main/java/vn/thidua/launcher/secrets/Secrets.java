package vn.thidua.launcher.secrets;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The generated passwords of one installation, kept in one file that only its owner may read. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Opens the folder's secrets, making the folder on first use. */
    public static Secrets in(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        Secrets secrets = new Secrets(folder.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            // Someone may have copied the folder with wider permissions; what is private is made private again.
            PrivateFiles.tighten(secrets.file);
            secrets.values.load(new StringReader(Files.readString(secrets.file)));
        }
        return secrets;
    }

    /** Tells whether the folder holds the secrets of an earlier start. */
    public static boolean existIn(Path folder) {
        return Files.exists(folder.resolve("secrets.properties"));
    }

    /** Gives the named secret; one that is asked for the first time is generated and stored before it is returned. */
    public synchronized String get(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        values.setProperty(name, fresh);
        store();
        return fresh;
    }

    private void store() {
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Generated once. Whoever reads this file owns the installation.");
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
