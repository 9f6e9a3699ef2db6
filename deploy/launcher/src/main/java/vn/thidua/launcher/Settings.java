package vn.thidua.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vn.thidua.launcher.identity.MailServer;
import vn.thidua.launcher.screen.Refusal;

/**
 * What the commands are told by the environment.
 *
 * @param home the checkout, holding the built jars
 * @param data the folder that keeps everything between runs; it may hold other people's files too
 * @param ports where the processes listen
 * @param profile "demo" for the invented province and its accounts; "production" starts empty
 * @param fullJit whether the processes may use the optimising compiler, which pays off under load only
 * @param indicatorInstances how many instances of indicator-service to start
 * @param mail by which Keycloak sends letters, if there is one; the services are told by the environment
 */
public record Settings(
        Path home,
        Path data,
        Ports ports,
        String profile,
        boolean fullJit,
        int indicatorInstances,
        Optional<MailServer> mail) {
    static final int DEFAULT_PORT = 8080;

    /** Takes the environment; throws a {@link Refusal} on a value that makes no sense. */
    static Settings from(Map<String, String> env) {
        String home = env.get("THIDUA_HOME");
        if (home == null || home.isBlank()) {
            throw new Refusal("Hãy dùng các lệnh trong thư mục deploy/", "Use the commands in the folder deploy/");
        }
        String profile = env.getOrDefault("THIDUA_PROFILE", "demo");
        if (!profile.equals("demo") && !profile.equals("production")) {
            throw new Refusal(
                    "THIDUA_PROFILE phải là demo hoặc production, không phải " + profile,
                    "THIDUA_PROFILE must be demo or production");
        }
        String jit = env.getOrDefault("THIDUA_JIT", "quick");
        if (!jit.equals("quick") && !jit.equals("full")) {
            throw new Refusal("THIDUA_JIT phải là quick hoặc full", "THIDUA_JIT must be quick or full");
        }
        int instances = number(env, "THIDUA_INDICATOR_INSTANCES", 1);
        if (instances < 1 || instances > 4) {
            throw new Refusal(
                    "THIDUA_INDICATOR_INSTANCES phải từ 1 đến 4",
                    "THIDUA_INDICATOR_INSTANCES must lie between 1 and 4");
        }
        return new Settings(
                Path.of(home).toAbsolutePath().normalize(),
                data(env),
                new Ports(number(env, "THIDUA_PORT", DEFAULT_PORT)),
                profile,
                jit.equals("full"),
                instances,
                MailServer.from(env));
    }

    boolean demo() {
        return profile.equals("demo");
    }

    private static Path data(Map<String, String> env) {
        String data = env.getOrDefault("THIDUA_DATA", "");
        if (data.isBlank()) {
            String share = env.getOrDefault("XDG_DATA_HOME", "");
            String home = env.getOrDefault("HOME", System.getProperty("user.home"));
            data = (share.isBlank() ? home + "/.local/share" : share) + "/thidua";
        }
        return Path.of(data).toAbsolutePath().normalize();
    }

    private static int number(Map<String, String> env, String name, int otherwise) {
        String value = env.getOrDefault(name, "");
        if (value.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(name + " phải là một số, không phải " + value, name + " must be a number, not " + value);
        }
    }
}
