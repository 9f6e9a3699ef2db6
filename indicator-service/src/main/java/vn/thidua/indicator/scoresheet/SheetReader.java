package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNullElse;
import static vn.thidua.indicator.canonical.Decimals.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Option;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.SheetBody.Content;
import vn.thidua.indicator.scoresheet.SheetBody.CriterionBody;
import vn.thidua.indicator.scoresheet.SheetBody.GroupBody;
import vn.thidua.indicator.scoresheet.SheetBody.RuleBody;
import vn.thidua.indicator.scoresheet.SheetBody.RuleType;
import vn.thidua.indicator.scoresheet.SheetBody.SlopeBody;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** Reads a sheet from its JSON form, with every default put in; refuses rules with fields missing or fields of another kind. */
final class SheetReader {
    private static final Map<RuleType, Set<String>> FIELDS = new EnumMap<>(Map.ofEntries(
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
            Map.entry(RuleType.GIVEN, Set.of())));
    private static final Map<RuleType, Set<String>> REQUIRED = new EnumMap<>(Map.of(
            RuleType.LADDER, Set.of("of", "rungs"),
            RuleType.YES_NO, Set.of("points"),
            RuleType.DAYS_LATE, Set.of("steps"),
            RuleType.COUNT, Set.of("steps"),
            RuleType.CHOICE, Set.of("options"),
            RuleType.BONUS, Set.of("per", "points"),
            RuleType.PENALTY, Set.of("per", "points"),
            RuleType.FIXED, Set.of("points")));

    private final List<FieldError> errors = new ArrayList<>();

    private SheetReader() {}

    /** @throws vn.thidua.kit.problem.ProblemException 422 naming every rule that is not complete */
    static Sheet read(Content body) {
        var reader = new SheetReader();
        reader.check(body);
        if (!reader.errors.isEmpty()) {
            throw Problem.invalid(reader.errors).asException();
        }
        return new Sheet(
                plain(body.maximum()),
                requireNonNullElse(body.bonus(), BonusPlace.INSIDE),
                requireNonNullElse(body.notApplicable(), NotApplicable.EXCLUDE),
                requireNonNullElse(body.plan(), Plan.REGISTERED_ELSE_ASSIGNED),
                requireNonNullElse(body.belowZero(), false),
                new Rounding(
                        requireNonNullElse(body.rounding().at(), RoundedAt.CRITERION),
                        body.rounding().scale(),
                        body.rounding().mode()),
                body.groups().stream().map(SheetReader::group).toList());
    }

    private void check(Content body) {
        for (int g = 0; g < body.groups().size(); g++) {
            var criteria = body.groups().get(g).criteria();
            for (int c = 0; c < criteria.size(); c++) {
                rule(
                        "/groups/%d/criteria/%d/rule".formatted(g, c),
                        criteria.get(c).rule());
            }
        }
    }

    private void rule(String at, RuleBody body) {
        var allowed = Objects.requireNonNull(FIELDS.get(body.type()));
        var required = REQUIRED.getOrDefault(body.type(), Set.of());
        fields(body).forEach((name, value) -> {
            if (value != null && !allowed.contains(name)) {
                errors.add(FieldError.of(
                        at + "/" + name, "not-of-this-rule", body.type().name()));
            } else if (value == null && required.contains(name)) {
                errors.add(FieldError.of(at + "/" + name, "required"));
            }
        });
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
        return fields;
    }

    private static Group group(GroupBody body) {
        return new Group(
                body.code(),
                body.name().strip(),
                plain(body.maximum()),
                body.bonusMaximum() == null ? BigDecimal.ZERO : plain(body.bonusMaximum()),
                body.criteria().stream().map(SheetReader::criterion).toList());
    }

    private static Criterion criterion(CriterionBody body) {
        return new Criterion(
                body.code(), body.name().strip(), plain(body.maximum()), body.indicatorId(), rule(body.rule()));
    }

    private static ScoringRule rule(RuleBody body) {
        return switch (body.type()) {
            case PROPORTIONAL ->
                new ScoringRule.Proportional(
                        of(body, Of.PERCENT_OF_PLAN),
                        plainOrNull(body.points()),
                        plainOrNull(body.floor()),
                        plainOrNull(body.cap()),
                        slope(body.over()));
            case PER_PERCENT ->
                new ScoringRule.PerPercent(
                        of(body, Of.PERCENT_OF_PLAN),
                        plainOrNull(body.points()),
                        plainOrNull(body.floor()),
                        slope(body.under()),
                        slope(body.over()));
            case LADDER -> new ScoringRule.Ladder(of(body, Of.PERCENT_OF_PLAN), rungs(body));
            case YES_NO ->
                new ScoringRule.YesNo(
                        plain(given(body.points())),
                        body.otherwise() == null ? BigDecimal.ZERO : plain(body.otherwise()));
            case DAYS_LATE -> new ScoringRule.DaysLate(steps(body));
            case COUNT -> new ScoringRule.Count(steps(body));
            case CHOICE ->
                new ScoringRule.Choice(given(body.options()).stream()
                        .map(option ->
                                new Option(plain(option.value()), option.name().strip(), plain(option.points())))
                        .toList());
            case BONUS ->
                new ScoringRule.Bonus(
                        of(body, Of.VALUE),
                        body.from() == null ? BigDecimal.ZERO : plain(body.from()),
                        plain(given(body.per())),
                        plain(given(body.points())),
                        plainOrNull(body.cap()),
                        requireNonNullElse(body.whole(), true));
            case PENALTY ->
                new ScoringRule.Penalty(
                        of(body, Of.VALUE),
                        body.from() == null ? BigDecimal.ZERO : plain(body.from()),
                        plain(given(body.per())),
                        plain(given(body.points())),
                        plainOrNull(body.cap()),
                        requireNonNullElse(body.whole(), true));
            case FIXED -> new ScoringRule.Fixed(plain(given(body.points())));
            case GIVEN -> new ScoringRule.Given();
        };
    }

    private static Of of(RuleBody body, Of otherwise) {
        return requireNonNullElse(body.of(), otherwise);
    }

    private static @Nullable Slope slope(@Nullable SlopeBody body) {
        return body == null
                ? null
                : new Slope(plain(body.per()), plain(body.points()), requireNonNullElse(body.whole(), false));
    }

    private static List<Rung> rungs(RuleBody body) {
        return given(body.rungs()).stream()
                .map(rung -> new Rung(
                        plainOrNull(rung.from()),
                        requireNonNullElse(rung.fromInclusive(), true),
                        plainOrNull(rung.to()),
                        requireNonNullElse(rung.toInclusive(), false),
                        plain(rung.points())))
                .toList();
    }

    private static List<Step> steps(RuleBody body) {
        return given(body.steps()).stream()
                .map(step -> new Step(plainOrNull(step.upTo()), plain(step.points())))
                .toList();
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "checked before");
    }

    private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : plain(number);
    }
}
