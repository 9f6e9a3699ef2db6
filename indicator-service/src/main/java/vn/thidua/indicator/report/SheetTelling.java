package vn.thidua.indicator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxWriter;

/** Says what became of a filled spreadsheet. */
@Component
class SheetTelling {
    /** Beside what comes back: whose row it is, and of what. */
    private static final List<TableColumn> NAMED =
            List.of(SheetColumns.UNIT_CODE, SheetColumns.UNIT, SheetColumns.CODE, SheetColumns.NAME);

    private final ProblemRenderer texts;
    private final SheetQueries queries;

    SheetTelling(ProblemRenderer texts, SheetQueries queries) {
        this.texts = texts;
        this.queries = queries;
    }

    ReportViews.TakenSheet view(List<SheetService.Taken> taken, BlockService.Mode mode, Locale locale) {
        var errors = new ArrayList<ReportViews.RowError>();
        for (var row : taken) {
            var refusal = row.refusal();
            if (refusal != null) {
                errors.add(new ReportViews.RowError(
                        row.row().line().number(),
                        SheetColumns.UNIT.title(),
                        refusal.type().slug(),
                        texts.detail(refusal, locale)));
            }
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
    void failures(OutputStream out, UUID periodId, List<SheetService.Taken> taken, Locale locale) throws IOException {
        var columns = new ArrayList<TableColumn>(NAMED);
        columns.addAll(SheetColumns.NEEDED);
        columns.add(SheetColumns.FAULT);
        var units = taken.stream()
                .filter(SheetService.Taken::isFaulty)
                .map(one -> one.row().unitId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var named = queries.rows(periodId, units).stream()
                .collect(Collectors.groupingBy(
                        SheetQueries.Row::unitId,
                        Collectors.toMap(SheetQueries.Row::indicatorId, Function.identity())));
        try (var table = new XlsxWriter(out, "Dòng chưa nhận", columns, SheetColumns.GUIDANCE)) {
            for (var row : taken) {
                if (!row.isFaulty()) {
                    continue;
                }
                var values = new ArrayList<@Nullable Object>(names(row.row(), named));
                for (var column : SheetColumns.NEEDED) {
                    values.add(raw(row.row().line().at(column)));
                }
                var faults = row.errors().stream().map(error -> error.pointer() + ": " + texts.text(error, locale));
                values.add(Stream.concat(
                                Stream.ofNullable(row.refusal()).map(refusal -> texts.detail(refusal, locale)), faults)
                        .collect(Collectors.joining("; ")));
                table.row(values);
            }
        }
    }

    private static List<@Nullable Object> names(SheetReading.Read row, Map<UUID, Map<UUID, SheetQueries.Row>> named) {
        var wanted = row.wanted();
        var unit = row.unitId() == null ? null : named.get(row.unitId());
        var known = unit == null || wanted == null ? null : unit.get(wanted.indicatorId());
        return known == null
                ? Collections.nCopies(NAMED.size(), null)
                : Arrays.asList(known.unitCode(), known.unitName(), known.code(), known.name());
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
