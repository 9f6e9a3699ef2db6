package vn.thidua.cluster.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A locality, department, body, school or enterprise, with all its dated states in the order of time.
 *
 * @param code by which the platform knows it: capitals, digits, dots, hyphens, at most 35
 */
public record Unit(UUID id, String code, Kind kind, Level level, Office office, List<State> states, long version) {
    public enum Kind {
        ADMINISTRATION,
        DEPARTMENT,
        SCHOOL,
        ENTERPRISE,
        ORGANISATION
    }

    public enum Level {
        CENTRAL,
        PROVINCE,
        /** History only: districts ended on 01/07/2025. */
        DISTRICT,
        COMMUNE,
        NONE
    }

    /**
     * What is known of the unit's office, whatever the day; how it was before is in the audit.
     *
     * @param agencyCode the electronic identifier of QĐ 20/2020/QĐ-TTg, groups of capitals and digits between dots
     * @param budgetCode the code of a unit that has relations with the budget, seven digits
     * @param phone of the office, like the address and the email: nobody's own
     */
    record Office(
            @Nullable String agencyCode,
            @Nullable String budgetCode,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {
        static final Office UNKNOWN = new Office(null, null, null, null, null);
    }

    /**
     * What holds of a unit during a time.
     *
     * @param until first day on which it no longer holds, or null
     * @param formalName as papers write it among their recipients, where that is not the name
     */
    record State(
            LocalDate from,
            @Nullable LocalDate until,
            String name,
            @Nullable String shortName,
            @Nullable String nameEn,
            @Nullable String formalName,
            @Nullable UUID parentId) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }

        State during(LocalDate newFrom, @Nullable LocalDate newUntil) {
            return new State(newFrom, newUntil, name, shortName, nameEn, formalName, parentId);
        }

        boolean saysTheSameAs(State other) {
            return during(other.from(), other.until()).equals(other);
        }
    }

    public Unit {
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a unit without a state");
        }
    }

    LocalDate validFrom() {
        return states.getFirst().from();
    }

    /** First day on which the unit no longer exists, or null. */
    @Nullable
    LocalDate validUntil() {
        return states.getLast().until();
    }

    /** The state on that day; outside the unit's life the nearest one. */
    State stateOn(LocalDate day) {
        if (day.isBefore(validFrom())) {
            return states.getFirst();
        }
        return states.stream().filter(state -> state.holdsOn(day)).findFirst().orElse(states.getLast());
    }

    /**
     * The unit with another state from a day on, up to its next known change; what it was already makes no new state.
     *
     * @throws IllegalArgumentException when the unit does not exist on that day
     */
    Unit changed(LocalDate effective, State to) {
        var before = states.stream()
                .filter(state -> state.holdsOn(effective))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("outside the unit's life"));
        if (before.saysTheSameAs(to)) {
            return new Unit(id, code, kind, level, office, states, version + 1);
        }
        var changed = new java.util.ArrayList<State>();
        for (var state : states) {
            if (!state.equals(before)) {
                changed.add(state);
                continue;
            }
            if (before.from().isBefore(effective)) {
                changed.add(before.during(before.from(), effective));
            }
            changed.add(to.during(effective, before.until()));
        }
        return new Unit(id, code, kind, level, office, changed, version + 1);
    }

    /** The unit ending before {@code until}; states from that day on fall away. */
    Unit closed(LocalDate until) {
        var kept = states.stream()
                .filter(state -> state.from().isBefore(until))
                .map(state -> state.holdsOn(until) ? state.during(state.from(), until) : state)
                .toList();
        return new Unit(id, code, kind, level, office, kept, version);
    }

    /** The unit with that known of its office. */
    Unit with(Office known) {
        return new Unit(id, code, kind, level, known, states, version);
    }

    /** Whether it is the other one, whatever their versions. */
    boolean saysTheSameAs(Unit other) {
        return new Unit(id, code, kind, level, office, states, other.version()).equals(other);
    }
}
