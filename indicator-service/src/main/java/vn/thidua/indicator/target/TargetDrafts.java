package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.kit.problem.FieldError;

/** Makes targets of what callers give, each judged by itself. */
final class TargetDrafts {
    /**
     * One row as a caller gives it; no unit of measure means the indicator's own.
     *
     * @param portions null leaves them as they are
     * @param items null leaves them as they are
     */
    record Given(
            UUID unitId,
            UUID indicatorId,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable String unitOfMeasure,
            @Nullable List<Target.Portion> portions,
            @Nullable List<String> items) {
        boolean keepsSomething() {
            return portions == null || items == null;
        }

        Answers.Numbers numbers() {
            return new Answers.Numbers(assigned, registered, lastYear, portions == null ? List.of() : portions);
        }

        /** The same with that number of last year, in that unit of measure. */
        Given measured(@Nullable BigDecimal newLastYear, @Nullable String newUnitOfMeasure) {
            return new Given(unitId, indicatorId, assigned, registered, newLastYear, newUnitOfMeasure, portions, items);
        }
    }

    /**
     * @param counted whether the indicator's numbers are counts that people report
     * @param answers what stands for its numbers; null where they are numbers
     */
    record Measured(Units units, boolean counted, @Nullable Answers answers) {}

    private TargetDrafts() {}

    /** What speaks against a row, whatever stands there now. */
    static List<FieldError> faults(Given row, Measured measured, String at) {
        var units = measured.units();
        if (row.unitOfMeasure() != null && units.named(row.unitOfMeasure()) == null) {
            return List.of(FieldError.of(
                    at + "/unitOfMeasure", "unit-unknown", units.names(), row.unitOfMeasure(), units.base()));
        }
        var errors = new ArrayList<FieldError>();
        requireKept(errors, at + "/assigned", row.assigned(), row, units);
        requireKept(errors, at + "/registered", row.registered(), row, units);
        requireKept(errors, at + "/lastYear", row.lastYear(), row, units);
        if (row.portions() != null) {
            var seen = new HashSet<Target.Part>();
            for (int i = 0; i < row.portions().size(); i++) {
                var portion = row.portions().get(i);
                var here = at + "/portions/" + i;
                if (!seen.add(portion.periodKind())) {
                    errors.add(FieldError.of(here + "/periodKind", "taken"));
                }
                requireKept(errors, here + "/assigned", portion.assigned(), row, units);
                requireKept(errors, here + "/registered", portion.registered(), row, units);
            }
        }
        if (row.items() != null) {
            items(errors, row.items(), measured, at + "/items");
        }
        return errors;
    }

    private static void items(List<FieldError> errors, List<String> items, Measured measured, String at) {
        if (!items.isEmpty() && !measured.counted()) {
            errors.add(FieldError.of(at, "items-not-counted"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i).toLowerCase(Locale.ROOT))) {
                errors.add(FieldError.of(at + "/" + i, "taken"));
            }
        }
    }

    private static void requireKept(
            List<FieldError> errors, String pointer, @Nullable BigDecimal number, Given row, Units units) {
        if (number != null && !(units.read(number, row.unitOfMeasure()) instanceof Units.Read.Amount)) {
            errors.add(FieldError.of(pointer, "range"));
        }
    }

    /**
     * The target as it will stand. It stays as printed; the unit is one of the indicator's, so that reports can be held against it.
     *
     * @param present what stands there now, or null
     * @param errors takes what speaks against it
     */
    static Target target(Given row, Measured measured, @Nullable Target present, String at, List<FieldError> errors) {
        var printed = row.unitOfMeasure() == null ? null : measured.units().named(row.unitOfMeasure());
        var unit = printed == null ? measured.units().base() : printed;
        var items = row.items() != null ? row.items() : present == null ? List.<String>of() : present.items();
        var registered = Decimals.plainOrNull(row.registered());
        if (!items.isEmpty()) {
            var count = BigDecimal.valueOf(items.size());
            if (registered != null && registered.compareTo(count) != 0) {
                errors.add(FieldError.of(at + "/registered", "items-counted", items.size()));
            }
            if (!unit.equals(measured.units().base())) {
                errors.add(FieldError.of(
                        at + "/unitOfMeasure",
                        "items-own-unit",
                        measured.units().base()));
            }
            registered = count;
        }
        if (measured.answers() != null) {
            measured.answers().check(errors, at, row.numbers(), numbers(present));
        }
        return new Target(
                row.unitId(),
                row.indicatorId(),
                Decimals.plainOrNull(row.assigned()),
                registered,
                Decimals.plainOrNull(row.lastYear()),
                unit,
                row.portions() != null ? plain(row.portions()) : present == null ? List.of() : present.portions(),
                items,
                1);
    }

    private static Answers.Numbers numbers(@Nullable Target present) {
        return present == null
                ? Answers.Numbers.NONE
                : new Answers.Numbers(present.assigned(), present.registered(), present.lastYear(), present.portions());
    }

    /** Those that say something, the earlier first. */
    static List<Target.Portion> plain(List<Target.Portion> portions) {
        return portions.stream()
                .map(portion -> new Target.Portion(
                        portion.periodKind(),
                        Decimals.plainOrNull(portion.assigned()),
                        Decimals.plainOrNull(portion.registered())))
                .filter(portion -> portion.assigned() != null || portion.registered() != null)
                .sorted(Comparator.comparing(Target.Portion::periodKind))
                .toList();
    }
}
