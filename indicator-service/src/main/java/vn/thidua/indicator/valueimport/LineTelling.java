package vn.thidua.indicator.valueimport;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.report.GridWords;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.XlsxWriter;

/** Says what became of a workbook's lines: to be shown, and as a workbook of the lines that were not taken whole. */
@Component
class LineTelling {
    private static final int AT_ONCE = 200;

    private final LineQueries queries;
    private final ProblemRenderer texts;

    LineTelling(LineQueries queries, ProblemRenderer texts) {
        this.queries = queries;
        this.texts = texts;
    }

    SheetViews.ImportedLine view(SheetImport.Result line, List<SheetImport.Column> columns, Locale locale) {
        var refusal = line.refusal();
        var cells = line.faults().stream()
                .map(fault -> {
                    var column = columns.get(fault.at());
                    return new SheetViews.ImportedCell(
                            SheetImport.place(column.at(), line.line().number()),
                            column.code(),
                            column.name(),
                            shown(line.line(), fault.at()),
                            fault.errors().stream()
                                    .map(error ->
                                            new SheetViews.ImportedCellError(error.code(), texts.text(error, locale)))
                                    .toList());
                })
                .toList();
        return new SheetViews.ImportedLine(
                line.line().number(),
                line.line().unitCode(),
                line.line().cells().size(),
                line.saved(),
                line.unchanged(),
                line.refused(),
                refusal == null ? null : refusal.type(),
                refusal == null ? null : said(refusal, locale),
                cells);
    }

    /** Writes the lines that were not taken whole as they came, with what is wrong beside them; mended there, they can be sent again. */
    void failures(OutputStream out, UUID importId, UUID periodId, List<SheetImport.Column> columns, Locale locale)
            throws IOException {
        try (var table = new XlsxWriter(out, "Dòng chưa nhận", headings(periodId, columns), GridWords.GUIDANCE)) {
            var after = 0;
            var some = queries.lines(importId, true, after, AT_ONCE);
            while (!some.isEmpty()) {
                var names = queries.unitNames(
                        some.stream().map(line -> line.line().unitCode()).toList());
                for (var line : some) {
                    table.row(row(line, columns, names, locale));
                    after = line.line().number();
                }
                some = queries.lines(importId, true, after, AT_ONCE);
            }
        }
    }

    private static List<TableColumn> headings(UUID periodId, List<SheetImport.Column> columns) {
        var headings = new ArrayList<TableColumn>();
        headings.add(TableColumn.hidden(GridWords.key(
                periodId, columns.stream().map(SheetImport.Column::heading).toList())));
        headings.add(GridWords.UNIT_CODE.asInput());
        headings.add(GridWords.UNIT);
        columns.forEach(
                column -> headings.add(TableColumn.input(column.heading(), 14).noted(column.name(), column.unit())));
        explained(columns)
                .forEach(column -> headings.add(TableColumn.input(GridWords.EXPLANATION + column.heading(), 30)
                        .noted(column.name(), "")));
        headings.add(GridWords.FAULT);
        return headings;
    }

    private List<@Nullable Object> row(
            SheetImport.Result line, List<SheetImport.Column> columns, Map<String, String> names, Locale locale) {
        var came = line.line();
        var values = new ArrayList<@Nullable Object>();
        values.add(key(came, columns.size()));
        values.add(came.unitCode());
        values.add(names.get(came.unitCode()));
        var cells = new ArrayList<@Nullable Object>(Collections.nCopies(columns.size(), null));
        came.cells().forEach(cell -> cells.set(cell.at(), cell.shown() == null ? cell.value() : cell.shown()));
        values.addAll(cells);
        explained(columns)
                .forEach(column -> values.add(came.cells().stream()
                        .filter(cell -> columns.get(cell.at()).id().equals(column.id()))
                        .findFirst()
                        .map(SheetImport.Cell::explanation)
                        .orElse(null)));
        var refusal = line.refusal();
        values.add(
                refusal != null
                        ? said(refusal, locale)
                        : line.faults().stream()
                                .map(fault -> columns.get(fault.at()).heading() + ": " + said(fault.errors(), locale))
                                .collect(Collectors.joining("; ")));
        return values;
    }

    private static List<SheetImport.Column> explained(List<SheetImport.Column> columns) {
        return columns.stream().filter(column -> column.explained() != null).toList();
    }

    /** As it came, as far as it knew the cells; null where there was none. */
    private static @Nullable String key(SheetImport.Line line, int columns) {
        if (line.cells().stream().allMatch(cell -> cell.version() == null)) {
            return null;
        }
        var versions = new long[columns];
        for (var cell : line.cells()) {
            versions[cell.at()] = cell.version() == null ? 0 : cell.version();
        }
        return GridWords.key(line.unitCode(), versions);
    }

    private static String shown(SheetImport.Line line, int at) {
        return line.cells().stream()
                .filter(cell -> cell.at() == at)
                .findFirst()
                .map(cell -> cell.shown() != null ? cell.shown() : plain(cell.value()))
                .orElse("");
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private String said(ValueImport.Refusal refusal, Locale locale) {
        if (!refusal.errors().isEmpty()) {
            return said(refusal.errors(), locale);
        }
        // Only its words are wanted; the status was for the whole of a request.
        var type = new ProblemType(refusal.type(), HttpStatus.UNPROCESSABLE_CONTENT);
        return texts.detail(new Problem(type, refusal.reason(), refusal.arguments(), List.of(), Map.of()), locale);
    }

    private String said(List<FieldError> errors, Locale locale) {
        return errors.stream().map(error -> texts.text(error, locale)).collect(Collectors.joining(", "));
    }
}
