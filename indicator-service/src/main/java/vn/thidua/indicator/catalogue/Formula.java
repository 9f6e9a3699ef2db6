package vn.thidua.indicator.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;

/**
 * How an indicator is computed from others of its catalogue: their codes in square brackets, decimal numbers, + − × ÷ and parentheses.
 * Brackets, because a code may hold a hyphen or be made of digits. Calculated in exact fractions.
 */
public final class Formula {
    /** Most characters. */
    public static final int LONGEST = 500;

    sealed interface Node {
        record Constant(Fraction number) implements Node {}

        record Reference(String code) implements Node {}

        record Negated(Node operand) implements Node {}

        record Operation(Operator operator, Node left, Node right) implements Node {}
    }

    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        OVER
    }

    /** What an input says; a value of null says nothing, or that it does not apply. */
    public record Known(@Nullable BigDecimal value, boolean notApplicable) {}

    /** Why nothing comes out. */
    public enum Why {
        DIVISION_BY_ZERO,
        INPUT_EMPTY,
        INPUT_NOT_APPLICABLE,
        /** The unit has no target of the input in this season. */
        INPUT_MISSING,
        /** What comes out has more digits than a number can have. */
        OUT_OF_RANGE
    }

    public sealed interface Outcome {
        record Value(Fraction number) implements Outcome {}

        /** @param code of the input at fault, or null */
        record None(Why why, @Nullable String code) implements Outcome {}
    }

    /** A formula, or what is wrong with the text. */
    public sealed interface Parsed {
        record Right(Formula formula) implements Parsed {}

        /** @param code of the text, with its arguments */
        record Wrong(String code, List<Object> arguments) implements Parsed {}
    }

    private static final class DividedByZero extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final String text;
    private final Node root;
    private final SortedSet<String> codes;

    Formula(String text, Node root) {
        this.text = text;
        this.root = root;
        this.codes = new TreeSet<>();
        collect(root);
    }

    public static Parsed parse(String text) {
        return FormulaParser.parse(text);
    }

    /** One that was checked when it was defined. */
    public static Formula of(String checked) {
        return switch (parse(checked)) {
            case Parsed.Right(var formula) -> formula;
            case Parsed.Wrong wrong -> throw new IllegalStateException("a defined formula reads no more: " + wrong);
        };
    }

    public String text() {
        return text;
    }

    /** Of the indicators that it is computed from. */
    public SortedSet<String> codes() {
        return java.util.Collections.unmodifiableSortedSet(codes);
    }

    /** @param known by code; an indicator that is not there has no target */
    public Outcome value(Map<String, Known> known) {
        for (var code : codes) {
            var input = known.get(code);
            if (input == null) {
                return new Outcome.None(Why.INPUT_MISSING, code);
            }
            if (input.value() == null) {
                return new Outcome.None(input.notApplicable() ? Why.INPUT_NOT_APPLICABLE : Why.INPUT_EMPTY, code);
            }
        }
        try {
            return new Outcome.Value(number(root, known));
        } catch (DividedByZero _) {
            return new Outcome.None(Why.DIVISION_BY_ZERO, null);
        }
    }

    private static Fraction number(Node node, Map<String, Known> known) {
        return switch (node) {
            case Node.Constant(var number) -> number;
            case Node.Reference(var code) ->
                Fraction.of(java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(known.get(code)).value()));
            case Node.Negated(var operand) -> number(operand, known).negated();
            case Node.Operation(var operator, var left, var right) -> {
                var one = number(left, known);
                var other = number(right, known);
                yield switch (operator) {
                    case PLUS -> one.plus(other);
                    case MINUS -> one.minus(other);
                    case TIMES -> one.times(other);
                    case OVER -> {
                        if (other.signum() == 0) {
                            throw new DividedByZero();
                        }
                        yield one.over(other);
                    }
                };
            }
        };
    }

    private void collect(Node node) {
        switch (node) {
            case Node.Constant _ -> {}
            case Node.Reference(var code) -> codes.add(code);
            case Node.Negated(var operand) -> collect(operand);
            case Node.Operation(var _, var left, var right) -> {
                collect(left);
                collect(right);
            }
        }
    }
}
