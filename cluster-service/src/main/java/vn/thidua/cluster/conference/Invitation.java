package vn.thidua.cluster.conference;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is invited to a conference: a unit, or a guest by name.
 *
 * @param seasonId in whose course the unit is told
 * @param name of a guest, or null
 * @param email to which a guest is written, or null
 * @param answer null while nobody answered
 */
record Invitation(
        UUID id,
        UUID conferenceId,
        UUID seasonId,
        @Nullable UUID unitId,
        @Nullable String name,
        @Nullable String email,
        @Nullable Answer answer,
        long version) {
    enum Coming {
        COMES,
        SENDS,
        CANNOT
    }

    /**
     * What the invited say.
     *
     * @param delegate who is sent, or null
     * @param delegateOffice of whom is sent, or null
     * @param reason why nobody comes, or null
     */
    record Answer(
            Coming coming,
            @Nullable String delegate,
            @Nullable String delegateOffice,
            @Nullable String reason) {}

    /** A unit that is to be invited. */
    record Unit(UUID unitId, Conference.Capacity capacity) {}

    /** A guest that is to be invited; told by letter where there is an address. */
    record Guest(
            String name, @Nullable String office, @Nullable String email, Conference.Capacity capacity) {}
}
