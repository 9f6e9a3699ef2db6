package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import vn.thidua.launcher.control.ControlClient;
import vn.thidua.launcher.control.ControlServer;
import vn.thidua.launcher.control.DataLock;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.PrivateFiles;

/** {@code deploy/up}: starts everything, stays, does what other commands ask, and stops everything in order at the end. */
final class Foreground {
    private final Settings settings;
    private final Layout layout;
    private final Screen screen;
    private final CountDownLatch end = new CountDownLatch(1);

    Foreground(Settings settings, Layout layout, Screen screen) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
    }

    int run(List<String> args) throws Exception {
        boolean infrastructureOnly = args.equals(List.of("infra"));
        if (!args.isEmpty() && !infrastructureOnly) {
            throw new Refusal("Cách dùng: deploy/up [infra]", "Usage: deploy/up [infra]");
        }
        PrivateFiles.folder(layout.run());
        return lock(layout).whileHeld(() -> hold(infrastructureOnly));
    }

    private int hold(boolean infrastructureOnly) throws Exception {
        Ledger ledger = new Ledger(layout.run().resolve("processes"));
        Platform platform = new Platform(layout, screen, ledger);
        Operations operations = new Operations(settings, layout, screen, platform);
        try (ControlServer control =
                ControlServer.open(layout.run(), (words, out) -> answer(platform, operations, words, out))) {
            control.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            return keep(platform, ledger, infrastructureOnly);
        }
    }

    /** Takes the lock of the data folder, or says who has it. */
    static DataLock lock(Layout layout) throws IOException {
        return DataLock.take(layout.run())
                .orElseThrow(() -> new Refusal(
                        "Nền tảng đang chạy với dữ liệu ở " + layout.data()
                                + " : dừng bằng deploy/down, hoặc đặt THIDUA_DATA khác",
                        "The platform already runs on the data in " + layout.data()
                                + " : stop it with deploy/down, or set another THIDUA_DATA"));
    }

    private int keep(Platform platform, Ledger ledger, boolean infrastructureOnly) throws Exception {
        try {
            new Up(settings, layout, screen, ledger, platform).run(infrastructureOnly);
            while (!end.await(5, java.util.concurrent.TimeUnit.SECONDS)) {
                platform.rotateLogs();
            }
            return 0;
        } catch (Exception e) {
            if (!platform.isStopping()) {
                platform.down();
                throw e;
            }
            // Stopped while starting: whatever failed did so because of that. The stopper ends this process.
            end.await();
            return 0;
        }
    }

    private void stop(Platform platform) {
        try {
            platform.down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            // The hook ends the process before the try blocks above can tidy up.
            Files.deleteIfExists(layout.run().resolve("control"));
        } catch (IOException e) {
            screen.line(e.toString());
        }
    }

    private int answer(Platform platform, Operations operations, List<String> words, Consumer<String> out)
            throws Exception {
        if (words.getFirst().equals("clock")) {
            // What happens on the screen meanwhile is not part of the answer.
            return refusing(out, () -> operations.clock(words.subList(1, words.size()), out));
        }
        Runnable unfollow = screen.follow(out);
        try {
            return refusing(out, () -> switch (words.getFirst()) {
                case "down" -> {
                    platform.down();
                    end.countDown();
                    yield 0;
                }
                case "restart" -> operations.restart(words.get(1));
                case "reset" -> operations.reset();
                case "status" -> {
                    platform.status().forEach(out);
                    yield platform.isReady() ? 0 : 1;
                }
                default -> throw new Refusal("Không hiểu " + words, "Not understood: " + words);
            });
        } finally {
            unfollow.run();
        }
    }

    private static int refusing(Consumer<String> out, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (Refusal refusal) {
            out.accept(refusal.text());
            return 2;
        }
    }

    /** The running launcher of a data folder, for the commands that talk to it. */
    static ControlClient running(Layout layout) throws IOException {
        return ControlClient.of(layout.run()).orElseThrow(Foreground::notRunning);
    }

    static Refusal notRunning() {
        return new Refusal("Nền tảng không chạy: hãy dùng deploy/up", "The platform does not run: use deploy/up");
    }
}
