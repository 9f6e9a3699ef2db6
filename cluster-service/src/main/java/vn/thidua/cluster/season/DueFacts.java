package vn.thidua.cluster.season;

import java.util.Optional;

/**
 * What another feature knows of the work live seasons owe, in SQL. The parts of every bean of this type are put together into one
 * statement, for all seasons at once; the season's own rows ({@link DueQueries}) show how one is written.
 *
 * <p>A part is a {@code select} of, in this order, and each of its type:
 *
 * <ol>
 *   <li>{@code season_id uuid}
 *   <li>{@code code text} of the rule that says by when; it has a row in {@code due_rule}, unless {@code due_on} is given
 *   <li>{@code unit_id uuid} whose work it is, or null for whoever leads the season
 *   <li>{@code id uuid} of what it is about, such as a conference or key task, or null
 *   <li>{@code title text} for a person who reads the list, or null where the code says all
 *   <li>{@code due_on date}, its own last day, or null for the rule's
 *   <li>{@code done boolean} and {@code done_on date}
 *   <li>{@code done_by uuid[]}: mandates of people who have done their part, where several have to; null where one does
 * </ol>
 *
 * The seasons are {@code :seasons}, the business day is {@code (select day from today)}.
 */
public interface DueFacts {
    /** Lines of the seasons' checklists. */
    default Optional<String> ofSeasons() {
        return Optional.empty();
    }

    /** What single members still owe; the season's checklist shows it as one line, its board by member. */
    default Optional<String> owedByMembers() {
        return Optional.empty();
    }
}
