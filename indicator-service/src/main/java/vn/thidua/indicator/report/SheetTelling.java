package vn.thidua.indicator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxWriter;

/** Says what became of a filled spreadsheet. */
@Component
class SheetTelling {
    private final ProblemRenderer texts;

    SheetTelling(ProblemRenderer texts) {
        this.texts = texts;
    }

    ReportViews.TakenSheet view(List<SheetService.Taken> taken, BlockService.Mode mode, Locale locale) {
        var errors = new ArrayList<ReportViews.RowError>();
        for (var row : taken) {
            for (var error : row.errors()) {
                errors.add(new ReportViews.RowError(
                        row.row().line().number(), error.pointer(), error.code(), texts.text(error, locale)));
            }
        }
        var applied = switch (mode) {
            case DRY_RUN -> false;
            case PARTIAL -> true;
            case WHOLE_OR_NOTHING -> errors.isEmpty();
        };
        return new ReportViews.TakenSheet(
                mode,
                applied,
                taken.size(),
                count(taken, Block.Outcome.SAVED),
                count(taken, Block.Outcome.UNCHANGED),
                count(taken, Block.Outcome.STALE),
                count(taken, Block.Outcome.REFUSED),
                errors);
    }

    /** Writes the rows that were not taken as they came, with what is wrong beside them; mended there, they can be sent again. */
    void failures(OutputStream out, List<SheetService.Taken> taken, Locale locale) throws IOException {
        var columns = new ArrayList<TableColumn>(SheetColumns.NEEDED);
        columns.add(SheetColumns.FAULT);
        try (var table = new XlsxWriter(out, "Dòng chưa nhận", columns, SheetColumns.GUIDANCE)) {
            for (var row : taken) {
                if (row.errors().isEmpty()) {
                    continue;
                }
                var values = new ArrayList<@Nullable Object>();
                for (var column : SheetColumns.NEEDED) {
                    values.add(raw(row.row().line().at(column)));
                }
                values.add(row.errors().stream()
                        .map(error -> error.pointer() + ": " + texts.text(error, locale))
                        .collect(Collectors.joining("; ")));
                table.row(values);
            }
        }
    }

    private static @Nullable Object raw(TableValue value) {
        return switch (value) {
            case TableValue.Empty() -> null;
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number;
            case TableValue.Fault(var shown) -> shown;
        };
    }

    private static int count(List<SheetService.Taken> taken, Block.Outcome outcome) {
        return (int) taken.stream().filter(row -> row.outcome() == outcome).count();
    }
}
