package vn.thidua.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.thidua.launcher.screen.Screen;

/** The services' own offline commands (verify-audit, renew-epoch), run on their databases while PostgreSQL runs. */
final class ServiceCommands {
    private final Blueprint blueprint;
    private final Screen screen;

    ServiceCommands(Blueprint blueprint, Screen screen) {
        this.blueprint = blueprint;
        this.screen = screen;
    }

    /** Runs the command of each of these services, at the same time; gives the worst exit code. */
    int run(List<String> services, String command) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> exits = new ArrayList<>();
            for (String service : services) {
                exits.add(threads.submit(() -> run(service, command)));
            }
            int worst = 0;
            for (Future<Integer> exit : exits) {
                worst = Math.max(worst, exit.get());
            }
            return worst;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private int run(String service, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(blueprint.offline(service, command)).redirectErrorStream(true);
        builder.environment().putAll(blueprint.serviceEnvironment(service, blueprint.port(service)));
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            lines.lines().forEach(screen::line);
        }
        int exit = process.waitFor();
        screen.event(service + "-service", command + (exit == 0 ? " ✓" : " ✗ (" + exit + ")"));
        return exit;
    }
}
