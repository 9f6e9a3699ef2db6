package vn.thidua.kit.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit as the feed tells it: the whole of its dated states. */
public record UnitEvent(String code, List<State> states) {
    public static final String AGGREGATE = "unit";

    /** @param until first day on which the state no longer holds, or null */
    public record State(
            LocalDate from,
            @Nullable LocalDate until,
            String name,
            @Nullable UUID parentId) {}

    public UnitEvent {
        states = List.copyOf(states);
    }
}
