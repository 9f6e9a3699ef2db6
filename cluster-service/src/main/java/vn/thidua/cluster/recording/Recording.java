package vn.thidua.cluster.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
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

    /** Something signed, voted or closed stands on the record; {@code standing} tells what. */
    public static final ProblemType RELIED_ON = new ProblemType("record-relied-on", HttpStatus.CONFLICT);

    /** What stands on a record. */
    public record Standing(String what, UUID id) {}

    /** Takes back what was recorded wrongly. */
    public record RecordWithdrawal(
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private Recording() {}

    /**
     * Refuses to change what something stands on.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 unless nothing does
     */
    public static void requireFree(List<Standing> standing) {
        if (!standing.isEmpty()) {
            throw Problem.of(RELIED_ON)
                    .with(
                            "standing",
                            standing.stream()
                                    .map(s -> Map.of("what", s.what(), "id", s.id().toString()))
                                    .toList())
                    .asException();
        }
    }

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
