package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another feature knows of the work a live season owes. Every bean of this type is asked for the season's checklist. */
public interface DueFacts {
    /**
     * One thing to be done.
     *
     * @param code of the rule that says by when; it has a row in {@code due_rule}, unless {@code dueOn} is given
     * @param id of what it is about, such as a conference or key task, or null
     * @param title for a person who reads the list, or null where the code says all
     * @param dueOn its own last day, or null for the rule's
     */
    record Fact(
            String code,
            @Nullable UUID id,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            boolean done,
            @Nullable LocalDate doneOn) {}

    /** @param today the business day */
    List<Fact> of(Seasons.Ref season, LocalDate today);
}
