package vn.thidua.indicator.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.catalogue.Formula.Node;
import vn.thidua.indicator.catalogue.Formula.Operator;
import vn.thidua.indicator.catalogue.Formula.Parsed;

/** Reads a formula by recursive descent: a sum of products of factors. Neither its length nor its depth can exhaust anything. */
final class FormulaParser {
    /** Parentheses and signs within each other. */
    private static final int DEEPEST = 40;

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(?:([.,])(\\d{1,6}))?(?![\\d.,])");
    private static final Pattern CODE = Pattern.compile("\\[\\s*([A-Z0-9][A-Z0-9.-]{0,34})\\s*\\]");

    /** Ends the reading at once, however deep it is. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Parsed.Wrong wrong;

        Stopped(Parsed.Wrong wrong) {
            super(wrong.code(), null, false, false);
            this.wrong = wrong;
        }
    }

    private final String text;
    private int at;
    private int depth;

    private FormulaParser(String text) {
        this.text = text;
    }

    static Parsed parse(String typed) {
        var text = typed.strip();
        if (text.length() > Formula.LONGEST) {
            return new Parsed.Wrong("formula-too-long", List.of(Formula.LONGEST));
        }
        try {
            var formula = new Formula(text, new FormulaParser(text).whole());
            return formula.codes().isEmpty()
                    ? new Parsed.Wrong("formula-without-indicator", List.of())
                    : new Parsed.Right(formula);
        } catch (Stopped stopped) {
            return stopped.wrong;
        }
    }

    private Node whole() {
        var root = sum();
        if (at < text.length()) {
            throw unreadable();
        }
        return root;
    }

    private Node sum() {
        var left = product();
        while (true) {
            var operator = operator("+", "-−–", Operator.PLUS, Operator.MINUS);
            if (operator == null) {
                return left;
            }
            left = new Node.Operation(operator, left, product());
        }
    }

    private Node product() {
        var left = factor();
        while (true) {
            var operator = operator("*×", "/÷:", Operator.TIMES, Operator.OVER);
            if (operator == null) {
                return left;
            }
            left = new Node.Operation(operator, left, factor());
        }
    }

    private Node factor() {
        blank();
        if (at == text.length()) {
            throw unreadable();
        }
        return switch (text.charAt(at)) {
            case '-', '−', '–' -> deeper(() -> new Node.Negated(factor()));
            case '(' -> deeper(this::inParentheses);
            case '[' -> reference();
            default -> constant();
        };
    }

    private Node inParentheses() {
        var inner = sum();
        if (at == text.length() || text.charAt(at) != ')') {
            throw unreadable();
        }
        at++;
        blank();
        return inner;
    }

    private Node deeper(java.util.function.Supplier<Node> rest) {
        if (++depth > DEEPEST) {
            throw new Stopped(new Parsed.Wrong("formula-too-deep", List.of(DEEPEST)));
        }
        at++;
        var node = rest.get();
        depth--;
        return node;
    }

    private Node reference() {
        var code = CODE.matcher(text).region(at, text.length());
        if (!code.lookingAt()) {
            throw unreadable();
        }
        at = code.end();
        blank();
        return new Node.Reference(code.group(1));
    }

    private Node constant() {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw unreadable();
        }
        var fraction = number.group(3);
        // 1.000 is one to some and a thousand to others; 0.125 is neither's thousand.
        if (fraction != null
                && fraction.length() == 3
                && number.group(1).length() <= 3
                && !number.group(1).startsWith("0")) {
            throw new Stopped(new Parsed.Wrong("formula-number-two-ways", List.of(number.group())));
        }
        at = number.end();
        blank();
        return new Node.Constant(
                Fraction.of(new BigDecimal(fraction == null ? number.group(1) : number.group(1) + "." + fraction)));
    }

    private @org.jspecify.annotations.Nullable Operator operator(
            String first, String second, Operator one, Operator other) {
        if (at == text.length()) {
            return null;
        }
        var sign = text.charAt(at);
        var operator = first.indexOf(sign) >= 0 ? one : second.indexOf(sign) >= 0 ? other : null;
        if (operator != null) {
            at++;
        }
        return operator;
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Stopped unreadable() {
        return new Stopped(new Parsed.Wrong("formula-unreadable", List.of(at + 1)));
    }
}
