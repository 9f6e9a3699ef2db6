package vn.thidua.indicator.consolidation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.target.Plan;

/** A cluster's own report as it is shown, and what is said of it. */
final class ConsolidationViews {
    private ConsolidationViews() {}

    /**
     * @param edition how often it was handed in; the numbers are those handed in, unless it is a draft
     * @param mayPrepare whether the caller may put it together, as far as mandates go
     * @param mayAdopt whether the caller may adopt it or give it back, as far as mandates go
     * @param submittedByCaller whoever handed it in does not adopt it
     */
    record ConsolidationView(
            @NotNull UUID periodId,
            @NotNull UUID seasonId,
            @NotNull Consolidation.Status status,
            int edition,
            @Nullable Instant submittedAt,
            @Nullable Instant adoptedAt,
            @Nullable String returnedBecause,
            boolean submittedByCaller,
            boolean mayPrepare,
            boolean mayAdopt,
            long version,
            @NotNull List<@NotNull MemberState> members,
            @NotNull List<@NotNull ConsolidatedRow> rows) {}

    record MemberState(
            @NotNull UUID unitId,
            @Nullable String unitCode,
            @Nullable String unitName,
            boolean handedIn) {}

    /**
     * @param rule null while nobody has said how members' numbers make the cluster's: none is computed then
     * @param levels what its levels are called, the lowest, 1, first; none for other kinds
     * @param suggested how numbers of this kind are usually put together
     * @param weightCode code of the indicator that weighs, for a weighted average
     * @param ruleVersion what If-Match names to change the rule
     * @param computed from the members' numbers; null when none is known
     * @param notApplicable whether it concerns no member at all
     * @param value what the cluster says: the adjusted number, else the computed one
     * @param approximate whether {@code value} is made from numbers some of which are not stated exactly
     * @param overtaken whether members' numbers changed since it was adjusted
     * @param now what the members' numbers come to now, where that is not what was handed in
     * @param plan what the cluster as a whole registered, and how far {@code value} fulfils it
     * @param version what If-Match names to say something beside it
     */
    record ConsolidatedRow(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull String unitOfMeasure,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            int decimals,
            @NotNull List<@NotNull String> levels,
            Aggregation.@Nullable Rule rule,
            @NotNull Aggregation.Rule suggested,
            @Nullable UUID weightId,
            @Nullable String weightCode,
            long ruleVersion,
            @Nullable BigDecimal computed,
            boolean notApplicable,
            @Nullable BigDecimal adjusted,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable BigDecimal value,
            boolean approximate,
            boolean overtaken,
            @Nullable MovedSince now,
            int expected,
            int known,
            int notApplicableMembers,
            int missing,
            @NotNull ClusterPlan plan,
            long version) {}

    /**
     * The numbers are those of the period; beside them what the target says now, by which it is changed.
     *
     * @param inPart whether there is a portion for the period, which then is what is to be reached
     * @param portions what of the year's numbers is to be reached by the end of an earlier period
     * @param reason why it says something else than it first did
     * @param percent of plan; null where there is none, for {@code none}
     * @param version what If-Match names to register another, 0 while nothing is
     */
    record ClusterPlan(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            boolean inPart,
            @Nullable BigDecimal yearAssigned,
            @Nullable BigDecimal yearRegistered,
            @NotNull List<@NotNull ClusterPortion> portions,
            @Nullable String reason,
            @Nullable BigDecimal percent,
            Plan.@Nullable Why none,
            long version) {}

    /** @param periodKind before the year's end */
    record ClusterPortion(
            @NotNull Period.Kind periodKind,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered) {}

    record MovedSince(@Nullable BigDecimal computed, int known, int missing) {}

    enum Part {
        VALUE,
        /** It does not concern this member. */
        NOT_APPLICABLE,
        /** Handed in without a number. */
        NO_NUMBER,
        NOT_HANDED_IN
    }

    /**
     * A member's part in a number.
     *
     * @param shown whether the caller sees this member's figures; if not, no number is told
     * @param qualifier how exactly its number is stated; null where it is exact
     * @param reached names on its list that were reached
     * @param struck names it gives as reached that an amendment has taken off its list; they count no more
     */
    record MemberPart(
            @NotNull UUID unitId,
            @Nullable String unitCode,
            @Nullable String unitName,
            @NotNull Part part,
            boolean shown,
            @Nullable UUID reportId,
            @Nullable BigDecimal value,
            @Nullable Qualifier qualifier,
            @Nullable BigDecimal weight,
            @Nullable List<@NotNull String> reached,
            @Nullable List<@NotNull String> struck) {}

    /**
     * @param adjusted left out, the computed number stands
     * @param reason where a number is given, and only there
     */
    record Said(
            @Nullable BigDecimal adjusted,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 2000)
            String reason,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 2000)
            String explanation) {}

    record GivenBack(@NotBlank @Size(min = 1, max = 2000) String reason) {}

    /**
     * @param rule null while nobody has said one
     * @param suggested how numbers of its kind are usually put together
     * @param version 0 while nobody has said one
     */
    record AggregationView(
            @NotNull UUID indicatorId,
            Aggregation.@Nullable Rule rule,
            @NotNull Aggregation.Rule suggested,
            @Nullable UUID weightId,
            long version) {}

    /** @param weightId the indicator whose numbers weigh, for a weighted average and only there */
    record AggregationChange(
            @NotNull Aggregation.Rule rule, @Nullable UUID weightId) {}

    /** @param version of the rule that it replaces, 0 where nobody has said one */
    record AggregationOfMany(
            @NotNull UUID indicatorId,
            @NotNull Aggregation.Rule rule,
            @Nullable UUID weightId,
            @Min(0) long version) {}

    record AggregationChanges(
            @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid AggregationOfMany> rules) {}

    /** @param rules in the order they were said */
    record Aggregations(@NotNull List<@NotNull AggregationView> rules) {}
}
