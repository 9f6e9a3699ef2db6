package vn.thidua.launcher;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import vn.thidua.launcher.postgres.Databases;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.Secrets;

/** What other commands ask of the running launcher, one at a time where processes stop and start. */
final class Operations {
    private final Settings settings;
    private final Layout layout;
    private final Screen screen;
    private final Platform platform;
    private final Semaphore turn = new Semaphore(1);

    Operations(Settings settings, Layout layout, Screen screen, Platform platform) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
        this.platform = platform;
    }

    int restart(String name) throws Exception {
        return alone(() -> platform.restart(name) ? 0 : 1);
    }

    /** Stops the services, brings the demo's databases back to their beginning, and starts the services again. */
    int reset() throws Exception {
        Secrets secrets = Secrets.in(layout.secrets());
        Reset reset = new Reset(settings, layout, databases(secrets), secrets);
        reset.requirePossible();
        if (!platform.isReady()) {
            throw new Refusal(
                    "Nền tảng chưa khởi động xong: hãy thử lại sau", "The platform is still starting: try again later");
        }
        return alone(() -> {
            double begin = screen.seconds();
            platform.without(Operations::isService, reset::run);
            Routes.await(new Blueprint(settings, layout, secrets).publicAddress(), platform);
            screen.line(done(screen.seconds() - begin));
            return 0;
        });
    }

    /** Tells the business time, after moving it where that is asked for. */
    int clock(List<String> args, Consumer<String> out) throws Exception {
        Secrets secrets = Secrets.in(layout.secrets());
        out.accept(new Clock(settings, databases(secrets), secrets).run(args, Instant.now()));
        return 0;
    }

    static String done(double seconds) {
        return String.format(
                Locale.ROOT,
                "Dữ liệu minh hoạ đã trở về ban đầu sau %.1f giây · the demo is as it was loaded, in %.1f s",
                seconds,
                seconds);
    }

    private Databases databases(Secrets secrets) {
        return new Databases(settings.ports().postgres(), secrets.get("database.superuser"));
    }

    private static boolean isService(String process) {
        return Layout.SERVICES.stream().anyMatch(service -> process.startsWith(service + "-service"));
    }

    private int alone(java.util.concurrent.Callable<Integer> work) throws Exception {
        if (!turn.tryAcquire()) {
            throw new Refusal(
                    "Một lệnh khác đang dừng hoặc chạy lại tiến trình: hãy đợi",
                    "Another command is stopping or starting processes: wait for it");
        }
        try {
            return work.call();
        } finally {
            turn.release();
        }
    }
}
