package vn.thidua.indicator.scoresheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Terms.Measured;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

/** How a sheet is written in JSON: over HTTP, and frozen. What is left out has the default named beside it. */
public final class SheetBody {
    private SheetBody() {}

    /**
     * @param bonus default INSIDE
     * @param notApplicable default EXCLUDE
     * @param plan default REGISTERED_ELSE_ASSIGNED
     * @param belowZero default false
     * @param unmatched default: a table with a gap is not frozen
     */
    record Content(
            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal maximum,

            @Nullable BonusPlace bonus,
            @Nullable NotApplicable notApplicable,
            @Nullable Plan plan,
            @Nullable Boolean belowZero,
            @NotNull @Valid RoundingBody rounding,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull GroupBody> groups,
            @Nullable Unmatched unmatched,
            @Nullable @Size(max = 50) List<@Valid @NotNull KnockOutBody> knockOuts,
            @Nullable @Size(max = 20) List<@Valid @NotNull GradeBody> grades,
            @Nullable @Size(max = 20) List<@Valid @NotNull PrizeBody> prizes,
            @Nullable @Size(max = 20) List<@Valid @NotNull TieBody> ties,
            @Nullable @Size(max = 50) List<@Valid @NotNull PartBody> parts) {}

    /** @param at default CRITERION */
    record RoundingBody(
            @Nullable RoundedAt at,
            @NotNull @Min(0) @Max(6) Integer scale,
            @NotNull RoundingMode mode) {}

    /**
     * @param bonusMaximum default 0
     * @param in code of the part it lies in; default none
     */
    record GroupBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 500) String name,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal maximum,

            @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal bonusMaximum,

            @NotEmpty @Size(max = 200) List<@Valid @NotNull CriterionBody> criteria,
            @Nullable @Pattern(regexp = CODE) String in) {}

    /**
     * A heading above groups.
     *
     * @param maximum what its groups have together, their pools too where bonus lies INSIDE
     * @param in code of the part it lies in itself; default none
     */
    record PartBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 500) String name,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal maximum,

            @Nullable @Pattern(regexp = CODE) String in) {}

    /**
     * @param notFor units to which it does not apply; default none
     * @param variants how it counts for some units; default alike for all
     * @param periods the kinds of period in which it applies; default all
     */
    public record CriterionBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 1000) String name,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal maximum,

            @Nullable UUID indicatorId,
            @NotNull @Valid RuleBody rule,
            @Nullable @Size(max = 20) List<@Valid @NotNull InputBody> inputs,
            @Nullable @Size(max = 20) List<@Valid @NotNull WhenBody> knockOuts,
            @Nullable @Size(max = 500) List<@NotNull UUID> notFor,
            @Nullable @Size(max = 20) List<@Valid @NotNull VariantBody> variants,
            @Nullable @Size(max = 10) List<Period.@NotNull Kind> periods) {}

    /**
     * Another maximum for some units, and perhaps another rule.
     *
     * @param forUnits default none yet
     * @param label what people call these units
     * @param rule default the criterion's own
     */
    record VariantBody(
            @Nullable @Size(max = 500) List<@NotNull UUID> forUnits,
            @NotBlank @Size(min = 1, max = 200) String label,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal maximum,

            @Nullable @Valid RuleBody rule) {}

    /** @param whole default true */
    record InputBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 500) String name,
            @Nullable UUID indicatorId,
            @Nullable Boolean whole) {}

    /** @param range a single number has the same inclusive end twice */
    record WhenBody(
            @NotBlank @Pattern(regexp = CODE) String input,
            @NotNull @Valid RangeBody range) {}

    /**
     * @param fromInclusive default true
     * @param toInclusive default false
     */
    record RangeBody(
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal from,
            @Nullable Boolean fromInclusive,
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal to,
            @Nullable Boolean toInclusive) {}

    /** @param zeroes codes of criteria; default none: the unit stands behind all others */
    record KnockOutBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 500) String name,
            @NotBlank @Pattern(regexp = CODE) String of,
            @NotNull Measured measured,
            @NotNull @Valid RangeBody range,

            @Nullable @Size(max = 200) List<@NotBlank @Pattern(regexp = CODE) String> zeroes) {}

    /** @param vote default false */
    record GradeBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 500) String name,
            @NotNull @Valid RangeBody total,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
            BigDecimal everyCriterion,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
            BigDecimal everyGroup,

            @Nullable Boolean vote) {}

    record PrizeBody(
            @NotBlank @Pattern(regexp = CODE) String code,
            @NotBlank @Size(min = 1, max = 500) String name,
            @NotNull @Min(1) @Max(1000) Integer count) {}

    /** @param of code of a group or of a criterion, whose points are looked at where totals are equal */
    record TieBody(@NotBlank @Pattern(regexp = CODE) String of) {}

    /** Every field of every kind of rule; one that does not belong to {@code type} is refused. */
    record RuleBody(
            @NotNull RuleType type,
            @Nullable Of of,
            @Nullable @Digits(integer = 9, fraction = 6) BigDecimal points,
            @Nullable @Digits(integer = 9, fraction = 6) BigDecimal floor,
            @Nullable @Digits(integer = 9, fraction = 6) BigDecimal cap,
            @Nullable @Valid SlopeBody under,
            @Nullable @Valid SlopeBody over,
            @Nullable @Size(max = 50) List<@Valid @NotNull RungBody> rungs,
            @Nullable @Size(max = 50) List<@Valid @NotNull StepBody> steps,
            @Nullable @Size(max = 50) List<@Valid @NotNull OptionBody> options,
            @Nullable @Digits(integer = 9, fraction = 6) BigDecimal otherwise,
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal from,
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal per,
            @Nullable Boolean whole,
            @Nullable @Size(max = 50) List<@Valid @NotNull CaseBody> cases,
            @Nullable Overlap overlap,
            @Nullable @Size(max = 20) List<@Valid @NotNull LevelBody> levels,
            @Nullable Stacking stacking,
            @Nullable Reading reading) {}

    record CaseBody(
            @NotBlank @Size(min = 1, max = 500) String name,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull WhenBody> when,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points) {}

    record LevelBody(
            @NotBlank @Pattern(regexp = CODE) String input,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points) {}

    /** @param whole default false: part of a percent counts in part */
    record SlopeBody(
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal per,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points,
            @Nullable Boolean whole) {}

    /**
     * @param fromInclusive default true
     * @param toInclusive default false
     */
    record RungBody(
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal from,
            @Nullable Boolean fromInclusive,
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal to,
            @Nullable Boolean toInclusive,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points) {}

    record StepBody(
            @Nullable @Digits(integer = 12, fraction = 3) BigDecimal upTo,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points) {}

    record OptionBody(
            @NotNull @Digits(integer = 12, fraction = 3) BigDecimal value,
            @NotBlank @Size(min = 1, max = 500) String name,
            @NotNull @Digits(integer = 9, fraction = 6) BigDecimal points) {}

    /** Codes of parts, groups and criteria: {@code I}, {@code 1.2}, {@code KT-XH}. */
    static final String CODE = "[A-Za-z0-9][A-Za-z0-9.-]{0,34}";
}
