package vn.thidua.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import vn.thidua.kit.test.TestPostgres.Database;

/**
 * A base backup of the running server, restored as another one: its files as they lie there while it goes on writing, with the log that
 * was written meanwhile, by PostgreSQL's own two calls. What comes up has recovered from them as after pg_basebackup.
 */
public final class PhysicalCopy implements AutoCloseable {
    /** Of these the folder itself is kept, as PostgreSQL asks of a base backup. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pgsql_tmp");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_internal.init");

    private final EmbeddedPostgres server;
    private final Database database;

    private PhysicalCopy(EmbeddedPostgres server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** Takes the backup of the server that has this database, and starts what was restored. */
    public static PhysicalCopy of(Database from) {
        try {
            var restored = Scratch.folder("restored");
            Files.setPosixFilePermissions(restored, PosixFilePermissions.fromString("rwx------"));
            backup(from, restored);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(restored)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            return new PhysicalCopy(server, new Database(from.name(), server.getPort(), from.owner(), from.app()));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the backup of " + from.name() + " does not come up", failure);
        }
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void backup(Database from, Path to) throws SQLException, IOException {
        try (var connection = from.asSuperuser()) {
            var data = Path.of(text(connection, "show data_directory"));
            text(connection, "select pg_backup_start('restore test', true)");
            Files.walkFileTree(data, new Copying(data, to));
            Files.writeString(
                    to.resolve("backup_label"),
                    text(connection, "select labelfile from pg_backup_stop(wait_for_archive => false)"));
            try (var segments = Files.newDirectoryStream(data.resolve("pg_wal"), "[0-9A-F]*")) {
                for (var segment : segments) {
                    copy(segment, to.resolve("pg_wal").resolve(segment.getFileName()));
                }
            }
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException gone) {
            // A table dropped or a segment put away meanwhile; the log knows.
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var place = from.relativize(file);
            var name = String.valueOf(place.getFileName());
            var folder = place.getParent() == null
                    ? ""
                    : String.valueOf(place.getParent().getFileName());
            if (!EMPTIED.contains(folder) && !LEFT_OUT.contains(name)) {
                copy(file, to.resolve(place));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
