package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another feature knows of the work live seasons owe. Every bean of this type is asked, for all seasons at once. */
public interface DueFacts {
    /**
     * One thing to be done.
     *
     * @param code of the rule that says by when; it has a row in {@code due_rule}, unless {@code dueOn} is given
     * @param unitId whose work it is, or null for whoever leads the season
     * @param id of what it is about, such as a conference or key task, or null
     * @param title for a person who reads the list, or null where the code says all
     * @param dueOn its own last day, or null for the rule's
     * @param doneBy mandates of people who have done their part, where several have to: for them it is not waiting any more
     */
    record Fact(
            UUID seasonId,
            String code,
            @Nullable UUID unitId,
            @Nullable UUID id,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            boolean done,
            @Nullable LocalDate doneOn,
            Set<UUID> doneBy) {
        public Fact {
            doneBy = Set.copyOf(doneBy);
        }

        public Fact(
                UUID seasonId,
                String code,
                @Nullable UUID unitId,
                @Nullable UUID id,
                @Nullable String title,
                @Nullable LocalDate dueOn,
                boolean done,
                @Nullable LocalDate doneOn) {
            this(seasonId, code, unitId, id, title, dueOn, done, doneOn, Set.of());
        }
    }

    /**
     * The seasons' checklists.
     *
     * @param today the business day
     */
    List<Fact> of(UUID[] seasons, LocalDate today);

    /** What single members still owe; the season's checklist shows it as one line, its board by member. */
    default List<Fact> owedByMembers(UUID[] seasons) {
        return List.of();
    }
}
