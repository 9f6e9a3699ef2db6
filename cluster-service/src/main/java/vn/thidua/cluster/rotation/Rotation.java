package vn.thidua.cluster.rotation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order in which members head their cluster. Whoever has just headed is the last in line, wherever it stands in the list; who
 * is passed over keeps its place and comes next as soon as it may.
 */
record Rotation(List<Turn> turns) {
    /** @param skip a time in which the unit does not head, or null */
    record Turn(UUID unitId, @Nullable Skip skip) {}

    /** @param until first day on which it may head again */
    record Skip(LocalDate from, LocalDate until, String reason) {
        boolean meets(Term term) {
            return from.isBefore(term.until()) && term.from().isBefore(until);
        }
    }

    /** @param until first day that is no longer in it */
    record Term(LocalDate from, LocalDate until) {
        /** The term after it, as long in months and years. */
        Term next() {
            var length = from.until(until);
            return new Term(until, until.plus(length));
        }
    }

    enum Why {
        SKIPPED,
        NOT_MEMBER
    }

    record PassedOver(UUID unitId, Why why, @Nullable String reason) {}

    /** @param unitId who would head, or null when nobody may */
    record Planned(Term term, @Nullable UUID unitId, List<PassedOver> passedOver) {
        Planned {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** Whether a unit is a member on a day of a term. */
    interface Membership {
        boolean holds(UUID unitId, Term term);
    }

    Rotation {
        turns = List.copyOf(turns);
        Set<UUID> units = new HashSet<>();
        if (!turns.stream().allMatch(turn -> units.add(turn.unitId()))) {
            throw new IllegalArgumentException("a unit has one turn");
        }
    }

    /**
     * Who heads next, so many terms ahead.
     *
     * @param last who heads now, or null while nobody has
     * @param first the first term to plan
     */
    List<Planned> ahead(@Nullable UUID last, Term first, int terms, Membership membership) {
        var line = new ArrayList<>(turns);
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).unitId().equals(last)) {
                line = new ArrayList<>(turns.subList(i + 1, turns.size()));
                line.addAll(turns.subList(0, i + 1));
            }
        }
        var planned = new ArrayList<Planned>();
        var term = first;
        for (int i = 0; i < terms; i++) {
            planned.add(next(line, term, membership));
            term = term.next();
        }
        return planned;
    }

    /** Takes the first in line that may head, and puts it at the end. */
    private static Planned next(List<Turn> line, Term term, Membership membership) {
        var passedOver = new ArrayList<PassedOver>();
        for (var turn : line) {
            var skip = turn.skip();
            if (skip != null && skip.meets(term)) {
                passedOver.add(new PassedOver(turn.unitId(), Why.SKIPPED, skip.reason()));
            } else if (!membership.holds(turn.unitId(), term)) {
                passedOver.add(new PassedOver(turn.unitId(), Why.NOT_MEMBER, null));
            } else {
                line.remove(turn);
                line.add(turn);
                return new Planned(term, turn.unitId(), passedOver);
            }
        }
        return new Planned(term, null, passedOver);
    }
}
