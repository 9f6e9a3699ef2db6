package vn.thidua.kit.operation;

import org.springframework.boot.SpringApplication;
import vn.thidua.kit.audit.AuditCommand;
import vn.thidua.kit.feed.EpochCommand;

/**
 * The main of every service: {@code java -jar X.jar} serves; {@code java -jar X.jar verify-audit} and {@code renew-epoch} do one
 * thing on the database named by the same environment and end, without starting anything.
 */
public final class ServiceMain {
    private ServiceMain() {}

    /** @param service the name under which the service publishes */
    public static void run(Class<?> application, String service, String... args) {
        if (args.length == 0 || args[0].startsWith("--")) {
            SpringApplication.run(application, args);
            return;
        }
        System.exit(
                switch (args[0]) {
                    case "verify-audit" -> AuditCommand.verify(service, System.getenv(), System.out);
                    case "renew-epoch" -> EpochCommand.renew(service, System.getenv(), System.out);
                    default -> unknown(args[0]);
                });
    }

    private static int unknown(String command) {
        System.err.println("Unknown command " + command + "; there are verify-audit and renew-epoch.");
        return 2;
    }
}
