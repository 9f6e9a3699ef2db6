package vn.thidua.indicator.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.kit.problem.FieldError;

/** Judges what an indicator's levels are called. */
final class Levels {
    /** In a cell of a spreadsheet these mean something else than a level. */
    private static final Set<String> OTHERWISE_MEANT = Set.of("không áp dụng", "kad", "(xoá)", "(xóa)");

    private Levels() {}

    /**
     * What speaks against these levels. A level may be called something else and others may follow on top, but none falls away or
     * changes its place: numbers that were reported are places among them.
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
        var before = present.levels().stream().map(Measure::key).toList();
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<String>();
        for (int i = 0; i < levels.size(); i++) {
            var name = Measure.key(levels.get(i));
            var stood = before.indexOf(name);
            if (!seen.add(name)) {
                errors.add(FieldError.of("/levels/" + i, "taken"));
            } else if (OTHERWISE_MEANT.contains(name)) {
                errors.add(FieldError.of("/levels/" + i, "level-reserved"));
            } else if (stood >= 0 && stood != i) {
                errors.add(FieldError.of("/levels/" + i, "level-moved", stood + 1));
            }
        }
        return errors;
    }
}
