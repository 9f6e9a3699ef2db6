package vn.thidua.kit.feed;

import java.util.Set;
import java.util.UUID;

/** What a service does with another's events. Called inside the transaction that also moves the cursor. */
public interface FeedHandler {
    /** The one service this handler believes: what another says of these aggregates is passed over. */
    String source();

    /** The aggregates this handler takes; no two handlers of a service take the same. */
    Set<String> aggregateTypes();

    /** Takes over a state newer than the one taken before. Throwing sets the aggregate aside. */
    void apply(FeedEvent event);

    /** The source no longer knows this aggregate: it was restored to a time before it. */
    void forget(String aggregateType, UUID id);
}
