package vn.thidua.kit.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Reads one source's feed and applies it. Effects and cursor are one transaction; an older version is never applied; an
 * aggregate whose event cannot be applied is set aside and the rest goes on. Every instance may run it: the cursor's row lock
 * lets one batch through and the others notice that they came too late.
 */
final class FeedConsumer {
    private static final Logger log = LoggerFactory.getLogger(FeedConsumer.class);
    private static final int BATCH = 500;
    /** Short enough that a source which still answers is confirmed well within the time after which it counts as silent. */
    private static final Duration POLL = Duration.ofSeconds(10);

    private final String source;
    private final FeedClient client;
    private final CopyStore store;
    private final Map<String, FeedHandler> handlers = new HashMap<>();
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    FeedConsumer(
            String source,
            FeedClient client,
            CopyStore store,
            List<FeedHandler> handlers,
            PlatformTransactionManager transactions) {
        this.source = source;
        this.client = client;
        this.store = store;
        handlers.forEach(handler -> handler.aggregateTypes().forEach(type -> this.handlers.put(type, handler)));
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** One poll and one transaction; tells how long to rest before the next. */
    Duration step() {
        var from = store.position(source);
        try {
            if (from.epoch() == null || from.snapshotPosition() != null) {
                readSnapshot(from);
            } else {
                readFeed(from);
            }
        } catch (RuntimeException failure) {
            if (!isEpochChange(failure)) {
                throw failure;
            }
            log.warn("The feed of {} has a new epoch; starting again from its snapshot", source);
            transaction.executeWithoutResult(_ -> {
                if (store.lock(source, from)) {
                    store.move(source, new CopyStore.ReadPosition(null, 0, null), null);
                }
            });
        }
        return Duration.ZERO;
    }

    private void readFeed(CopyStore.ReadPosition from) {
        var epoch = Objects.requireNonNull(from.epoch());
        var last = new FeedPosition.Cursor(epoch, from.position());
        var answer = client.read(source, last.toString(), POLL.toMillis(), BATCH);
        var next = cursor(answer);
        inOrder(from, () -> {
            events(answer).forEach(event -> take(next, event));
            store.move(source, new CopyStore.ReadPosition(epoch, next.position(), null), asOf(answer));
        });
    }

    private void readSnapshot(CopyStore.ReadPosition from) {
        var epoch = from.epoch();
        var until = from.snapshotPosition();
        var answer = epoch == null || until == null
                ? client.snapshot(source, null, null, BATCH)
                : client.snapshot(
                        source,
                        new FeedPosition.Cursor(epoch, from.position()).toString(),
                        new FeedPosition.Cursor(epoch, until).toString(),
                        BATCH);
        var end = cursor(answer);
        var events = events(answer);
        inOrder(from, () -> {
            events.forEach(event -> take(end, event));
            if (events.size() < BATCH) {
                store.vanished(source, end.epoch())
                        .forEach(gone -> handler(gone.type()).forget(gone.type(), gone.id()));
                store.move(source, new CopyStore.ReadPosition(end.epoch(), end.position(), null), asOf(answer));
            } else {
                var reached = events.getLast().position();
                store.move(source, new CopyStore.ReadPosition(end.epoch(), reached, end.position()), null);
            }
        });
    }

    private void inOrder(CopyStore.ReadPosition from, Runnable effects) {
        transaction.executeWithoutResult(_ -> {
            if (store.lock(source, from)) {
                effects.run();
            }
        });
    }

    private void take(FeedPosition.Cursor feed, FeedEvent event) {
        if (!handlers.containsKey(event.aggregateType())) {
            return;
        }
        try {
            savepoint.executeWithoutResult(_ -> apply(feed, event));
        } catch (TransientDataAccessException | DataAccessResourceFailureException passing) {
            // The database's trouble, not the event's: the whole batch comes again.
            throw passing;
        } catch (RuntimeException poison) {
            log.error("Set aside {} {} of {}", event.aggregateType(), event.aggregateId(), source, poison);
            store.park(source, event, poison.toString());
        }
    }

    /** Applies an event that was set aside, once the reason is mended; throws if it still cannot be applied. */
    void replay(CopyStore.Parked parked) {
        var epoch = Objects.requireNonNull(store.position(source).epoch(), "nothing was ever read from " + source);
        apply(new FeedPosition.Cursor(epoch, 0), parked.event());
        store.unpark(source, parked.event().aggregateType(), parked.event().aggregateId());
    }

    private void apply(FeedPosition.Cursor feed, FeedEvent event) {
        if (store.advance(source, feed.epoch(), event)) {
            handler(event.aggregateType()).apply(event);
            // The event is the whole state, so a good one heals what an earlier one could not.
            store.unpark(source, event.aggregateType(), event.aggregateId());
        }
    }

    private FeedHandler handler(String aggregateType) {
        return Objects.requireNonNull(handlers.get(aggregateType), "no handler for " + aggregateType);
    }

    String source() {
        return source;
    }

    private static List<FeedEvent> events(ResponseEntity<List<CloudEvent>> answer) {
        return Objects.requireNonNull(answer.getBody(), "feed answer without a body").stream()
                .map(event -> event.event(FeedPosition.Cursor.parse(event.id())
                        .orElseThrow(() -> new IllegalStateException("event id without a position: " + event.id()))
                        .position()))
                .toList();
    }

    private static FeedPosition.Cursor cursor(ResponseEntity<?> answer) {
        var header = header(answer, FeedController.CURSOR);
        return FeedPosition.Cursor.parse(header).orElseThrow(() -> new IllegalStateException("no cursor in " + header));
    }

    private static Instant asOf(ResponseEntity<?> answer) {
        return Instant.parse(header(answer, FeedController.AS_OF));
    }

    private static String header(ResponseEntity<?> answer, String name) {
        HttpHeaders headers = answer.getHeaders();
        return Objects.requireNonNull(headers.getFirst(name), "feed answer without " + name);
    }

    private static boolean isEpochChange(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClientErrorException.Gone) {
                return true;
            }
        }
        return false;
    }
}
