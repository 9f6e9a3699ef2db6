package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.TestPostgres;

/** Compacts from the time when one leader signed for each member. */
class CompactsMigratedIT {
    private static final String BEFORE = """
            set session_replication_role = replica;
            insert into compact (season_id, cluster_id, mode, title, targets_sha256, text, text_sha256, status, provenance)
            values (uuidv7(), uuidv7(), 'LIVE', 'Giao ước', repeat('0', 64), 'lời', encode(sha256(convert_to('lời', 'UTF8')), 'hex'),
                    'SIGNING', 'LIVE');
            insert into compact_member (compact_id, unit_id) select id, uuidv7() from compact cross join generate_series(1, 2);
            insert into compact_signature (compact_id, unit_id, text_sha256, person_id, mandate_id)
            select c.id, m.unit_id, c.text_sha256, uuidv7(), uuidv7()
            from compact c join compact_member m on m.compact_id = c.id order by m.unit_id limit 1
            """;

    @Test
    void whatWasSignedStaysSignedAndWhatIsMissingIsOneLeaders() throws SQLException {
        var database = TestPostgres.create("migrated");
        flyway(database)
                .schemas("kit")
                .defaultSchema("kit")
                .locations("classpath:db/kit")
                .load()
                .migrate();
        flyway(database).target("087?").load().migrate();
        try (var connection = database.asSuperuser();
                var run = connection.createStatement()) {
            run.execute(BEFORE);
        }
        flyway(database).load().migrate();
        try (var connection = database.asSuperuser();
                var run = connection.createStatement();
                var rows = run.executeQuery("""
                        select string_agg(signatories || ' ' || signatures || ' ' || (signed_at is not null), ', ' order by signatures)
                               || '; ' || (select count(*) from compact_signatory where number = 1 and capacity is null)
                        from compact c cross join lateral compact_signing(c.id)
                        """)) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("1 0 false, 1 1 true; 2");
        }
    }

    private static FluentConfiguration flyway(TestPostgres.Database database) {
        return Flyway.configure()
                .dataSource(database.url(), database.owner(), database.password())
                .placeholders(Map.of("app", database.app()));
    }
}
