package vn.thidua.launcher.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How one process is started, recognised as ready, and stopped.
 *
 * @param name what people call it; also the name of its log
 * @param command program and arguments, asked for at every start: what is to be run may have been built anew
 * @param environment what is added to the launcher's own environment
 * @param port where it listens
 * @param probe answers whether it does its work
 * @param stopSignal the signal that stops it in order, without "SIG"
 * @param patience how long a start may take
 */
public record ProcessSpec(
        String name,
        Supplier<List<String>> command,
        Map<String, String> environment,
        int port,
        Probe probe,
        String stopSignal,
        Duration patience) {
    public ProcessSpec {
        environment = Map.copyOf(environment);
    }
}
