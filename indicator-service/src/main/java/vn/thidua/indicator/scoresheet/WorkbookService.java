package vn.thidua.indicator.scoresheet;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.scoresheet.ScoresheetController.ScoresheetRequest;
import vn.thidua.indicator.scoresheet.WorkbookReading.Fault;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.problem.Violations;
import vn.thidua.kit.security.Caller;

/** Takes scoresheets from workbooks: judged cell by cell, kept as a draft only when nothing is wrong. */
@Service
class WorkbookService {
    /** What is done with a workbook. */
    enum WorkbookMode {
        /** It is only judged. */
        DRY_RUN,
        /** It becomes a draft, or the draft becomes what it says. */
        DRAFT
    }

    /**
     * What became of a workbook.
     *
     * @param errors cell by cell; with one nothing is kept
     * @param unfinished what stands against freezing what it says, cell by cell
     * @param sha256 of what it says, the hash that a frozen sheet of this content has; null with errors
     * @param kept null when nothing was
     */
    record TakenWorkbook(
            int rows,
            List<Fault> errors,
            List<Fault> unfinished,
            @Nullable String sha256,
            @Nullable Scoresheet kept) {
        TakenWorkbook {
            errors = List.copyOf(errors);
            unfinished = List.copyOf(unfinished);
        }
    }

    private final ScoresheetService service;
    private final ScoresheetStore store;
    private final WorkbookIndicators indicators;
    private final WorkbookUnits units;
    private final SeasonAccess access;
    private final Validator validator;

    WorkbookService(
            ScoresheetService service,
            ScoresheetStore store,
            WorkbookIndicators indicators,
            WorkbookUnits units,
            SeasonAccess access,
            Validator validator) {
        this.service = service;
        this.store = store;
        this.indicators = indicators;
        this.units = units;
        this.access = access;
        this.validator = validator;
    }

    /** As the next edition of that season and period. */
    @Transactional
    TakenWorkbook create(Caller caller, UUID seasonId, @Nullable UUID periodId, WorkbookMode mode, byte[] file) {
        var season = service.writable(caller, seasonId);
        if (periodId != null && !store.isPeriodOf(periodId, seasonId)) {
            throw Problem.invalid(FieldError.of("?periodId", "not-found")).asException();
        }
        var read = read(file, season.organiserId(), seasonId);
        return read.taken(
                mode == WorkbookMode.DRAFT && read.draft() != null
                        ? service.create(caller, seasonId, periodId, read.draft())
                        : null);
    }

    /** In the place of what the draft said. */
    @Transactional
    TakenWorkbook change(Caller caller, UUID id, long expected, WorkbookMode mode, byte[] file) {
        var sheet = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        service.writable(caller, sheet.seasonId());
        var season = access.season(sheet.seasonId());
        var read = read(file, season.organiserId(), season.id());
        return read.taken(
                mode == WorkbookMode.DRAFT && read.draft() != null
                        ? service.change(caller, id, expected, read.draft())
                        : null);
    }

    private record Read(
            WorkbookReading workbook,
            List<Fault> errors,
            List<Fault> unfinished,
            ScoresheetService.@Nullable Draft draft) {
        TakenWorkbook taken(@Nullable Scoresheet kept) {
            return new TakenWorkbook(
                    workbook.rows(),
                    errors,
                    unfinished,
                    draft == null ? null : Canonical.sha256(SheetText.write(draft.sheet())),
                    kept);
        }
    }

    private Read read(byte[] file, UUID organiserId, UUID seasonId) {
        var workbook = WorkbookReading.read(file);
        var faults = new ArrayList<>(workbook.faults());
        add(faults, workbook, indicators.resolve(workbook.body(), organiserId));
        add(faults, workbook, units.resolve(workbook.body()));
        var draft = draft(workbook, seasonId, faults);
        if (draft != null) {
            add(faults, workbook, service.errors(draft));
        }
        if (draft == null || !faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(fault -> fault.place().row()));
            return new Read(workbook, faults, List.of(), null);
        }
        var unfinished = new ArrayList<Fault>();
        add(unfinished, workbook, service.unfinished(draft.sheet()));
        return new Read(workbook, List.of(), unfinished, draft);
    }

    /** As if it had been sent in its JSON form; null when it is not a whole one. */
    private ScoresheetService.@Nullable Draft draft(WorkbookReading workbook, UUID seasonId, List<Fault> faults) {
        var body = workbook.body().deepCopy().put("seasonId", seasonId.toString());
        var request = JsonMapper.shared().treeToValue(body, ScoresheetRequest.class);
        var violations = Violations.of(validator.validate(request));
        // A cell that could not be read is not also one that is missing.
        add(
                faults,
                workbook,
                violations.stream()
                        .filter(error -> isNew(faults, workbook, error))
                        .toList());
        if (!violations.isEmpty()) {
            return null;
        }
        try {
            return request.draft();
        } catch (ProblemException refused) {
            add(
                    faults,
                    workbook,
                    refused.problem().errors().stream()
                            .filter(error -> isNew(faults, workbook, error))
                            .toList());
            return null;
        }
    }

    private static boolean isNew(List<Fault> faults, WorkbookReading workbook, FieldError error) {
        var place = workbook.place(error.pointer());
        return faults.stream().noneMatch(fault -> fault.place().equals(place));
    }

    private static void add(List<Fault> faults, WorkbookReading workbook, List<FieldError> errors) {
        errors.forEach(error -> faults.add(new Fault(workbook.place(error.pointer()), error)));
    }
}
