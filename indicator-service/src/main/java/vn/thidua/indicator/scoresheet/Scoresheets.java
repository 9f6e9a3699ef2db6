package vn.thidua.indicator.scoresheet;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Gives other features the sheets. */
@Component
public class Scoresheets {
    private final ScoresheetStore store;

    Scoresheets(ScoresheetStore store) {
        this.store = store;
    }

    /** Frozen or still a draft. */
    public Optional<Scoresheet> find(UUID id) {
        return store.find(id);
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 when there is none, 409 while it is a draft */
    public Scoresheet frozen(UUID id) {
        var found = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (found.status() != Scoresheet.Status.FROZEN) {
            throw Problem.because(ProblemType.CONFLICT, "scoresheet-not-frozen").asException();
        }
        return found;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 409 for a draft that could not be frozen as it is */
    public void requireCountable(Scoresheet scoresheet) {
        if (scoresheet.status() == Scoresheet.Status.DRAFT) {
            var sheet = scoresheet.sheet();
            if (!SheetCheck.of(sheet, store.kinds(ScoresheetService.indicators(sheet)))
                    .isEmpty()) {
                throw Problem.because(ProblemType.CONFLICT, "scoresheet-unfinished")
                        .asException();
            }
        }
    }
}
