package vn.thidua.indicator.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.kit.problem.FieldError;

/** Judges what an indicator's levels are called. */
final class Levels {
    private Levels() {}

    /**
     * What speaks against these levels. A level may be called something else and others may follow on top, but none falls away: numbers
     * that were reported are places among them.
     *
     * @param levels the lowest first
     */
    static List<FieldError> faults(ValueKind kind, List<String> levels, Measure present) {
        if (kind != ValueKind.LEVEL) {
            return levels.isEmpty() ? List.of() : List.of(FieldError.of("/levels", "levels-of-no-level"));
        }
        if (!Measure.fits(kind, levels)) {
            return List.of(FieldError.of("/levels", "levels-how-many", Measure.FEWEST_LEVELS, Measure.MOST_LEVELS));
        }
        if (levels.size() < present.levels().size()) {
            return List.of(
                    FieldError.of("/levels", "levels-fewer", present.levels().size()));
        }
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (int i = 0; i < levels.size(); i++) {
            if (!seen.add(Measure.key(levels.get(i)))) {
                errors.add(FieldError.of("/levels/" + i, "taken"));
            }
        }
        return errors;
    }
}
