package vn.thidua.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thidua.kit.test.TestPostgres;

/**
 * What somebody holds who takes a database's files and the server's write-ahead log away: every byte of the tables and indexes, of
 * rows long deleted as well, and of every change since a moment.
 */
final class PhysicalCopy {
    /** Where something was found: how far into which file. */
    record Place(int file, int offset) {}

    private final List<byte[]> files = new ArrayList<>();

    private PhysicalCopy() {}

    /** The present end of the log. */
    static String logPosition(TestPostgres.Database database) {
        return query(database, "select pg_current_wal_lsn()::text");
    }

    /** Takes the copy after a checkpoint, with the log since that position. */
    static PhysicalCopy of(TestPostgres.Database database, String since, Path into) {
        var segment = query(database, "select pg_walfile_name('%s')".formatted(since));
        query(database, "select pg_switch_wal()::text");
        execute(database, "checkpoint");
        var home = Path.of(query(database, "show data_directory"));
        var oid = query(database, "select oid::text from pg_database where datname = current_database()");
        var copy = new PhysicalCopy();
        try {
            copy.take(home.resolve("base").resolve(oid), into, "");
            copy.take(home.resolve("pg_wal"), into, segment);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return copy;
    }

    private void take(Path folder, Path into, String from) throws IOException {
        try (var found = Files.list(folder)) {
            for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.compareTo(from) >= 0) {
                    var taken = Files.copy(file, into.resolve(folder.getFileName() + "-" + name));
                    files.add(Files.readAllBytes(taken));
                }
            }
        }
    }

    long size() {
        return files.stream().mapToLong(file -> file.length).sum();
    }

    /** All places of each of those sequences of at least eight bytes. */
    Map<String, List<Place>> places(Map<String, byte[]> wanted) {
        var byHead = new HashMap<Long, List<Map.Entry<String, byte[]>>>();
        wanted.entrySet()
                .forEach(entry -> byHead.computeIfAbsent(
                                ByteBuffer.wrap(entry.getValue()).getLong(), _ -> new ArrayList<>())
                        .add(entry));
        var found = new HashMap<String, List<Place>>();
        wanted.keySet().forEach(name -> found.put(name, new ArrayList<>()));
        for (int number = 0; number < files.size(); number++) {
            var file = files.get(number);
            long head = 0;
            for (int i = 0; i < file.length; i++) {
                head = head << 8 | (file[i] & 0xff);
                var start = i - 7;
                if (start < 0) {
                    continue;
                }
                for (var entry : byHead.getOrDefault(head, List.of())) {
                    if (matches(file, start, entry.getValue())) {
                        found.getOrDefault(entry.getKey(), List.of()).add(new Place(number, start));
                    }
                }
            }
        }
        return found;
    }

    private static boolean matches(byte[] file, int start, byte[] wanted) {
        return start + wanted.length <= file.length
                && java.util.Arrays.equals(file, start, start + wanted.length, wanted, 0, wanted.length);
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String query(TestPostgres.Database database, String sql) {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static void execute(TestPostgres.Database database, String sql) {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
