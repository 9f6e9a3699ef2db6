package vn.thidua.kit.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.kit.test.TestPostgres.Database;

/** Restores a dump, as the usual tools do it: every row copied into a database that has the same tables, and every sequence set. */
public final class LogicalCopy {
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   (select string_agg(format('%I', a.attname), ', ' order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('kit', 'public') and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname not like 'flyway%'
            """;
    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value is not null
            from pg_sequences where schemaname in ('kit', 'public')
            """;

    private record Table(String name, String columns) {}

    private LogicalCopy() {}

    /**
     * Puts everything of one database in the place of what another holds.
     *
     * @param to migrated to the same tables
     */
    public static void restore(Database from, Database to) {
        try (var source = from.asSuperuser();
                var target = to.asSuperuser()) {
            execute(target, "set session_replication_role = replica");
            for (var table : tables(source)) {
                execute(target, "delete from " + table.name());
                copy(source, target, table);
            }
            try (var statement = source.createStatement();
                    var rows = statement.executeQuery(SEQUENCES)) {
                while (rows.next()) {
                    execute(
                            target,
                            "select setval('%s', %d, %b)"
                                    .formatted(rows.getString(1), rows.getLong(2), rows.getBoolean(3)));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Table> tables(Connection source) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = source.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString("name"), rows.getString("columns")));
            }
        }
        return tables;
    }

    private static void copy(Connection source, Connection target, Table table) throws SQLException {
        try (var read = source.createStatement();
                var rows =
                        read.executeQuery("select coalesce(jsonb_agg(to_jsonb(t)), '[]') from " + table.name() + " t");
                var write = target.prepareStatement("""
                        insert into %1$s (%2$s) overriding system value
                        select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)
                        """.formatted(table.name(), table.columns()))) {
            rows.next();
            write.setString(1, rows.getString(1));
            write.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
