package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Part;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms.Grade;
import vn.thidua.indicator.scoresheet.Terms.KnockOut;
import vn.thidua.indicator.scoresheet.Terms.Measured;
import vn.thidua.indicator.scoresheet.Terms.Prize;
import vn.thidua.indicator.scoresheet.Terms.TieBreak;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

/** Sheets made by chance that say everything a sheet can say; they need not make sense, only be written and read. */
final class EveryRule {
    private static final List<String> NAMES = List.of(
            "Thu ngân sách",
            "=1+1",
            "+84 912",
            "-5% so với kế hoạch",
            "@SUM(A1)",
            "=cmd|' /C calc'!A0",
            "12",
            "1.5",
            "Có",
            "x",
            "<b>&amp;\"ngoặc\"</b>",
            "dòng một\ndòng hai",
            "hai  khoảng trắng");

    private final Random random;

    EveryRule(long seed) {
        this.random = new Random(seed);
    }

    /** With every kind of rule among its criteria. */
    Sheet sheet() {
        var groups = new ArrayList<Group>();
        var types = new ArrayList<>(List.of(RuleType.values()));
        Collections.shuffle(types, random);
        for (int from = 0; from < types.size(); from += 5) {
            var criteria = new ArrayList<Criterion>();
            for (var type : types.subList(from, Math.min(types.size(), from + 5))) {
                criteria.add(criterion(groups.size() + "." + criteria.size(), type));
            }
            groups.add(new Group(code(groups.size()), name(), number(), number(), criteria, maybe(this::part)));
        }
        return new Sheet(
                number(),
                any(BonusPlace.values()),
                any(NotApplicable.values()),
                any(Plan.values()),
                random.nextBoolean(),
                new Rounding(any(RoundedAt.values()), random.nextInt(7), any(RoundingMode.values())),
                groups,
                terms(),
                some(() -> new Part(part(), name(), number(), maybe(this::part))));
    }

    Criterion criterion(String code, RuleType type) {
        return new Criterion(
                code,
                name(),
                number(),
                maybe(UUID::randomUUID),
                rule(type),
                some(() -> new Input(code(0), name(), maybe(UUID::randomUUID), random.nextBoolean())),
                some(this::when),
                some(UUID::randomUUID).stream().sorted().toList(),
                some(this::variant),
                Stream.of(Period.Kind.values())
                        .filter(_ -> random.nextBoolean())
                        .toList());
    }

    private Variant variant() {
        return new Variant(some(UUID::randomUUID), name(), number(), maybe(() -> rule(any(RuleType.values()))));
    }

    private ScoringRule rule(RuleType type) {
        return switch (type) {
            case PROPORTIONAL ->
                new ScoringRule.Proportional(
                        any(Of.values()),
                        maybe(this::number),
                        maybe(this::number),
                        maybe(this::number),
                        maybe(this::slope));
            case PER_PERCENT ->
                new ScoringRule.PerPercent(
                        any(Of.values()),
                        maybe(this::number),
                        maybe(this::number),
                        maybe(this::slope),
                        maybe(this::slope));
            case LADDER -> new ScoringRule.Ladder(any(Of.values()), some(this::rung));
            case YES_NO -> new ScoringRule.YesNo(number(), number());
            case DAYS_LATE -> new ScoringRule.DaysLate(some(this::step));
            case COUNT -> new ScoringRule.Count(some(this::step));
            case CHOICE -> new ScoringRule.Choice(some(() -> new ScoringRule.Option(bound(), name(), number())));
            case BONUS ->
                new ScoringRule.Bonus(
                        any(Of.values()), bound(), bound(), number(), maybe(this::number), random.nextBoolean());
            case PENALTY ->
                new ScoringRule.Penalty(
                        any(Of.values()), bound(), bound(), number(), maybe(this::number), random.nextBoolean());
            case FIXED -> new ScoringRule.Fixed(number());
            case GIVEN -> new ScoringRule.Given();
            case CONDITIONS ->
                new FurtherRule.Conditions(
                        some(() -> new FurtherRule.Case(name(), list(1 + random.nextInt(2), this::when), number())),
                        maybe(() -> any(Overlap.values())));
            case DEDUCTION -> new FurtherRule.Deduction(any(Of.values()), maybe(this::number), some(this::rung));
            case AGENCY_PENALTY -> new FurtherRule.AgencyPenalty(number());
            case AWARD_BONUS ->
                new FurtherRule.AwardBonus(
                        some(() -> new FurtherRule.Level(code(1), number())), any(Stacking.values()));
            case WORKLOAD_BONUS -> new FurtherRule.WorkloadBonus(any(Of.values()), bound(), some(this::rung));
            case OVER_FULFILMENT ->
                new FurtherRule.OverFulfilment(any(Of.values()), number(), maybe(this::number), any(Reading.values()));
            case GIVEN_BONUS -> new FurtherRule.GivenBonus();
        };
    }

    private Terms terms() {
        return new Terms(
                maybe(() -> any(Unmatched.values())),
                some(() -> new KnockOut(
                        code(2),
                        name(),
                        code(3),
                        any(Measured.values()),
                        range(),
                        some(() -> code(random.nextInt(9))))),
                some(() -> new Grade(
                        code(4), name(), range(), maybe(this::percent), maybe(this::percent), random.nextBoolean())),
                some(() -> new Prize(code(5), name(), 1 + random.nextInt(1000))),
                some(() -> new TieBreak(code(random.nextInt(9)))));
    }

    private When when() {
        return new When(any(Input.VALUE, code(1)), range());
    }

    private Range range() {
        return new Range(maybe(this::bound), random.nextBoolean(), maybe(this::bound), random.nextBoolean());
    }

    private Rung rung() {
        return new Rung(maybe(this::bound), random.nextBoolean(), maybe(this::bound), random.nextBoolean(), number());
    }

    private Step step() {
        return new Step(maybe(this::bound), number());
    }

    private Slope slope() {
        return new Slope(number(), number(), random.nextBoolean());
    }

    /** Some are there and some not, and some may lie in each other. */
    private String part() {
        return any("A", "A.1", "1", "1.10", "B-2");
    }

    private String code(int number) {
        return any("I", "1", "1.10", "A-", "x") + number;
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    /** As many digits as points may have: nine before the sign and six after it. */
    private BigDecimal number() {
        return Decimals.plain(BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000L), 6));
    }

    private BigDecimal bound() {
        return Decimals.plain(BigDecimal.valueOf(random.nextLong(-999_999_999_999_999L, 999_999_999_999_999L), 3));
    }

    private BigDecimal percent() {
        return Decimals.plain(BigDecimal.valueOf(random.nextInt(100_000), 3));
    }

    private <T> @Nullable T maybe(Supplier<T> supplier) {
        return random.nextBoolean() ? supplier.get() : null;
    }

    private <T> List<T> some(Supplier<T> supplier) {
        return list(random.nextInt(4), supplier);
    }

    private static <T> List<T> list(int count, Supplier<T> supplier) {
        return IntStream.range(0, count).mapToObj(_ -> supplier.get()).toList();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
