package vn.thidua.kit.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** {@code verify-audit}: checks the whole audit of one service against its chain and its checkpoints. */
public final class AuditCommand {
    private AuditCommand() {}

    /**
     * @param environment the service's own: database, THIDUA_AUDIT_DIR, THIDUA_AUDIT_KEY
     * @return 0 when the audit is whole, 1 when something was found, 2 when it could not be checked
     */
    public static int verify(String service, Map<String, String> environment, PrintStream out) {
        var checkpoints = new Checkpoints(
                Path.of(setting(environment, "THIDUA_AUDIT_DIR")),
                service,
                Path.of(setting(environment, "THIDUA_AUDIT_KEY")));
        try (var connection = DriverManager.getConnection(
                setting(environment, "THIDUA_DB_URL"),
                setting(environment, "THIDUA_DB_OWNER"),
                setting(environment, "THIDUA_DB_OWNER_PASSWORD"))) {
            var report = new AuditVerifier(connection, checkpoints.read()).verify();
            out.printf(
                    "%s: %d sealed rows, %d not yet sealed, %d checkpoints%n",
                    service, report.sealed(), report.unsealed(), report.checkpoints());
            report.findings().forEach(finding -> out.println("  " + finding));
            out.println(report.findings().isEmpty() ? "whole" : "NOT WHOLE");
            return report.findings().isEmpty() ? 0 : 1;
        } catch (SQLException failure) {
            out.println("Could not check the audit of " + service + ": " + failure.getMessage());
            return 2;
        }
    }

    private static String setting(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name + " is not set");
    }
}
