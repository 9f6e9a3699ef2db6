package vn.thidua.kit.security;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/**
 * Fetches the realm's public keys, with time-outs and at a pace. A token that names a key nobody knows makes the decoder ask
 * again; without a pace, junk tokens would turn into as many requests at the realm.
 */
final class RealmKeys extends RestTemplate {
    private static final Duration PACE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ResponseEntity<?> last;
    private Instant lastAt = Instant.EPOCH;

    RealmKeys() {
        super(timed());
    }

    static JdkClientHttpRequestFactory timed() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build());
        requests.setReadTimeout(Duration.ofSeconds(3));
        return requests;
    }

    @Override
    @SuppressWarnings("unchecked") // The decoder always asks for the same type at the same address.
    public <T> ResponseEntity<T> exchange(RequestEntity<?> question, Class<T> type) {
        lock.lock();
        try {
            var known = last;
            if (known == null || lastAt.plus(PACE).isBefore(Instant.now())) {
                known = super.exchange(question, type);
                last = known;
                lastAt = Instant.now();
            }
            return (ResponseEntity<T>) known;
        } finally {
            lock.unlock();
        }
    }
}
