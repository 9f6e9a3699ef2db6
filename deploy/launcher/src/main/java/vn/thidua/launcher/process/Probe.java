package vn.thidua.launcher.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One question to a process: do you do your work now? */
@FunctionalInterface
public interface Probe {
    /** True when it does; false, or any exception, when it does not yet. */
    boolean ready() throws Exception;

    /** Ready when the address answers 200. */
    static Probe http(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(2))
                .build();
        return () -> Http.CLIENT
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /** Asks until the answer is yes, the time is over or {@code goOn} says no; gives the last answer. */
    default boolean await(Duration patience, java.util.function.BooleanSupplier goOn) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && goOn.getAsBoolean()) {
            if (answersYes()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private boolean answersYes() throws InterruptedException {
        try {
            return ready();
        } catch (InterruptedException e) {
            throw e;
        } catch (IOException notYet) {
            return false;
        } catch (Exception notYet) {
            // A database that still starts answers with an SQLException; whatever the reason, it is not ready.
            return false;
        }
    }

    /** The one client of all HTTP probes. */
    final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        private Http() {}
    }
}
