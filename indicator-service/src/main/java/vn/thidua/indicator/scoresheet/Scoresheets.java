package vn.thidua.indicator.scoresheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.SheetBody.CriterionBody;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Gives other features the sheets. */
@Component
public class Scoresheets {
    /** Who writes a sheet at the organiser, besides the people of the head. */
    public static final Permission WRITE = Permission.of("indicators.write", "ADMINISTRATOR", "STANDING_OFFICER");

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
            if (!findings(scoresheet.sheet()).isEmpty()) {
                throw Problem.because(ProblemType.CONFLICT, "scoresheet-unfinished")
                        .asException();
            }
        }
    }

    /** The kinds of value of those of its indicators that are in a catalogue. */
    public Map<UUID, ValueKind> kinds(Sheet sheet) {
        return store.kinds(ScoresheetService.indicators(sheet));
    }

    /** All that stands against freezing the sheet, with JSON Pointers into it. */
    public List<FieldError> findings(Sheet sheet) {
        return SheetCheck.of(sheet, kinds(sheet)).stream().map(Finding::error).toList();
    }

    /**
     * A criterion as it is being written.
     *
     * @param at JSON Pointer of the criterion
     * @throws vn.thidua.kit.problem.ProblemException 422 when its rule lacks a field, or has one of another rule
     */
    public Criterion criterion(String at, CriterionBody body) {
        return SheetReader.read(at, body);
    }
}
