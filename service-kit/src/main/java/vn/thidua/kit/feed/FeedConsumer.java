package vn.thidua.kit.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/**
 * Reads one source's feed and applies it. Effects and cursor are one transaction; an older version is never applied; an
 * aggregate whose event cannot be applied is set aside and the rest goes on. Every instance may run it: the cursor's row lock
 * lets one batch through and the others notice that they came too late.
 */
final class FeedConsumer {
    private static final Logger log = LoggerFactory.getLogger(FeedConsumer.class);
    private static final int BATCH = 500;
    /**
     * Well within the time after which a source counts as silent, and shorter than the read time-out of the clients: an idle
     * poll must end as an answer, not as a failure.
     */
    private static final Duration POLL = Duration.ofSeconds(5);

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
        handlers.stream()
                .filter(handler -> handler.source().equals(source))
                .forEach(handler -> handler.aggregateTypes().forEach(type -> this.handlers.put(type, handler)));
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** One poll and one transaction; tells how long to rest before the next. */
    Duration step() {
        var from = store.position(source);
        try {
            if (from.epoch() == null || from.snapshotPosition() != null || hasPassedOverOurs(from)) {
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
                    store.move(source, at(null, 0, null), null);
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
            takeAll(next, events(answer));
            store.move(source, at(epoch, next.position(), null), asOf(answer));
        });
    }

    private void readSnapshot(CopyStore.ReadPosition from) {
        var epoch = from.epoch();
        var until = from.snapshotPosition();
        var answer = epoch == null || until == null || hasPassedOverOurs(from)
                ? client.snapshot(source, null, null, BATCH)
                : client.snapshot(
                        source,
                        new FeedPosition.Cursor(epoch, from.position()).toString(),
                        new FeedPosition.Cursor(epoch, until).toString(),
                        BATCH);
        var end = cursor(answer);
        var events = events(answer);
        inOrder(from, () -> {
            takeAll(end, events);
            if (events.size() < BATCH) {
                store.vanished(source, end.epoch()).stream()
                        .filter(gone -> handlers.containsKey(gone.type()))
                        .forEach(gone -> handler(gone.type()).forget(gone.type(), gone.id()));
                store.move(source, at(end.epoch(), end.position(), null), asOf(answer));
            } else {
                var reached = events.getLast().position();
                store.move(source, at(end.epoch(), reached, end.position()), null);
            }
        });
    }

    /** A version of this service that did not know all of today's aggregates read until there; the snapshot has what it left out. */
    private boolean hasPassedOverOurs(CopyStore.ReadPosition from) {
        return !from.types().containsAll(handlers.keySet());
    }

    private CopyStore.ReadPosition at(@Nullable UUID epoch, long position, @Nullable Long snapshotPosition) {
        return new CopyStore.ReadPosition(epoch, position, snapshotPosition, handlers.keySet());
    }

    private void inOrder(CopyStore.ReadPosition from, Runnable effects) {
        transaction.executeWithoutResult(_ -> {
            if (store.lock(source, from)) {
                effects.run();
            }
        });
    }

    /**
     * All in one go, as it nearly always works; where it does not, from the beginning again and one by one, each behind a
     * savepoint of its own, so that only what cannot be applied is set aside.
     */
    private void takeAll(FeedPosition.Cursor feed, List<FeedEvent> events) {
        var ours = events.stream()
                .filter(event -> handlers.containsKey(event.aggregateType()))
                .toList();
        if (ours.isEmpty()) {
            return;
        }
        if (store.hasParked(source)) {
            ours.forEach(event -> take(feed, event));
            return;
        }
        try {
            savepoint.executeWithoutResult(_ -> ours.forEach(event -> apply(feed, event)));
        } catch (RuntimeException failure) {
            if (PassingTrouble.is(failure)) {
                throw failure;
            }
            ours.forEach(event -> take(feed, event));
        }
    }

    private void take(FeedPosition.Cursor feed, FeedEvent event) {
        try {
            savepoint.executeWithoutResult(_ -> {
                if (apply(feed, event)) {
                    // The event is the whole state, so a good one heals what an earlier one could not.
                    store.unpark(source, event.aggregateType(), event.aggregateId());
                }
            });
        } catch (RuntimeException failure) {
            if (PassingTrouble.is(failure)) {
                // The database's trouble, not the event's: the whole batch comes again.
                throw failure;
            }
            log.error("Set aside {} {} of {}", event.aggregateType(), event.aggregateId(), source, failure);
            store.park(source, feed.epoch(), event, failure.toString());
        }
    }

    /**
     * Applies an event that was set aside, once the reason is mended. To be called in a transaction.
     *
     * @return the refusal when it still cannot be applied, or is of an epoch that is over
     */
    Optional<Problem> replay(UUID id) {
        // The cursor first, as the reading thread does: the two never wait for each other crosswise.
        if (!store.lock(source, store.position(source))) {
            return Optional.of(Problem.because(ProblemType.CONFLICT, "source-being-read"));
        }
        var at = store.position(source);
        var parked = store.parked(id).orElse(null);
        if (parked == null) {
            return Optional.of(Problem.of(ProblemType.NOT_FOUND));
        }
        if (at.epoch() == null || at.snapshotPosition() != null || !at.epoch().equals(parked.epoch())) {
            return Optional.of(Problem.because(ProblemType.CONFLICT, "source-being-read"));
        }
        var feed = new FeedPosition.Cursor(at.epoch(), at.position());
        try {
            savepoint.executeWithoutResult(_ -> apply(feed, parked.event()));
        } catch (RuntimeException failure) {
            if (PassingTrouble.is(failure)) {
                throw failure;
            }
            log.error("Still cannot apply {} {} of {}", parked.event().aggregateType(), id, source, failure);
            return Optional.of(Problem.because(ProblemType.CONFLICT, "event-still-fails"));
        }
        store.unpark(source, parked.event().aggregateType(), parked.event().aggregateId());
        return Optional.empty();
    }

    private boolean apply(FeedPosition.Cursor feed, FeedEvent event) {
        var newer = store.advance(source, feed.epoch(), event);
        if (newer) {
            handler(event.aggregateType()).apply(event);
        }
        return newer;
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

    private static @Nullable Instant asOf(ResponseEntity<?> answer) {
        var header = answer.getHeaders().getFirst(FeedController.AS_OF);
        return header == null ? null : Instant.parse(header);
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
