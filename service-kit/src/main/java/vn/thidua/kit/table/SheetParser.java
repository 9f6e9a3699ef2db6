package vn.thidua.kit.table;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.web.Text;

/** Goes through one sheet and hands out its rows. Of a formula it takes the result that the spreadsheet kept. */
final class SheetParser {
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_EXPONENT = 300;
    /** More no spreadsheet has, with something in them or not. */
    private static final int MOST_ROWS = 1_048_576;

    private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_UP);

    private final TableLimits limits;
    private final List<String> texts;
    private final XlsxReader.RowHandler rows;
    private final TableValue[] cells;
    private final StringBuilder content = new StringBuilder();
    private boolean something;
    /** As far as the row was written: only so much is wiped for the next, however wide a row may be. */
    private int used;

    private int begun;
    private int handed;
    private int rowNumber;
    private int column = -1;
    private String type = "n";

    SheetParser(TableLimits limits, List<String> texts, XlsxReader.RowHandler rows) {
        this.limits = limits;
        this.texts = texts;
        this.rows = rows;
        this.cells = new TableValue[limits.columns()];
        Arrays.fill(cells, TableValue.EMPTY);
    }

    void parse(InputStream sheet) throws XMLStreamException, UnpackingStream.TooMuch {
        var xml = Xml.reader(sheet);
        var inValue = false;
        var spoken = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "row" -> startRow(xml);
                        case "c" -> startCell(xml);
                        case "rPh" -> spoken++;
                        case "v" -> inValue = true;
                        case "t" -> inValue = spoken == 0;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inValue && content.length() <= limits.textLength()) {
                        content.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "v", "t" -> inValue = false;
                        case "rPh" -> spoken--;
                        case "c" -> endCell();
                        case "row" -> endRow();
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private void startRow(XMLStreamReader xml) throws UnpackingStream.TooMuch {
        if (++begun > MOST_ROWS) {
            throw new UnpackingStream.TooMuch("more than " + MOST_ROWS + " rows");
        }
        var number = xml.getAttributeValue(null, "r");
        rowNumber = number == null ? rowNumber + 1 : Integer.parseInt(number);
        column = -1;
        something = false;
        Arrays.fill(cells, 0, used, TableValue.EMPTY);
        used = 0;
    }

    private void startCell(XMLStreamReader xml) {
        var reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : column(reference);
        var said = xml.getAttributeValue(null, "t");
        type = said == null ? "n" : said;
        content.setLength(0);
    }

    private void endCell() {
        if (column < 0 || column >= cells.length) {
            return;
        }
        var value = value();
        cells[column] = value;
        used = Math.max(used, column + 1);
        something |= !(value instanceof TableValue.Empty);
    }

    private void endRow() {
        if (!something) {
            return;
        }
        if (++handed > limits.rows()) {
            throw XlsxReader.refused("file-too-many-rows", limits.rows());
        }
        rows.row(rowNumber, new ArrayList<>(Arrays.asList(cells)));
    }

    private TableValue value() {
        if (content.length() > limits.textLength()) {
            return new TableValue.Fault("…");
        }
        var raw = content.toString();
        return switch (type) {
            case "s" -> shared(raw);
            case "inlineStr", "str" -> text(raw);
            case "b" -> raw.isBlank() ? TableValue.EMPTY : new TableValue.Amount(new BigDecimal(raw.strip()));
            case "e" -> new TableValue.Fault(raw);
            default -> number(raw.strip());
        };
    }

    private TableValue shared(String raw) {
        if (raw.isBlank()) {
            return TableValue.EMPTY;
        }
        var index = Integer.parseInt(raw.strip());
        if (index < 0 || index >= texts.size()) {
            return new TableValue.Fault(raw);
        }
        return text(texts.get(index));
    }

    private TableValue text(String raw) {
        if (raw.isBlank()) {
            return TableValue.EMPTY;
        }
        return raw.length() > limits.textLength() || !Text.isAllowed(raw)
                ? new TableValue.Fault("…")
                : new TableValue.Text(Text.normalise(raw.strip()));
    }

    private static TableValue number(String raw) {
        if (raw.isEmpty()) {
            return TableValue.EMPTY;
        }
        var number = raw.length() > LONGEST_NUMBER ? null : parsed(raw);
        if (number == null || Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            return new TableValue.Fault(raw.substring(0, Math.min(raw.length(), LONGEST_NUMBER)));
        }
        var kept = number.round(SPREADSHEET).stripTrailingZeros();
        return new TableValue.Amount(kept.scale() < 0 ? kept.setScale(0) : kept);
    }

    private static @Nullable BigDecimal parsed(String raw) {
        try {
            return new BigDecimal(raw);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** The column of a reference such as AB12, from 0; far away ones are all the same to us. */
    private static int column(String reference) {
        var column = 0;
        for (int i = 0; i < reference.length(); i++) {
            var letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            if (i == 3) {
                return Integer.MAX_VALUE;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        return column == 0 ? Integer.MAX_VALUE : column - 1;
    }
}
