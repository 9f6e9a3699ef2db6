package vn.thidua.cluster.person;

import java.util.List;
import java.util.Set;
import vn.thidua.kit.problem.FieldError;

/** What becomes of a row of a table of people. */
sealed interface PersonTableFate {
    enum Effect {
        /** Somebody new is registered. */
        REGISTERED,
        /** What is known of somebody changes. */
        CHANGED,
        /** A mandate is granted. */
        GRANTED,
        /** An account is asked for. */
        ASKED
    }

    /** @param effects none when it says what is so already */
    record Right(Set<Effect> effects) implements PersonTableFate {
        public Right {
            effects = Set.copyOf(effects);
        }
    }

    /** @param errors pointers are {@code /field} */
    record Refused(List<FieldError> errors) implements PersonTableFate {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
