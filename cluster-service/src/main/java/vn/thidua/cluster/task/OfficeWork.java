package vn.thidua.cluster.task;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.security.Caller;

/**
 * What waits for a caller because of an office over units, however far below: it is nobody's turn in particular, and whoever comes
 * first does it. Every bean of this type is asked.
 */
public interface OfficeWork {
    /**
     * One thing that the caller may do.
     *
     * @param unitId whose matter it is
     * @param aboutId what it is about, such as an exemplar
     * @param title of what it is about
     * @param dueOn its last day, or null where nobody said one
     */
    record Waiting(
            String code,
            UUID unitId,
            UUID aboutId,
            String title,
            @Nullable LocalDate dueOn) {}

    /** At most so many, what waits longest first. */
    List<Waiting> waitingFor(Caller caller, int limit);
}
