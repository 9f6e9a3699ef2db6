package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.TestPostgres;

/** Comments from the time when only draft regulations were commented on. */
class CommentsMigratedIT {
    private static final String BEFORE = """
            set session_replication_role = replica;
            insert into deliberation (season_id, cluster_id, draft, comments_until) values (uuidv7(), uuidv7(), 1, '2026-06-30');
            insert into deliberation_comment (deliberation_id, unit_id, paragraph, body, person_id, mandate_id)
            select id, uuidv7(), 2, 'nên rõ hơn', uuidv7(), uuidv7() from deliberation
            """;

    @Test
    void whatWasSaidOfARegulationIsStillSaidOfIt() throws SQLException {
        var database = TestPostgres.create("commented");
        flyway(database)
                .schemas("kit")
                .defaultSchema("kit")
                .locations("classpath:db/kit")
                .load()
                .migrate();
        flyway(database).target("109?").load().migrate();
        try (var connection = database.asSuperuser();
                var run = connection.createStatement()) {
            run.execute(BEFORE);
        }
        flyway(database).load().migrate();
        try (var connection = database.asSuperuser();
                var run = connection.createStatement();
                var rows = run.executeQuery("""
                        select c.body || ' ' || c.paragraph from deliberation d join draft_comment c on c.about_id = d.id
                        where c.deliberation_id = d.id and num_nonnulls(c.draft_id, c.number, c.place) = 0
                        """)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("nên rõ hơn 2");
        }
    }

    private static FluentConfiguration flyway(TestPostgres.Database database) {
        return Flyway.configure()
                .dataSource(database.url(), database.owner(), database.password())
                .placeholders(Map.of("app", database.app()));
    }
}
