package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.access.Role;

/**
 * Something a live season still owes, and whose turn it is.
 *
 * @param unitId where it is done
 * @param roles of the people there who may do it
 * @param aboutId a conference, compact or key task, or null
 * @param title of what it is about, or null where the code says all
 * @param dueOn last day, or null where nobody said one
 * @param doneBy mandates of people who have done their part, where several have to
 */
public record Owed(
        Seasons.Ref season,
        String code,
        UUID unitId,
        Set<Role> roles,
        @Nullable UUID aboutId,
        @Nullable String title,
        @Nullable LocalDate dueOn,
        boolean late,
        Set<UUID> doneBy) {
    private static final Set<Role> OFFICE = Set.of(Role.STANDING_OFFICER);
    private static final Set<Role> LEADER = Set.of(Role.UNIT_LEADER);
    private static final Set<Role> UNIT = Set.of(Role.UNIT_OFFICER, Role.UNIT_LEADER);

    public Owed {
        roles = Set.copyOf(roles);
        doneBy = Set.copyOf(doneBy);
    }

    /** The organiser has a head chosen and votes held; members sign and vote; the rest is the head's while there is one. */
    static Owed of(Seasons.Ref season, DueQueries.Fact fact) {
        var dueOn = fact.dueOn(season);
        var late = fact.late(dueOn);
        var office = switch (fact.code()) {
            case "HEAD_SET", "LEADER_ELECTED" -> true;
            default -> fact.unitId() == null && season.headId() == null;
        };
        if (office) {
            return new Owed(
                    season, fact.code(), season.organiserId(), OFFICE, fact.id(), fact.title(), dueOn, late, Set.of());
        }
        var unit = fact.unitId() == null ? Objects.requireNonNull(season.headId()) : fact.unitId();
        var roles = switch (fact.code()) {
            case "COMPACT_SIGN", "BALLOT_CAST", "DRAFT_VOTE" -> LEADER;
            default -> UNIT;
        };
        return new Owed(season, fact.code(), unit, roles, fact.id(), fact.title(), dueOn, late, fact.doneBy());
    }
}
