package vn.thidua.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.process.ManagedProcess;
import vn.thidua.launcher.screen.Screen;

class PostgresServerIT {
    @TempDir
    Path data;

    private int port;

    @Test
    void what_was_committed_is_there_after_a_kill_and_the_next_start_is_durable_and_closed() throws Exception {
        port = freePort();
        ManagedProcess server = start();
        try {
            Databases databases = prepare().databases();
            databases.service("sample", "owner-secret", "app-secret");
            execute("sample_owner", "owner-secret", "create table kept(n int); insert into kept values (1)");
            execute("sample_owner", "owner-secret", "grant select on kept to sample_app");
            ProcessHandle.of(server.pid().orElseThrow()).orElseThrow().destroyForcibly();
        } finally {
            server.stop();
        }

        // An interrupted unpacking and a stale pid file of someone else's number must not keep it from starting.
        Files.createDirectories(data.resolve("postgres/bin-99.unfinished"));
        Files.writeString(
                data.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        ManagedProcess again = start();
        try {
            Databases databases = prepare().databases();
            databases.service("sample", "owner-secret", "app-secret");
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                    .allSatisfy(name -> assertThat(databases.setting(name)).isEqualTo("on"));
            assertThatCode(() -> execute("sample_app", "app-secret", "select n from kept"))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> execute("sample_app", "app-secret", "create table mine(n int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute("sample_app", "wrong", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        } finally {
            again.stop();
        }
        assertThat(PostgresServer.orphan(data.resolve("postgres"))).isEmpty();
    }

    private PostgresServer prepare() throws IOException, InterruptedException {
        return PostgresServer.prepare(
                data.resolve("postgres"), PostgresServer.enclosedVersion(), port, "superuser-secret");
    }

    private ManagedProcess start() throws Exception {
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        ManagedProcess server =
                new ManagedProcess(prepare().spec(List.of()), data, new Ledger(data.resolve("processes")), screen);
        server.start();
        assertThat(server.awaitReady()).as(() -> tail(server)).isTrue();
        return server;
    }

    private static String tail(ManagedProcess server) {
        try {
            return String.join("\n", server.log().tail(20));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void execute(String user, String password, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/sample";
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
