package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.web.Text;

/**
 * One kind of cell in a scoresheet's workbook: how a value of the JSON form is shown in it, and how it is read again.
 *
 * @param refusal key of the text for what cannot be read
 * @param choices what may stand in it, empty for anything
 * @param show gives text or a number
 * @param read gives null for what is no such value
 */
record WorkbookCell(
        String refusal,
        List<String> choices,
        Function<JsonNode, Object> show,
        Function<TableValue, @Nullable JsonNode> read) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** As people in this country type a number where the cell is text. */
    private static final Pattern TYPED = Pattern.compile("-?(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,15})(?:,\\d{1,15})?");

    static final String YES = "Có";
    static final String NO = "Không";

    WorkbookCell {
        choices = List.copyOf(choices);
    }

    static final WorkbookCell TEXT = new WorkbookCell("format", List.of(), JsonNode::asString, value -> {
        var text = text(value);
        return text == null ? null : JSON.stringNode(text);
    });

    static final WorkbookCell NUMBER =
            new WorkbookCell("not-a-number", List.of(), node -> Decimals.plain(node.decimalValue()), value -> {
                var number = number(value);
                return number == null ? null : JSON.numberNode(number);
            });

    static final WorkbookCell WHOLE =
            new WorkbookCell("whole-number", List.of(), node -> Decimals.plain(node.decimalValue()), value -> {
                var number = number(value);
                return number == null
                                || Decimals.plain(number).scale() > 0
                                || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                        ? null
                        : JSON.numberNode(number.intValue());
            });

    static final WorkbookCell CODES = new WorkbookCell(
            "format",
            List.of(),
            node -> String.join(", ", node.valueStream().map(JsonNode::asString).toList()),
            value -> {
                var text = text(value);
                return text == null ? null : codes(text);
            });

    static final WorkbookCell YES_NO = new WorkbookCell(
            "yes-or-no-word", List.of(YES, NO), node -> node.asBoolean() ? YES : NO, value -> switch (value) {
                case TableValue.Text(var text) when same(text, YES) || same(text, "x") -> JSON.booleanNode(true);
                case TableValue.Text(var text) when same(text, NO) -> JSON.booleanNode(false);
                // A spreadsheet's own TRUE and FALSE.
                case TableValue.Amount(var number) when number.compareTo(BigDecimal.ONE) == 0 -> JSON.booleanNode(true);
                case TableValue.Amount(var number) when number.signum() == 0 -> JSON.booleanNode(false);
                default -> null;
            });

    /** A constant by the words people use for it. */
    static <E extends Enum<E>> WorkbookCell words(Function<E, String> words, List<E> constants) {
        var byConstant = new LinkedHashMap<String, String>();
        constants.forEach(constant -> byConstant.put(constant.name(), words.apply(constant)));
        return words(byConstant);
    }

    private static WorkbookCell words(Map<String, String> byConstant) {
        return new WorkbookCell(
                "not-a-choice",
                List.copyOf(byConstant.values()),
                node -> byConstant.getOrDefault(node.asString(), node.asString()),
                value -> value instanceof TableValue.Text(var text)
                        ? byConstant.entrySet().stream()
                                .filter(each -> same(each.getValue(), text))
                                .findFirst()
                                .map(each -> (JsonNode) JSON.stringNode(each.getKey()))
                                .orElse(null)
                        : null);
    }

    /** Constants by the words people use for them, with commas between them. */
    static <E extends Enum<E>> WorkbookCell severalOf(Function<E, String> words, List<E> constants) {
        var one = words(words, constants);
        return new WorkbookCell(
                one.refusal(),
                one.choices(),
                node -> node.valueStream()
                        .map(each -> one.show().apply(each).toString())
                        .collect(Collectors.joining(", ")),
                value -> {
                    var text = text(value);
                    if (text == null) {
                        return null;
                    }
                    var several = JSON.arrayNode();
                    for (var code : codes(text)) {
                        var read = one.read().apply(new TableValue.Text(code.asString()));
                        if (read == null) {
                            return null;
                        }
                        several.add(read);
                    }
                    return several;
                });
    }

    private static ArrayNode codes(String text) {
        var codes = JSON.arrayNode();
        for (var code : text.split("[,;]", -1)) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }

    private static boolean same(String one, String other) {
        return Text.normalise(one.strip())
                .toLowerCase(Locale.ROOT)
                .equals(Text.normalise(other.strip()).toLowerCase(Locale.ROOT));
    }

    /** A code such as 1 may have become a number on its way. */
    private static @Nullable String text(TableValue value) {
        return switch (value) {
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number.toPlainString();
            case TableValue.Empty() -> null;
            case TableValue.Fault _ -> null;
        };
    }

    private static @Nullable BigDecimal number(TableValue value) {
        return switch (value) {
            case TableValue.Amount(var number) -> number;
            case TableValue.Text(var text)
            when TYPED.matcher(text).matches() ->
                new BigDecimal(text.replace(".", "").replace(',', '.'));
            case TableValue.Text _ -> null;
            case TableValue.Empty() -> null;
            case TableValue.Fault _ -> null;
        };
    }
}
