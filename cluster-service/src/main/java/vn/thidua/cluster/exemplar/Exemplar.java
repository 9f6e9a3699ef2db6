package vn.thidua.cluster.exemplar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An example found by a unit (điển hình tiên tiến), without its words: this is all that the audit learns of it.
 *
 * @param movementId the movement in which it was found, or null
 * @param personId the subject, when the platform knows it
 * @param fileId its picture, or null
 * @param consentOn the day on which the subject agreed to be published, or null
 */
record Exemplar(
        UUID id,
        UUID unitId,
        State state,
        @Nullable UUID movementId,
        Subject subject,
        @Nullable UUID personId,
        @Nullable String field,
        Level level,
        int year,
        @Nullable UUID fileId,
        @Nullable LocalDate consentOn,
        long version) {
    enum State {
        PROPOSED,
        VERIFIED,
        PUBLISHED,
        REFUSED,
        /** Taken back, with its reason; of a person or a household nothing is left then. */
        WITHDRAWN
    }

    enum Subject {
        PERSON,
        COLLECTIVE,
        HOUSEHOLD
    }

    /** Where it is an example. */
    enum Level {
        CENTRAL,
        PROVINCE,
        CLUSTER,
        UNIT
    }

    /**
     * What is told, and of whom. It stands in one row, where it can be emptied, and nowhere else.
     *
     * @param name null of a person whom the platform knows
     * @param place where a household lives
     * @param story paragraphs of plain text
     */
    record Words(@Nullable String name, @Nullable String place, String title, String story) {}

    Exemplar at(State next) {
        return new Exemplar(
                id, unitId, next, movementId, subject, personId, field, level, year, fileId, consentOn, version + 1);
    }

    Exemplar consented(LocalDate day) {
        return new Exemplar(
                id, unitId, state, movementId, subject, personId, field, level, year, fileId, day, version + 1);
    }

    Exemplar withdrawn() {
        var gone = at(State.WITHDRAWN);
        return subject == Subject.COLLECTIVE
                ? gone
                : new Exemplar(
                        id,
                        unitId,
                        State.WITHDRAWN,
                        movementId,
                        subject,
                        null,
                        field,
                        level,
                        year,
                        null,
                        consentOn,
                        gone.version());
    }

    boolean mayBePublished() {
        return subject == Subject.COLLECTIVE || consentOn != null;
    }
}
