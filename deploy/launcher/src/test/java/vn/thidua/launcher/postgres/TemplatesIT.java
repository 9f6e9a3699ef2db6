package vn.thidua.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.process.ManagedProcess;
import vn.thidua.launcher.screen.Screen;

/** What deploy/reset and deploy/clock do to databases. */
class TemplatesIT {
    @TempDir
    static Path data;

    private static ManagedProcess server;
    private static Databases databases;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        PostgresServer prepared = PostgresServer.prepare(
                data.resolve("postgres"), PostgresServer.enclosedVersion(), port, "superuser-secret");
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        server = new ManagedProcess(prepared.spec(List.of()), data, new Ledger(data.resolve("processes")), screen);
        server.start();
        assertThat(server.awaitReady()).isTrue();
        databases = prepared.databases();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Test
    void databases_go_back_to_how_they_were_kept_with_their_owners_and_grants() throws Exception {
        databases.service("kept", "owner", "app");
        owner(
                "kept",
                "create table note(n int); insert into note values (1); grant select, insert on note to kept_app");
        Templates templates = new Templates(databases);
        assertThat(templates.present(List.of("kept"))).isFalse();
        try (Connection user = databases.connect("kept", "kept_app", "app")) {
            templates.take(List.of("kept"));
            assertThat(user.isValid(1)).as("a user of the database makes room").isFalse();
        }
        assertThat(templates.present(List.of("kept"))).isTrue();
        app("kept", "insert into note values (2)");
        assertThatThrownBy(() -> databases.connect("kept_template"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not currently accepting connections");

        try (Connection user = databases.connect("kept", "kept_app", "app")) {
            templates.restore(List.of("kept"));
            assertThat(user.isValid(1)).isFalse();
        }
        databases.service("kept", "owner", "app");

        assertThat(app("kept", "select count(*) from note")).isEqualTo(1);
        app("kept", "insert into note values (3)");
        owner("kept", "alter table note add column text text");
        assertThat(app("kept", "select count(*) from note")).isEqualTo(2);
        templates.restore(List.of("kept"));
        databases.service("kept", "owner", "app");
        assertThat(app("kept", "select count(*) from note"))
                .as("as often as one likes")
                .isEqualTo(1);
    }

    @Test
    void a_copying_that_was_cut_short_shuts_nobody_out_after_the_next_start() throws Exception {
        databases.service("shut", "owner", "app");
        try (Connection connection = databases.connect("postgres")) {
            Databases.execute(connection, "ALTER DATABASE shut ALLOW_CONNECTIONS false");
        }

        databases.service("shut", "owner", "app");

        assertThat(app("shut", "select 1")).isEqualTo(1);
    }

    @Test
    void the_business_clock_is_moved_by_the_owner_and_by_nobody_else() throws Exception {
        databases.service("timed", "owner", "app");
        owner("timed", "create schema kit; grant usage on schema kit to timed_app");
        owner("timed", "create table kit.business_clock (shift interval not null default interval '0')");
        owner(
                "timed",
                "insert into kit.business_clock default values; grant select on kit.business_clock to timed_app");
        BusinessClock clock = new BusinessClock(databases, "timed", "owner");
        assertThat(clock.shift()).isEqualTo(Duration.ZERO);

        clock.shift(Duration.ofDays(-40).plusSeconds(5));

        assertThat(clock.shift()).isEqualTo(Duration.ofDays(-40).plusSeconds(5));
        assertThatThrownBy(() -> app("timed", "update kit.business_clock set shift = interval '1 day'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_feed_gets_its_new_epoch_from_the_function_of_its_owner() throws Exception {
        databases.service("told", "owner", "app");
        owner("told", "create schema kit; create table kit.head (epoch int); insert into kit.head values (1)");
        owner(
                "told",
                "create function kit.renew_epoch() returns int language sql as "
                        + "'update kit.head set epoch = epoch + 1 returning epoch'");

        databases.renewEpoch("told", "owner");

        owner("told", "grant usage on schema kit to told_app; grant select on kit.head to told_app");
        assertThat(app("told", "select epoch from kit.head")).isEqualTo(2);
    }

    private static void owner(String name, String sql) throws SQLException {
        try (Connection connection = databases.connect(name, name + "_owner", "owner");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gives the number the statement answers with, or 0. */
    private static long app(String name, String sql) throws SQLException {
        try (Connection connection = databases.connect(name, name + "_app", "app");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
