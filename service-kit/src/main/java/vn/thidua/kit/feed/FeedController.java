package vn.thidua.kit.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * The HTTP feed (http-feeds.org): our services read all of it, an agency with {@code feed.read} the events of the units it has
 * a mandate over. A reader goes on after the last event it has applied; where it has none, it begins with the snapshot.
 */
@RestController
@RequestMapping("/api/v1/feeds/${thidua.service}")
@Tag(name = "Feed")
final class FeedController {
    static final String BATCH = "application/cloudevents-batch+json";
    /** Up to when a reader of this page knows everything; absent while more pages wait. */
    static final String AS_OF = "Feed-As-Of";
    /** Where to go on when a page is empty, or after the last page of a snapshot. */
    static final String CURSOR = "Feed-Cursor";

    private static final Permission READ = Permission.of("feed.read");
    private static final Duration LONGEST_POLL = Duration.ofSeconds(25);

    private final String service;
    private final FeedQueries queries;
    private final FeedTail tail;
    private final Mandates mandates;

    FeedController(FeedService service, FeedQueries queries, FeedTail tail, Mandates mandates) {
        this.service = service.name();
        this.queries = queries;
        this.tail = tail;
        this.mandates = mandates;
    }

    @GetMapping(produces = BATCH)
    @Operation(summary = "Events after the last one read, waiting up to timeout milliseconds for the first")
    ResponseEntity<List<CloudEvent>> read(
            Caller caller,
            @RequestParam(required = false) @Nullable String lastEventId,
            @RequestParam(defaultValue = "0") @Min(0) @Max(25_000) long timeout,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int limit)
            throws InterruptedException {
        var reach = reach(caller);
        var feed = queries.head();
        var after = lastEventId == null ? 0 : positionIn(feed, "lastEventId", lastEventId);
        var events = queries.after(after, limit, reach);
        if (events.isEmpty() && timeout > 0) {
            tail.awaitBeyond(Math.max(after, feed.position()), FeedTail.patience(timeout, LONGEST_POLL));
            feed = queries.head();
            if (lastEventId != null) {
                positionIn(feed, "lastEventId", lastEventId);
            }
            events = queries.after(after, limit, reach(caller));
        }
        // The head was read before the events: where none is visible, all up to it has been looked at.
        var next = events.isEmpty()
                ? Math.max(after, feed.position())
                : events.getLast().position();
        return answer(feed, feed.cursor(next), events, events.size() < limit);
    }

    @GetMapping(path = "/snapshot", produces = BATCH)
    @Operation(
            summary =
                    "The present state of everything; page on with after and until, then read the feed from Feed-Cursor")
    ResponseEntity<List<CloudEvent>> snapshot(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int limit) {
        var reach = reach(caller);
        var feed = queries.head();
        var from = after == null ? 0 : positionIn(feed, "after", after);
        var to = until == null ? feed.position() : positionIn(feed, "until", until);
        var events = queries.snapshot(from, to, limit, reach);
        return answer(feed, feed.cursor(to), events, events.size() < limit && to == feed.position());
    }

    private ResponseEntity<List<CloudEvent>> answer(
            FeedPosition feed, FeedPosition.Cursor cursor, List<FeedEvent> events, boolean complete) {
        var answer = ResponseEntity.ok().header(CURSOR, cursor.toString()).header("Cache-Control", "no-store");
        if (complete) {
            answer.header(AS_OF, feed.completeUntil().toString());
        }
        return answer.body(events.stream()
                .map(event -> CloudEvent.of(service, feed, event))
                .toList());
    }

    private @Nullable Reach reach(Caller caller) {
        if (caller.kind() == Caller.Kind.SERVICE) {
            return null;
        }
        if (caller.kind() == Caller.Kind.PERSON) {
            throw Problem.of(ProblemType.FORBIDDEN).asException();
        }
        if (!caller.scopes().contains(READ.agencyScope())) {
            throw Problem.because(ProblemType.FORBIDDEN, "scope-missing", READ.agencyScope())
                    .asException();
        }
        var reach = mandates.reach(caller, READ);
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return reach;
    }

    private static long positionIn(FeedPosition feed, String parameter, String id) {
        var cursor = FeedPosition.Cursor.parse(id)
                .orElseThrow(() -> new Problem(
                                ProblemType.MALFORMED_REQUEST,
                                null,
                                List.of(),
                                List.of(FieldError.of("?" + parameter, "format")),
                                Map.of())
                        .asException());
        if (!cursor.epoch().equals(feed.epoch()) || cursor.position() > feed.position()) {
            throw Problem.of(ProblemType.FEED_EPOCH_CHANGED).asException();
        }
        return cursor.position();
    }
}
