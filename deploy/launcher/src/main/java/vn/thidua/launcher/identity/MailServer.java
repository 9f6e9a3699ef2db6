package vn.thidua.launcher.identity;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.launcher.screen.Refusal;

/**
 * The mail server by which Keycloak sends people links to set a password: the one the services send letters by.
 *
 * @param user empty where the server wants no log-in
 * @param startTls whether the connection is encrypted before anything is said
 */
public record MailServer(String host, int port, String user, String password, boolean startTls, String from) {
    private static final int SUBMISSION = 587;

    /** Takes the environment; empty where the installation has none. Throws a {@link Refusal} on a value that makes no sense. */
    public static Optional<MailServer> from(Map<String, String> env) {
        String host = env.getOrDefault("THIDUA_SMTP_HOST", "").strip();
        if (host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailServer(
                host,
                port(env.getOrDefault("THIDUA_SMTP_PORT", "").strip()),
                env.getOrDefault("THIDUA_SMTP_USER", ""),
                env.getOrDefault("THIDUA_SMTP_PASSWORD", ""),
                !env.getOrDefault("THIDUA_SMTP_STARTTLS", "true").strip().equals("false"),
                env.getOrDefault("THIDUA_SMTP_FROM", "thidua@localhost").strip()));
    }

    private static int port(String value) {
        if (value.isEmpty()) {
            return SUBMISSION;
        }
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Refused below, as what is no port.
        }
        throw new Refusal(
                "THIDUA_SMTP_PORT phải là một cổng, không phải " + value,
                "THIDUA_SMTP_PORT must be a port, not " + value);
    }

    /** Writes it down as Keycloak's realms name it. */
    void describe(ObjectNode smtpServer) {
        smtpServer
                .put("host", host)
                .put("port", String.valueOf(port))
                .put("from", from)
                .put("fromDisplayName", "Thi Đua")
                .put("starttls", String.valueOf(startTls))
                .put("ssl", "false")
                .put("auth", String.valueOf(!user.isEmpty()));
        if (!user.isEmpty()) {
            smtpServer.put("user", user).put("password", password);
        }
    }
}
