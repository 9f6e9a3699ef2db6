package vn.thidua.cluster.digitalsignature;

import java.io.IOException;
import java.time.Duration;

/** How long the pages of one file may take to be read. */
final class ReadingTime {
    private final Duration most;
    private final long began = System.nanoTime();

    ReadingTime(Duration most) {
        this.most = most;
    }

    void requireLeft() throws IOException {
        if (System.nanoTime() - began > most.toNanos()) {
            throw new IOException("the pages take too long to read");
        }
    }
}
