package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.thidua.launcher.process.ProcessSpec;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.Secrets;

/**
 * The classes of each program as Java needs them when it starts, written down once per build: a start with them costs a third
 * less. For that a program is put together as far as that goes without a database, and ended.
 */
final class Archives {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final Screen screen;

    Archives(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    /** Makes those that are missing. One that cannot be made costs time at each start and nothing else. */
    int make() throws Exception {
        try (Scratch scratch = Scratch.named("thidua-classes-");
                ExecutorService turns = Executors.newFixedThreadPool(
                        Math.max(2, Runtime.getRuntime().availableProcessors()))) {
            Layout layout = new Layout(settings.home(), scratch.folder());
            List<Future<?>> all = new ArrayList<>();
            for (ProcessSpec program : new Blueprint(settings, layout, Secrets.in(layout.secrets())).programs()) {
                List<String> command = program.command().get();
                Path target = Layout.classes(Path.of(command.get(command.indexOf("-jar") + 1)));
                if (!Files.exists(target)) {
                    all.add(turns.submit(() -> {
                        make(program, target, scratch.folder());
                        return null;
                    }));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return 0;
    }

    private void make(ProcessSpec program, Path target, Path scratch) throws IOException, InterruptedException {
        Path made = scratch.resolve(program.name() + ".jsa");
        List<String> command = new ArrayList<>(program.command().get());
        command.addAll(
                command.indexOf("-jar"),
                List.of(
                        "-XX:ArchiveClassesAtExit=" + made,
                        "-Dspring.context.exit=onRefresh",
                        "-Dspring.flyway.enabled=false"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve(program.name() + ".log").toFile());
        builder.environment().putAll(program.environment());
        Process process = builder.start();
        Thread ender = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ender);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Runtime.getRuntime().removeShutdownHook(ender);
        if (Files.exists(made)) {
            // Beside its place first: temporary files may lie on another disk, and nobody may see half of it.
            Path beside = Files.createTempFile(target.getParent(), "classes", ".jsa");
            Files.copy(made, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            screen.event(program.name(), "chưa ghi được danh mục lớp · its classes were not written down");
        }
    }
}
