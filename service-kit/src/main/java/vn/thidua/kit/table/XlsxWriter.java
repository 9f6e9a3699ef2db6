package vn.thidua.kit.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook of one table and a sheet of guidance. Only the columns for input can be written in; the protection keeps
 * people from slips, it is no secret. A table all of whose columns are for input is theirs: rows may be added and moved. Every
 * text is written as text, so that none of it is ever a formula.
 */
public final class XlsxWriter implements TableWriter {
    private static final int FLUSHED_EVERY = 200;
    /** Below the last row, where people add their own. */
    private static final int ROWS_TO_ADD = 500;
    /** As long as a text in a cell may be. */
    private static final int LONGEST = 32_767;
    /** Characters of a list that stands in the rule itself, as spreadsheets take it. */
    private static final int LONGEST_LIST = 255;
    /** Not to keep anybody out: it is the same in every file. */
    private static final String PROTECTION = "table";

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<TableColumn> columns;
    private final List<String> guidance;
    /** The first row under the headings and their notes. */
    private final int first;

    private int next;

    /**
     * Writes the headings at once.
     *
     * @param out stays open when the table ends
     * @param title of the sheet
     * @param guidance lines for the second sheet
     */
    public XlsxWriter(OutputStream out, String title, List<TableColumn> columns, List<String> guidance) {
        this.workbook = new Workbook(new KeptOpen(out), "thidua", "1.0");
        this.sheet = workbook.newWorksheet(title);
        this.columns = List.copyOf(columns);
        this.guidance = List.copyOf(guidance);
        for (int c = 0; c < columns.size(); c++) {
            var column = columns.get(c);
            if (column.width() == 0) {
                sheet.hideColumn(c);
            } else {
                sheet.width(c, column.width());
            }
            heading(0, c, column.title());
            for (int note = 0; note < column.notes().size(); note++) {
                heading(note + 1, c, column.notes().get(note));
            }
        }
        this.first = 1
                + columns.stream()
                        .mapToInt(column -> column.notes().size())
                        .max()
                        .orElse(0);
        this.next = first;
        // In a wide table whose row it is stays in sight, as what a column means does in a long one.
        sheet.freezePane(first > 1 ? told() : 0, first);
        if (!isOpen()) {
            sheet.protect(
                    PROTECTION,
                    SheetProtectionOption.SHEET,
                    SheetProtectionOption.OBJECTS,
                    SheetProtectionOption.SCENARIOS);
        }
    }

    private boolean isOpen() {
        return columns.stream().allMatch(TableColumn::input);
    }

    private void heading(int row, int column, String text) {
        sheet.inlineString(row, column, text);
        sheet.style(row, column)
                .bold()
                .wrapText(true)
                .fillColor(columns.get(column).input() ? "FFF2CC" : "E7E6E6")
                .set();
    }

    /** How many columns tell before the first that is written in. */
    private int told() {
        var told = 0;
        while (told < columns.size() && !columns.get(told).input()) {
            told++;
        }
        return told;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        row(values, Map.of());
    }

    @Override
    public void row(List<? extends @Nullable Object> values, Map<TableColumn, TableRule> rules) throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            var value = values.get(c);
            TableWriter.require(value);
            if (value instanceof BigDecimal number) {
                sheet.value(next, c, number);
            } else if (value instanceof String text) {
                sheet.inlineString(next, c, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
            var rule = rules.get(columns.get(c));
            if (columns.get(c).input() && (rule == null || !rule.locked())) {
                if (rule != null) {
                    ask(next, c, rule);
                }
                var style = sheet.style(next, c)
                        .protectionOption(ProtectionOption.LOCKED, false)
                        .wrapText(true);
                (columns.get(c).verbatim() ? style.format("@") : style).set();
            }
        }
        next++;
        if (next % FLUSHED_EVERY == 0) {
            sheet.flush();
        }
    }

    private void ask(int row, int column, TableRule rule) {
        ask(row, row, column, rule);
    }

    /** Of all cells from one row to another; a formula speaks of the first of them. */
    private void ask(int from, int to, int column, TableRule rule) {
        var range = sheet.range(from, column, to, column);
        if (!rule.choices().isEmpty()) {
            // A longer list is read back as any other, it only cannot be pulled down.
            if (String.join(",", rule.choices()).length() <= LONGEST_LIST) {
                range.validateWithListByFormula(list(rule.choices()));
            }
            return;
        }
        var formula = rule.formula(letters(column) + (from + 1));
        if (formula != null) {
            range.validateWithFormula(formula)
                    .allowBlank(true)
                    .errorStyle(rule.insists() ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING)
                    .errorTitle(columns.get(column).title())
                    .error(says(rule))
                    .showErrorMessage(true);
        }
    }

    /** A column as formulas name it: A to Z, then AA. */
    private static String letters(int column) {
        var last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static String says(TableRule rule) {
        var parts = new ArrayList<String>();
        if (rule.lower() != null) {
            parts.add("từ " + shown(rule.lower()));
        }
        if (rule.upper() != null) {
            parts.add("đến " + shown(rule.upper()));
        }
        if (rule.decimals() != null) {
            parts.add("tối đa " + rule.decimals() + " số lẻ");
        }
        return "Số " + String.join(", ", parts);
    }

    private static String shown(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /** The library writes it into the workbook's XML as it is. */
    private static String list(List<String> choices) {
        return "\"" + String.join(",", choices).replace("&", "&amp;").replace("<", "&lt;") + "\"";
    }

    @Override
    public void close() throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            var choices = columns.get(c).choices();
            var rule = choices.isEmpty() ? columns.get(c).rule() : TableRule.choice(choices.toArray(String[]::new));
            var last = isOpen() ? next + ROWS_TO_ADD : next;
            if (rule != null && last > first) {
                ask(first, last - 1, c, rule);
            }
        }
        sheet.finish();
        if (!guidance.isEmpty()) {
            var guide = workbook.newWorksheet("Hướng dẫn");
            guide.width(0, 100);
            for (int line = 0; line < guidance.size(); line++) {
                guide.inlineString(line, 0, guidance.get(line));
            }
            guide.finish();
        }
        workbook.finish();
    }

    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
