package vn.thidua.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The beginning of the command line of each Java process: the same Java as the launcher's, and small. */
record JavaCommand(boolean fullJit) {
    /**
     * A session of its own for each process: Ctrl-C in the terminal then reaches the launcher alone, which stops the others
     * in order.
     */
    static final List<String> OWN_SESSION = List.of("setsid");

    List<String> detached(int heapMegabytes) {
        List<String> command = new ArrayList<>(OWN_SESSION);
        command.addAll(attached(heapMegabytes));
        // What it could not archive is nobody's concern.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        return command;
    }

    List<String> attached(int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-Xss512k");
        if (!fullJit) {
            // Halves the CPU that starting costs; under lasting load the optimising compiler is worth its price.
            command.add("-XX:TieredStopAtLevel=1");
        }
        // A process out of memory is better started again than kept half alive.
        command.add("-XX:+ExitOnOutOfMemoryError");
        return command;
    }
}
