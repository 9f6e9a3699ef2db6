package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.thidua.launcher.control.ControlClient;
import vn.thidua.launcher.control.DataLock;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;

/** The commands that speak to the launcher running in another terminal. */
final class Remote {
    private final Layout layout;
    private final Screen screen;

    Remote(Layout layout, Screen screen) {
        this.layout = layout;
        this.screen = screen;
    }

    /** Stops the platform, or what a killed launcher left of it. */
    int down() throws Exception {
        if (!Files.isDirectory(layout.run())) {
            screen.line("Không có gì đang chạy · nothing runs");
            return 0;
        }
        Optional<DataLock> free = DataLock.take(layout.run());
        if (free.isPresent()) {
            return free.get().whileHeld(this::clearUp);
        }
        ControlClient launcher = Foreground.running(layout);
        int exit = launcher.ask(List.of("down"), screen::line);
        Optional<ProcessHandle> process = ProcessHandle.of(launcher.pid());
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
        return exit;
    }

    private int clearUp() throws IOException, InterruptedException {
        Ledger ledger = new Ledger(layout.run().resolve("processes"));
        if (!new Orphans(layout, ledger, screen).stopAll()) {
            screen.line("Không có gì đang chạy · nothing runs");
        }
        return 0;
    }

    int restart(List<String> names) throws IOException {
        if (names.size() != 1) {
            throw new Refusal(
                    "Cách dùng: deploy/restart TÊN (tên xem ở deploy/status)",
                    "Usage: deploy/restart NAME (names: deploy/status)");
        }
        return Foreground.running(layout).ask(List.of("restart", names.getFirst()), screen::line);
    }

    /** Tells the demo's business time, after moving it where that is asked for. */
    int clock(List<String> args) throws IOException {
        List<String> words = new ArrayList<>(List.of("clock"));
        words.addAll(args);
        return Foreground.running(layout).ask(words, screen::line);
    }

    /** Prints one line per process; 0 when everything is ready. */
    int status() throws IOException {
        return Foreground.running(layout).ask(List.of("status"), screen::line);
    }
}
