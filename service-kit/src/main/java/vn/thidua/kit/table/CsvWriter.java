package vn.thidua.kit.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) in UTF-8. A spreadsheet that opens such a file runs text beginning with {@code = + - @} as
 * a formula, so such text gets an apostrophe before it; numbers are written plainly and are no text.
 */
public final class CsvWriter implements TableWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer out;

    /** Writes the headings at once; the byte order mark tells spreadsheets that this is UTF-8. */
    public CsvWriter(OutputStream out, List<TableColumn> columns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
        row(columns.stream().map(TableColumn::title).toList());
        var notes =
                columns.stream().mapToInt(column -> column.notes().size()).max().orElse(0);
        for (int note = 0; note < notes; note++) {
            var line = note;
            row(columns.stream()
                    .map(column -> line < column.notes().size() ? column.notes().get(line) : "")
                    .toList());
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        var first = true;
        for (var value : values) {
            TableWriter.require(value);
            if (!first) {
                out.write(',');
            }
            first = false;
            if (value instanceof BigDecimal number) {
                out.write(number.toPlainString());
            } else if (value instanceof String text) {
                out.write(quoted(harmless(text)));
            }
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** The text so that no spreadsheet takes it for a formula; leading blanks do not hide one. */
    static String harmless(String text) {
        var stripped = text.stripLeading();
        var dangerous = !text.isEmpty()
                && ("\t\r\n".indexOf(text.charAt(0)) >= 0
                        || (!stripped.isEmpty() && "=+-@＝＋－＠".indexOf(stripped.charAt(0)) >= 0));
        return dangerous ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
