package vn.thidua.cluster.conference;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.message.Notices;

/** Tells invited units when and where a conference is, and that it is elsewhere or at another time. */
@Component
class InvitationLetters {
    private static final Set<Role> PEOPLE = Set.of(Role.UNIT_OFFICER, Role.UNIT_LEADER);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Notices notices;
    private final InvitationStore store;

    InvitationLetters(Notices notices, InvitationStore store) {
        this.notices = notices;
        this.store = store;
    }

    /** @param conference of the version that this makes, so that nobody is told one version twice */
    void invited(Conference conference, UUID seasonId, Collection<UUID> units) {
        tell("CONFERENCE_INVITED", conference, seasonId, units);
    }

    void withdrawn(Conference conference, UUID seasonId, UUID unit) {
        tell("CONFERENCE_UNINVITED", conference, seasonId, Set.of(unit));
    }

    /** Tells whoever is invited what is different, and asks again where the day is. What is past is told nobody. */
    void changed(Conference before, Conference after) {
        var day = !before.heldOn().equals(after.heldOn());
        var same = before.place().equals(after.place()) && Objects.equals(before.startsAt(), after.startsAt());
        if ((!day && same) || after.heldOn().isBefore(store.today())) {
            return;
        }
        if (day) {
            store.reopen(after.id());
        }
        store.units(after.id()).stream()
                .collect(Collectors.groupingBy(Invitation::seasonId))
                .forEach((season, invited) -> tell(
                        "CONFERENCE_CHANGED",
                        after,
                        season,
                        invited.stream().map(Invitation::unitId).toList()));
    }

    private void tell(String code, Conference conference, UUID seasonId, Collection<UUID> units) {
        var hour = conference.startsAt() == null ? "" : HourOfDay.shown(conference.startsAt()) + " ";
        var words = "%s%s, %s – %s"
                .formatted(hour, DAY.format(conference.heldOn()), conference.place(), conference.title());
        notices.tell(
                new Notices.Notice(seasonId, code, conference.id(), words, conference.heldOn(), conference.version()),
                units,
                PEOPLE);
    }
}
