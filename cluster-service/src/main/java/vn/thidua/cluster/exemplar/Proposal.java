package vn.thidua.cluster.exemplar;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.exemplar.Exemplar.Level;
import vn.thidua.cluster.exemplar.Exemplar.Subject;
import vn.thidua.cluster.exemplar.Exemplar.Words;

/**
 * What a unit says of its exemplar.
 *
 * @param personId the subject, when the platform knows it
 */
record Proposal(
        @Nullable UUID movementId,
        Subject subject,
        @Nullable UUID personId,
        @Nullable String field,
        Level level,
        int year,
        @Nullable UUID fileId,
        Words words) {
    /** What does not go with the subject: the field, and the code of what is wrong with it. */
    record Wrong(String field, String code) {}

    Optional<Wrong> wrong() {
        return Optional.ofNullable(firstWrong());
    }

    private @Nullable Wrong firstWrong() {
        var known = personId != null;
        if (known && subject != Subject.PERSON) {
            return new Wrong("/personId", "not-for-subject");
        }
        if (known && words.name() != null) {
            return new Wrong("/name", "one-name");
        }
        if (!known && words.name() == null) {
            return new Wrong("/name", "required");
        }
        if (subject == Subject.HOUSEHOLD) {
            return words.place() == null ? new Wrong("/place", "required") : null;
        }
        return words.place() == null ? null : new Wrong("/place", "not-for-subject");
    }

    /** The exemplar it makes, or makes of the one there is. */
    Exemplar of(UUID id, UUID unitId, long version) {
        return new Exemplar(
                id,
                unitId,
                Exemplar.State.PROPOSED,
                movementId,
                subject,
                personId,
                field,
                level,
                year,
                fileId,
                null,
                version);
    }
}
