package vn.thidua.indicator.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Takes a filled spreadsheet into a report. A row that says what it said when it was taken out was not touched, whatever became
 * of the cell since; the others are saved like a block. The same file again changes nothing.
 */
@Service
class SheetService {
    /**
     * @param outcome of the row; {@code UNCHANGED} also for one that nobody touched
     * @param refusal why nothing of the row's unit was taken, or null
     */
    record Taken(
            SheetReading.Read row,
            Block.Outcome outcome,
            List<FieldError> errors,
            @Nullable Problem refusal) {
        Taken {
            errors = List.copyOf(errors);
        }

        Taken(SheetReading.Read row, Block.Outcome outcome, List<FieldError> errors) {
            this(row, outcome, errors, null);
        }

        boolean isFaulty() {
            return !errors.isEmpty() || refusal != null;
        }
    }

    private final SheetQueries queries;
    private final ReportQueries reports;
    private final BlockService blocks;
    private final ReportAccess access;

    SheetService(SheetQueries queries, ReportQueries reports, BlockService blocks, ReportAccess access) {
        this.queries = queries;
        this.reports = reports;
        this.blocks = blocks;
        this.access = access;
    }

    /**
     * Judges every row and saves what the mode allows.
     *
     * @return one for each row, in the order of the file
     */
    @Transactional
    List<Taken> take(Caller caller, UUID reportId, byte[] file, BlockService.Mode mode) {
        access.requireSight(caller, reportId);
        var report = reports.head(reportId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException())
                .report();
        var asked = queries.asked(report.period().id(), List.of(report.unitId()));
        var rows = SheetReading.read(file, SheetReading.REPORT, report.period().id(), asked);
        return take(caller, reportId, rows, asked.getOrDefault(report.unitId(), Map.of()), mode);
    }

    /** Judges the rows of one report and saves what the mode allows; one for each row, in their order. */
    List<Taken> take(
            Caller caller,
            UUID reportId,
            List<SheetReading.Read> rows,
            Map<UUID, Block.Asked> asked,
            BlockService.Mode mode) {
        var touched = touched(reportId, rows, asked);
        var faulty = rows.stream().anyMatch(row -> !row.errors().isEmpty());
        var wanted = touched.stream()
                .map(SheetReading.Read::wanted)
                .filter(Objects::nonNull)
                .toList();
        // Also with nothing to save: whoever may not write here is told so.
        var judged = blocks.save(
                caller,
                reportId,
                wanted,
                faulty && mode == BlockService.Mode.WHOLE_OR_NOTHING ? BlockService.Mode.DRY_RUN : mode);
        var outcomes = new HashMap<SheetReading.Read, Block.Judged>();
        for (int i = 0; i < judged.size(); i++) {
            outcomes.put(touched.get(i), judged.get(i));
        }
        return rows.stream().map(row -> taken(row, outcomes)).toList();
    }

    /** Those rows that say something else than when they were taken out. */
    List<SheetReading.Read> touched(
            @Nullable UUID reportId, List<SheetReading.Read> rows, Map<UUID, Block.Asked> asked) {
        var versions = new HashSet<SheetQueries.Version>();
        for (var row : rows) {
            var wanted = row.wanted();
            if (wanted != null) {
                versions.add(new SheetQueries.Version(wanted.indicatorId(), wanted.version()));
            }
        }
        Map<SheetQueries.Version, Cell> taken = reportId == null ? Map.of() : queries.at(reportId, versions);
        var touched = new ArrayList<SheetReading.Read>();
        for (var row : rows) {
            var wanted = row.wanted();
            if (wanted == null || !row.errors().isEmpty()) {
                continue;
            }
            var then = taken.getOrDefault(new SheetQueries.Version(wanted.indicatorId(), wanted.version()), Cell.EMPTY);
            var reading = wanted.over(then, Objects.requireNonNull(asked.get(wanted.indicatorId())));
            if (!reading.faults().isEmpty() || !reading.cell().saysTheSameAs(then)) {
                touched.add(row);
            }
        }
        return touched;
    }

    private static Taken taken(SheetReading.Read row, Map<SheetReading.Read, Block.Judged> outcomes) {
        if (!row.errors().isEmpty()) {
            return new Taken(row, Block.Outcome.REFUSED, row.errors());
        }
        var judged = outcomes.get(row);
        if (judged == null) {
            return new Taken(row, Block.Outcome.UNCHANGED, List.of());
        }
        var errors = judged.outcome() == Block.Outcome.STALE
                ? List.of(FieldError.of(SheetColumns.VALUE.title(), "row-overtaken"))
                : judged.errors().stream()
                        .map(error -> new FieldError(column(error.pointer()), error.code(), error.arguments()))
                        .toList();
        return new Taken(row, judged.outcome(), errors);
    }

    private static String column(String pointer) {
        return switch (pointer) {
            case "/notApplicable" -> SheetColumns.NOT_APPLICABLE.title();
            case "/indicatorId" -> SheetColumns.KEY.title();
            default -> SheetColumns.VALUE.title();
        };
    }
}
