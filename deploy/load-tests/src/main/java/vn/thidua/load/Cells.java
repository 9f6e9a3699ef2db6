package vn.thidua.load;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** Cells of the reports that are drafts now, each saved by one client at a time as a grid does, over the version it saw last. */
final class Cells {
    private static final Pattern DRAFT =
            Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"periodId\"(?:(?!\"periodId\").)*?\"state\":\"IN_WORK\"");
    private static final Pattern INDICATOR = Pattern.compile("\"indicatorId\":\"([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final Caller caller;
    private final Queue<Cell> free = new ConcurrentLinkedQueue<>();

    private record Cell(String path, long version) {}

    private Cells(Caller caller) {
        this.caller = caller;
    }

    /** @throws IllegalStateException when fewer cells than clients can be written now */
    static Cells writable(Caller caller, String service, int clients) throws IOException, InterruptedException {
        var cells = new Cells(caller);
        for (var report : caller.all(DRAFT, service + "/api/v1/reports?limit=200")) {
            for (var indicator : new LinkedHashSet<>(caller.all(INDICATOR, service + "/api/v1/reports/" + report))) {
                var path = "/api/v1/reports/" + report + "/cells/" + indicator;
                var answer = caller.save(service + path, 0);
                if (answer.statusCode() == 412) {
                    answer = caller.save(service + path, version(answer.body()));
                }
                if (answer.statusCode() == 200) {
                    cells.free.add(new Cell(path, version(answer.body())));
                }
                if (cells.free.size() == clients) {
                    return cells;
                }
            }
        }
        throw new IllegalStateException("only " + cells.free.size() + " cells can be written now; see the README");
    }

    /** One save; throws unless it is answered with 200. */
    void save(String service) throws IOException, InterruptedException {
        var cell = free.remove();
        var answer = caller.save(service + cell.path, cell.version);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        free.add(new Cell(cell.path, version(answer.body())));
    }

    private static long version(String text) {
        var found = VERSION.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no version in " + text);
        }
        return Long.parseLong(found.group(1));
    }
}
