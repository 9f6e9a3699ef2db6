package vn.thidua.cluster.conference;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.message.GuestLetters;
import vn.thidua.cluster.message.Notices;

/** Tells invited units and guests with an address when and where a conference is, and that it is elsewhere or at another time. */
@Component
class InvitationLetters {
    private static final Set<Role> PEOPLE = Set.of(Role.UNIT_OFFICER, Role.UNIT_LEADER);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Notices notices;
    private final GuestLetters guests;
    private final InvitationStore store;

    InvitationLetters(Notices notices, GuestLetters guests, InvitationStore store) {
        this.notices = notices;
        this.guests = guests;
        this.store = store;
    }

    /** @param conference of the version that this makes, so that nobody is told one version twice */
    void invited(Conference conference, List<Invitation> invited) {
        tell("CONFERENCE_INVITED", conference, invited);
    }

    /** What is past is told nobody; of a guest nothing is kept either way. */
    void withdrawn(Conference conference, Invitation invitation) {
        if (conference.heldOn().isBefore(store.today())) {
            guests.forget(invitation.id());
            return;
        }
        if (invitation.unitId() == null) {
            guest(invitation)
                    .ifPresent(guest ->
                            guests.takeBack(notice("CONFERENCE_UNINVITED", conference, invitation.seasonId()), guest));
            return;
        }
        tell("CONFERENCE_UNINVITED", conference, List.of(invitation));
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
        tell("CONFERENCE_CHANGED", after, store.told(after.id()));
    }

    private void tell(String code, Conference conference, List<Invitation> invited) {
        invited.stream().collect(Collectors.groupingBy(Invitation::seasonId)).forEach((season, told) -> {
            var notice = notice(code, conference, season);
            notices.tell(
                    notice,
                    told.stream()
                            .map(Invitation::unitId)
                            .filter(Objects::nonNull)
                            .toList(),
                    PEOPLE);
            guests.tell(
                    notice, told.stream().flatMap(one -> guest(one).stream()).toList());
        });
    }

    private static Notices.Notice notice(String code, Conference conference, UUID season) {
        var hour = conference.startsAt() == null ? "" : HourOfDay.shown(conference.startsAt()) + " ";
        var words = "%s%s, %s – %s"
                .formatted(hour, DAY.format(conference.heldOn()), conference.place(), conference.title());
        return new Notices.Notice(season, code, conference.id(), words, conference.heldOn(), conference.version());
    }

    private static Optional<GuestLetters.Guest> guest(Invitation invitation) {
        return invitation.name() == null || invitation.email() == null
                ? Optional.empty()
                : Optional.of(new GuestLetters.Guest(invitation.id(), invitation.name(), invitation.email()));
    }
}
