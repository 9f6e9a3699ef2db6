package vn.thidua.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.thidua.launcher.postgres.PostgresServer;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.process.Signals;
import vn.thidua.launcher.screen.Screen;

/** Processes of this data folder whose launcher was killed: they are stopped in order, not adopted, so that every start is alike. */
final class Orphans {
    private final Layout layout;
    private final Ledger ledger;
    private final Screen screen;

    Orphans(Layout layout, Ledger ledger, Screen screen) {
        this.layout = layout;
        this.ledger = ledger;
        this.screen = screen;
    }

    /** Stops what is left; true when there was something. To be called by the holder of the data folder's lock only. */
    boolean stopAll() throws IOException, InterruptedException {
        List<Ledger.Entry> left = ledger.leftBehind();
        for (Ledger.Entry entry : left.reversed()) {
            Optional<ProcessHandle> alive = entry.alive();
            if (alive.isPresent()) {
                screen.event(entry.name(), "còn sót từ lần trước, đang dừng · left over, stopping");
                Signals.stop(alive.get(), entry.stopSignal(), Duration.ofSeconds(20));
            }
        }
        Optional<ProcessHandle> postgres = PostgresServer.orphan(layout.postgres());
        if (postgres.isPresent()) {
            screen.event(PostgresServer.NAME, "còn sót từ lần trước, đang dừng · left over, stopping");
            PostgresServer.stop(postgres.get());
        }
        return !left.isEmpty() || postgres.isPresent();
    }
}
