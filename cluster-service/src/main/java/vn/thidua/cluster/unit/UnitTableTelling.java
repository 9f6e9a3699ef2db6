package vn.thidua.cluster.unit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.unit.UnitTableController.RowError;
import vn.thidua.cluster.unit.UnitTableController.TakenTable;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxWriter;

/** Writes units as a spreadsheet, and says what became of a filled one. */
@Component
class UnitTableTelling {
    private static final int EMPTY_ROWS = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final ProblemRenderer texts;

    UnitTableTelling(ProblemRenderer texts) {
        this.texts = texts;
    }

    /** The units and room below them for others. */
    void write(OutputStream out, List<UnitQueries.TableLine> units) throws IOException {
        var columns = UnitTable.columnList();
        try (var table = new XlsxWriter(out, "Đơn vị", columns, UnitTable.GUIDANCE)) {
            for (var unit : units) {
                table.row(values(unit));
            }
            for (int i = 0; i < EMPTY_ROWS; i++) {
                table.row(Collections.<@Nullable Object>nCopies(columns.size(), null));
            }
        }
    }

    TakenTable view(List<UnitTableService.Taken> taken, UnitTableService.Mode mode, Locale locale) {
        var errors = new ArrayList<RowError>();
        for (var row : taken) {
            for (var error : errors(row)) {
                errors.add(new RowError(
                        row.read().number(), error.pointer(), column(error), error.code(), texts.text(error, locale)));
            }
        }
        var applied = switch (mode) {
            case DRY_RUN -> false;
            case PARTIAL -> true;
            case WHOLE_OR_NOTHING -> errors.isEmpty();
        };
        return new TakenTable(
                mode,
                applied,
                taken.size(),
                count(taken, UnitTableFate.Founded.class),
                count(taken, UnitTableFate.Changed.class),
                count(taken, UnitTableFate.Same.class),
                count(taken, UnitTableFate.Refused.class),
                errors);
    }

    /** Writes the refused rows as they came, with what is wrong beside them; mended there, they can be sent again. */
    void failures(OutputStream out, List<UnitTableService.Taken> taken, Locale locale) throws IOException {
        var columns = new ArrayList<TableColumn>(UnitTable.columnList());
        columns.add(UnitTable.FAULT);
        try (var table = new XlsxWriter(out, "Dòng chưa nhận", columns, UnitTable.GUIDANCE)) {
            for (var row : taken) {
                var line = row.read().line();
                if (line == null || errors(row).isEmpty()) {
                    continue;
                }
                var values = new ArrayList<@Nullable Object>();
                for (var column : UnitTable.COLUMNS.values()) {
                    values.add(raw(line.at(column)));
                }
                values.add(errors(row).stream()
                        .map(error -> column(error) + ": " + texts.text(error, locale))
                        .collect(Collectors.joining("; ")));
                table.row(values);
            }
        }
    }

    private static List<FieldError> errors(UnitTableService.Taken taken) {
        return taken.fate() instanceof UnitTableFate.Refused(var errors) ? errors : List.of();
    }

    private static String column(FieldError error) {
        return UnitTable.column(error.pointer().substring(1)).title();
    }

    private static @Nullable Object raw(TableValue value) {
        return switch (value) {
            case TableValue.Empty() -> null;
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number;
            case TableValue.Fault(var shown) -> shown;
        };
    }

    private static int count(List<UnitTableService.Taken> taken, Class<? extends UnitTableFate> fate) {
        return (int) taken.stream().filter(row -> fate.isInstance(row.fate())).count();
    }

    private static List<@Nullable Object> values(UnitQueries.TableLine unit) {
        return Arrays.asList(
                unit.code(),
                unit.office().agencyCode(),
                unit.office().budgetCode(),
                unit.state().name(),
                unit.state().shortName(),
                unit.state().nameEn(),
                unit.state().formalName(),
                UnitTable.word(UnitTable.KINDS, unit.kind()),
                UnitTable.word(UnitTable.LEVELS, unit.level()),
                unit.parentCode(),
                day(unit.state().from()),
                unit.office().address(),
                unit.office().phone(),
                unit.office().email());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
