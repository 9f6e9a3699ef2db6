package vn.thidua.cluster.recording;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Refusals that everything recorded shares. */
public final class Recording {
    /** The same thing is there already; {@code existingId} tells which, so that whoever loads data twice can go on. */
    public static final ProblemType ALREADY_RECORDED = new ProblemType("already-recorded", HttpStatus.CONFLICT);

    private Recording() {}

    public static Problem already(UUID existingId) {
        return Problem.of(ALREADY_RECORDED).with("existingId", existingId.toString());
    }

    /**
     * The origin a request names.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when a document is said to say it but is not named
     */
    public static Origin origin(Provenance provenance, @Nullable String source) {
        if (provenance == Provenance.IN_DOCUMENT && source == null) {
            throw Problem.invalid(FieldError.of("/source", "required")).asException();
        }
        return new Origin(provenance, source);
    }

    /** Refuses a change of what a record was founded with. */
    public static void requireSame(String pointer, Object fixed, Object sent) {
        if (!fixed.equals(sent)) {
            throw Problem.invalid(FieldError.of(pointer, "fixed")).asException();
        }
    }
}
