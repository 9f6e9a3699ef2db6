package vn.thidua.award.award;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.lineage.KnownLineage;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/**
 * A condition as JSON: its type and what that type needs, nothing else.
 *
 * @param rank of RANK_AT_MOST
 * @param awardCode of HELD_BEFORE
 * @param times of HELD_BEFORE
 * @param lineages of HELD_BEFORE: the kinds of event through which honours of predecessors count; none do without
 * @param text of DECLARED
 */
public record ConditionForm(
        @NotNull Type type,
        @Nullable @Min(1) @Max(1000) Integer rank,
        @Nullable @Size(min = 1, max = 35) String awardCode,
        @Nullable @Min(1) @Max(100) Integer times,
        @Nullable @Size(min = 1, max = 5) List<KnownLineage.@NotNull Kind> lineages,
        @Nullable @Size(min = 1, max = 1000) String text) {
    /** What can be asked for. */
    public enum Type {
        LEADER_OF_CLUSTER,
        RANK_AT_MOST,
        TARGETS_EXCEEDED,
        NOT_UNDER_DISCIPLINE,
        HELD_BEFORE,
        DECLARED
    }

    /**
     * The condition meant.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when the type lacks what it needs or has what it does not know
     */
    Condition condition(String pointer) {
        var needsRank = type == Type.RANK_AT_MOST;
        var needsHonour = type == Type.HELD_BEFORE;
        check(pointer + "/rank", rank, needsRank);
        check(pointer + "/awardCode", awardCode, needsHonour);
        check(pointer + "/times", times, needsHonour);
        if (lineages != null && !needsHonour) {
            throw Problem.invalid(FieldError.of(pointer + "/lineages", "not-of-this-type"))
                    .asException();
        }
        check(pointer + "/text", text == null || text.isBlank() ? null : text, type == Type.DECLARED);
        return switch (type) {
            case LEADER_OF_CLUSTER -> new Condition.LeaderOfCluster();
            case RANK_AT_MOST -> new Condition.RankAtMost(present(rank));
            case TARGETS_EXCEEDED -> new Condition.TargetsExceeded();
            case NOT_UNDER_DISCIPLINE -> new Condition.NotUnderDiscipline();
            case HELD_BEFORE ->
                new Condition.HeldBefore(
                        present(awardCode), present(times), lineages == null ? Set.of() : Set.copyOf(lineages));
            case DECLARED -> new Condition.Declared(present(text).strip());
        };
    }

    public static ConditionForm of(Condition condition) {
        return switch (condition) {
            case Condition.LeaderOfCluster _ -> form(Type.LEADER_OF_CLUSTER, null, null);
            case Condition.RankAtMost(var rank) -> form(Type.RANK_AT_MOST, rank, null);
            case Condition.TargetsExceeded _ -> form(Type.TARGETS_EXCEEDED, null, null);
            case Condition.NotUnderDiscipline _ -> form(Type.NOT_UNDER_DISCIPLINE, null, null);
            case Condition.HeldBefore(var code, var times, var lineages) ->
                new ConditionForm(
                        Type.HELD_BEFORE,
                        null,
                        code,
                        times,
                        lineages.isEmpty() ? null : lineages.stream().sorted().toList(),
                        null);
            case Condition.Declared(var text) -> form(Type.DECLARED, null, text);
        };
    }

    private static ConditionForm form(Type type, @Nullable Integer rank, @Nullable String text) {
        return new ConditionForm(type, rank, null, null, null, text);
    }

    private static <T> T present(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static void check(String pointer, @Nullable Object value, boolean needed) {
        if ((value != null) != needed) {
            throw Problem.invalid(FieldError.of(pointer, needed ? "required" : "not-of-this-type"))
                    .asException();
        }
    }
}
