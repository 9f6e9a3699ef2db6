package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.kit.problem.FieldError;

/** Cells of one report as somebody wants them, each judged by itself. */
final class Block {
    /** More than the largest report has. */
    static final int MOST = 500;

    enum Outcome {
        SAVED,
        /** That is what stands there already. */
        UNCHANGED,
        /** Somebody else wrote the cell since; what stands there is shown. */
        STALE,
        REFUSED
    }

    /**
     * What a cell is asked for.
     *
     * @param formula how it is computed; null where it is typed
     * @param items what can be reached by name; empty where the target is a plain number
     */
    record Asked(Measure measure, Units units, @Nullable String formula, List<String> items) {
        Asked {
            items = List.copyOf(items);
        }
    }

    /**
     * A cell as somebody wants it. What a block does not speak of stays: pasting numbers takes no evidence away.
     *
     * @param version of the cell that the author saw, 0 for an untouched one
     * @param value as typed
     * @param unit in which it is typed; null is the indicator's own
     * @param qualifier where the value is not stated exactly; null, as {@code EXACT}, where it is
     * @param reached names on the target's list; null where none are named
     * @param actuality null keeps what is there
     * @param keepsExplanation whether the explanation stays as it is; else {@code explanation} takes its place
     * @param evidence null keeps what is there
     */
    record Wanted(
            UUID indicatorId,
            long version,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable Qualifier qualifier,
            @Nullable List<String> reached,
            boolean notApplicable,
            Cell.@Nullable Actuality actuality,
            boolean keepsExplanation,
            @Nullable String explanation,
            @Nullable Set<UUID> evidence) {
        Wanted {
            qualifier = qualifier == Qualifier.EXACT ? null : qualifier;
        }

        /** The cell as it would be where {@code present} stands now, and what speaks against it. */
        Reading over(Cell present, Asked asked) {
            var faults = new ArrayList<Cell.Fault>();
            if (asked.formula() != null) {
                return beside(present, asked.formula());
            }
            var number = value;
            var named = reached;
            Units.Typed typed = null;
            if (!asked.items().isEmpty()) {
                // A number from before there was a list stays as it was said until somebody names what it counts.
                var unnamed = reached == null && present.reached() == null;
                if (qualifier != null && !(unnamed && qualifier == present.qualifier())) {
                    faults.add(Cell.Fault.of("/qualifier", "not-qualified"));
                }
                named = named(present, asked.items(), faults);
                number = named == null ? (value == null ? null : present.value()) : BigDecimal.valueOf(named.size());
            } else if (reached != null && !reached.isEmpty()) {
                faults.add(Cell.Fault.of("/reached", "no-items"));
            } else if (value != null) {
                switch (asked.units().read(value, unit)) {
                    case Units.Read.Amount(var normalised, var as) -> {
                        number = normalised;
                        typed = as;
                    }
                    case Units.Read.UnknownUnit(var accepted) ->
                        faults.add(Cell.Fault.of(
                                "/unitOfMeasure",
                                "unit-unknown",
                                accepted,
                                Objects.requireNonNull(unit),
                                asked.units().base()));
                    case Units.Read.OutOfRange() -> faults.add(Cell.Fault.of("/value", "range"));
                    case Units.Read.TooSmall() ->
                        faults.add(Cell.Fault.of(
                                "/value", "too-small-for-unit", asked.units().base()));
                }
            }
            var cell = new Cell(
                    number,
                    typed,
                    qualifier,
                    asked.items().isEmpty() ? null : named,
                    notApplicable,
                    actuality == null ? present.actuality() : actuality,
                    keepsExplanation ? present.explanation() : explanation,
                    evidence == null ? present.evidence() : evidence,
                    null);
            if (faults.isEmpty()) {
                faults.addAll(cell.faults(asked.measure()));
            }
            return new Reading(cell, faults);
        }

        /**
         * What was reached, in the order of the list; a number alone does not say what. Who sends the names as they were said leaves them,
         * also those that an amendment took off the list since; who sends others may only name what is on it.
         */
        private @Nullable List<String> named(Cell present, List<String> items, List<Cell.Fault> faults) {
            if (reached == null) {
                if (value == null) {
                    return null;
                }
                if (unit != null || !countsIn(present, items)) {
                    faults.add(Cell.Fault.of("/value", "name-items"));
                }
                return present.reached();
            }
            if (present.reached() != null && Set.copyOf(reached).equals(Set.copyOf(present.reached()))) {
                if (value != null && !countsIn(present, items)) {
                    faults.add(Cell.Fault.of(
                            "/value", "count-differs", present.reached().size()));
                }
                return present.reached();
            }
            for (var name : reached) {
                if (!items.contains(name)) {
                    faults.add(Cell.Fault.of("/reached", "item-unknown", name));
                }
            }
            var named = items.stream().filter(reached::contains).toList();
            if (value != null && value.compareTo(BigDecimal.valueOf(named.size())) != 0) {
                faults.add(Cell.Fault.of("/value", "count-differs", named.size()));
            }
            return named;
        }

        /** Whether the value is what stands there: as reported, or as what of it still counts. */
        private boolean countsIn(Cell present, List<String> items) {
            var counted = present.counted(items);
            return Decimals.same(value, present.value())
                    || (counted != null && Decimals.same(value, BigDecimal.valueOf(counted.size())));
        }

        /** What is computed stays; only what is said beside it is taken. */
        private Reading beside(Cell present, String formula) {
            var cell = new Cell(
                    present.value(),
                    null,
                    null,
                    null,
                    false,
                    present.actuality(),
                    keepsExplanation ? present.explanation() : explanation,
                    evidence == null ? present.evidence() : evidence,
                    present.computation());
            if (qualifier != null) {
                return new Reading(cell, List.of(Cell.Fault.of("/qualifier", "computed", formula)));
            }
            if (notApplicable) {
                return new Reading(cell, List.of(Cell.Fault.of("/notApplicable", "computed", formula)));
            }
            return value == null || (unit == null && Decimals.same(value, present.value()))
                    ? new Reading(cell, List.of())
                    : new Reading(cell, List.of(Cell.Fault.of("/value", "computed", formula)));
        }
    }

    /** @param faults with pointers into the cell, such as {@code /value} */
    record Reading(Cell cell, List<Cell.Fault> faults) {
        Reading {
            faults = List.copyOf(faults);
        }

        List<FieldError> errors() {
            return faults.stream()
                    .map(fault -> new FieldError(fault.pointer(), fault.code(), fault.arguments()))
                    .toList();
        }
    }

    /** @param errors with pointers into the cell, such as {@code /value} */
    record Judged(UUID indicatorId, Outcome outcome, List<FieldError> errors) {
        Judged {
            errors = List.copyOf(errors);
        }

        Judged(UUID indicatorId, Outcome outcome) {
            this(indicatorId, outcome, List.of());
        }
    }

    private Block() {}
}
