package vn.thidua.cluster.message;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Role;

/** Tells units at once what somebody just did, by the ways on which letters go out. */
@Component
public class Notices {
    /**
     * Something units are told.
     *
     * @param seasonId in whose course
     * @param code names the words, {@code {0}} in which is the title
     * @param aboutId of what it is about
     * @param day on which it is
     * @param edition from 1 on; a unit is told the same edition once
     */
    public record Notice(UUID seasonId, String code, UUID aboutId, String title, LocalDate day, long edition) {
        private static final int LONGEST_TITLE = 500;

        String shortTitle() {
            return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
        }
    }

    private final MessageStore store;
    private final Channels channels;

    Notices(MessageStore store, Channels channels) {
        this.store = store;
        this.channels = channels;
    }

    /** Tells the people in office there today, in the transaction that makes it so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice, Collection<UUID> units, Set<Role> roles) {
        var names = roles.stream().map(Role::name).collect(Collectors.toSet());
        store.remind(
                units.stream()
                        .map(unit -> new Reminder(
                                notice.seasonId(),
                                notice.code(),
                                unit,
                                names,
                                notice.aboutId(),
                                notice.shortTitle(),
                                notice.day(),
                                Stage.NEW,
                                notice.edition()))
                        .toList(),
                channels);
    }
}
