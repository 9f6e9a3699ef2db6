package vn.thidua.indicator.scoresheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.SheetBody.RuleBody;
import vn.thidua.kit.problem.FieldError;

/** Which fields each kind of rule has, and which of them it cannot do without. */
final class RuleFields {
    private static final Map<RuleType, Set<String>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(RuleType.PROPORTIONAL, Set.of("of", "points", "floor", "cap", "over")),
            Map.entry(RuleType.PER_PERCENT, Set.of("of", "points", "floor", "under", "over")),
            Map.entry(RuleType.LADDER, Set.of("of", "rungs")),
            Map.entry(RuleType.YES_NO, Set.of("points", "otherwise")),
            Map.entry(RuleType.DAYS_LATE, Set.of("steps")),
            Map.entry(RuleType.COUNT, Set.of("steps")),
            Map.entry(RuleType.CHOICE, Set.of("options")),
            Map.entry(RuleType.BONUS, Set.of("of", "from", "per", "points", "cap", "whole")),
            Map.entry(RuleType.PENALTY, Set.of("of", "from", "per", "points", "cap", "whole")),
            Map.entry(RuleType.FIXED, Set.of("points")),
            Map.entry(RuleType.GIVEN, Set.of()),
            Map.entry(RuleType.CONDITIONS, Set.of("cases", "overlap")),
            Map.entry(RuleType.DEDUCTION, Set.of("of", "points", "rungs")),
            Map.entry(RuleType.AGENCY_PENALTY, Set.of("points")),
            Map.entry(RuleType.AWARD_BONUS, Set.of("levels", "stacking")),
            Map.entry(RuleType.WORKLOAD_BONUS, Set.of("of", "from", "rungs")),
            Map.entry(RuleType.OVER_FULFILMENT, Set.of("of", "points", "cap", "reading")),
            Map.entry(RuleType.GIVEN_BONUS, Set.of())));
    private static final Map<RuleType, Set<String>> REQUIRED = new EnumMap<>(Map.ofEntries(
            Map.entry(RuleType.LADDER, Set.of("of", "rungs")),
            Map.entry(RuleType.YES_NO, Set.of("points")),
            Map.entry(RuleType.DAYS_LATE, Set.of("steps")),
            Map.entry(RuleType.COUNT, Set.of("steps")),
            Map.entry(RuleType.CHOICE, Set.of("options")),
            Map.entry(RuleType.BONUS, Set.of("per", "points")),
            Map.entry(RuleType.PENALTY, Set.of("per", "points")),
            Map.entry(RuleType.FIXED, Set.of("points")),
            Map.entry(RuleType.CONDITIONS, Set.of("cases")),
            Map.entry(RuleType.DEDUCTION, Set.of("of", "rungs")),
            Map.entry(RuleType.AGENCY_PENALTY, Set.of("points")),
            Map.entry(RuleType.AWARD_BONUS, Set.of("levels", "stacking")),
            Map.entry(RuleType.WORKLOAD_BONUS, Set.of("of", "from", "rungs")),
            Map.entry(RuleType.OVER_FULFILMENT, Set.of("points", "reading"))));

    private RuleFields() {}

    /** Whether a kind of rule, by its name, cannot do without the field. */
    static boolean isRequired(String type, String field) {
        return REQUIRED.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().name().equals(type) && each.getValue().contains(field));
    }

    /** What is missing in a rule, and what does not belong to it. */
    static List<FieldError> errors(String at, RuleBody body) {
        var allowed = Objects.requireNonNull(ALLOWED.get(body.type()));
        var required = REQUIRED.getOrDefault(body.type(), Set.of());
        var errors = new ArrayList<FieldError>();
        fields(body).forEach((name, value) -> {
            if (value != null && !allowed.contains(name)) {
                errors.add(FieldError.of(
                        at + "/" + name, "not-of-this-rule", body.type().name()));
            } else if (value == null && required.contains(name)) {
                errors.add(FieldError.of(at + "/" + name, "required"));
            }
        });
        return errors;
    }

    private static Map<String, @Nullable Object> fields(RuleBody body) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("of", body.of());
        fields.put("points", body.points());
        fields.put("floor", body.floor());
        fields.put("cap", body.cap());
        fields.put("under", body.under());
        fields.put("over", body.over());
        fields.put("rungs", body.rungs());
        fields.put("steps", body.steps());
        fields.put("options", body.options());
        fields.put("otherwise", body.otherwise());
        fields.put("from", body.from());
        fields.put("per", body.per());
        fields.put("whole", body.whole());
        fields.put("cases", body.cases());
        fields.put("overlap", body.overlap());
        fields.put("levels", body.levels());
        fields.put("stacking", body.stacking());
        fields.put("reading", body.reading());
        return fields;
    }
}
