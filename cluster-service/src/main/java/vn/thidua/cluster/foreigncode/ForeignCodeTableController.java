package vn.thidua.cluster.foreigncode;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.cluster.table.TableForm;
import vn.thidua.cluster.table.TableMode;
import vn.thidua.cluster.table.TableReading;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.security.Caller;

/** Other agencies' codes as a table: out to be filled, and in again. */
@RestController
@RequestMapping("/api/v1/foreign-code-tables")
@Tag(name = "Units")
final class ForeignCodeTableController {
    /**
     * What a row of a table says of a code. With the same list, code, unit and first day it speaks of one that is there.
     *
     * @param unitCode code or agency code of the unit
     * @param to last day on which the code stands for the unit; of one that is there the day stays when this is left out
     */
    record ForeignCodeTableRow(
            @Nullable @Pattern(regexp = ForeignCodeController.LIST)
            String list,

            @Nullable @Size(min = 1, max = 100) String code,

            @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,34}")
            String unitCode,

            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param reason why codes that are there end or go on; needed when any does */
    record ForeignCodeTableRows(
            @Nullable @Size(min = 1, max = 1000) String reason,

            @NotNull @Size(min = 1, max = TableForm.MOST) List<@NotNull @Valid ForeignCodeTableRow> rows) {}

    /**
     * What became of a table. In a dry run the counts are what would be.
     *
     * @param applied whether the right rows were saved
     * @param unchanged rows that say what is so already
     */
    record TakenCodes(
            @NotNull TableMode mode,
            boolean applied,
            int rows,
            int recorded,
            int changed,
            int unchanged,
            int refused,
            @NotNull List<TableTelling.@NotNull RowError> errors) {}

    private final ForeignCodeStore store;
    private final TableReading reading;
    private final ForeignCodeTableService service;
    private final TableTelling telling;
    private final Mandates mandates;

    ForeignCodeTableController(
            ForeignCodeStore store,
            TableReading reading,
            ForeignCodeTableService service,
            TableTelling telling,
            Mandates mandates) {
        this.store = store;
        this.reading = reading;
        this.service = service;
        this.telling = telling;
        this.mandates = mandates;
    }

    @GetMapping(produces = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "A spreadsheet to fill with other agencies' codes; filled with those of a unit and all below it when under names one")
    void template(Caller caller, @RequestParam(required = false) @Nullable UUID under, HttpServletResponse response)
            throws IOException {
        var codes = under == null ? none(caller) : below(caller, under);
        telling.write(
                response,
                ForeignCodeTable.FORM,
                codes.stream().map(ForeignCodeTable::line).toList());
    }

    @PostMapping(consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, TableForm.XLSX})
    @Operation(
            summary =
                    "Takes a filled spreadsheet: DRY_RUN only judges, PARTIAL saves what is right, WHOLE_OR_NOTHING nothing when a row is wrong. The same table again changes nothing")
    TakenCodes take(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") TableMode mode,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 1000) String reason,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        var why = new ForeignCodeTableService.Why("?reason", reason);
        return view(service.take(caller, read(file), mode, why), mode, locale);
    }

    @PostMapping(path = "/rows", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a table as JSON, with the same rules as a spreadsheet")
    TakenCodes takeRows(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") TableMode mode,
            @Valid @RequestBody ForeignCodeTableRows table,
            Locale locale) {
        var why = new ForeignCodeTableService.Why("/reason", table.reason());
        return view(service.take(caller, TableReading.read(table.rows()), mode, why), mode, locale);
    }

    @PostMapping(
            path = "/failures",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, TableForm.XLSX},
            produces = TableForm.XLSX)
    @Operation(
            summary =
                    "Gives back the rows of a filled spreadsheet that would not be taken, each with its reason; saves nothing")
    ResponseEntity<byte[]> failures(Caller caller, @RequestBody(required = false) byte @Nullable [] file, Locale locale)
            throws IOException {
        var taken = service.take(caller, read(file), TableMode.DRY_RUN, new ForeignCodeTableService.Why("", null));
        return telling.failures(ForeignCodeTable.FORM, taken, locale);
    }

    private List<ReadRow<ForeignCodeTableRow>> read(byte @Nullable [] file) {
        return reading.read(file, ForeignCodeTable.FORM, ForeignCodeTable::row);
    }

    private TakenCodes view(List<ForeignCodeTableService.Taken> taken, TableMode mode, Locale locale) {
        var errors = telling.errors(ForeignCodeTable.FORM, taken, locale);
        return new TakenCodes(
                mode,
                mode.saves(!errors.isEmpty()),
                taken.size(),
                count(taken, ForeignCodeTableFate.Recorded.class),
                count(taken, ForeignCodeTableFate.Changed.class),
                count(taken, ForeignCodeTableFate.Same.class),
                count(taken, ForeignCodeTableFate.Refused.class),
                errors);
    }

    private static int count(List<ForeignCodeTableService.Taken> taken, Class<? extends ForeignCodeTableFate> fate) {
        return (int) taken.stream().filter(row -> fate.isInstance(row.fate())).count();
    }

    /** Whoever may write somewhere: to others the table is of no use. */
    private List<ForeignCodeController.ForeignCodeView> none(Caller caller) {
        mandates.bases(caller, Ability.UNITS_WRITE.permission(), List.of());
        return List.of();
    }

    private List<ForeignCodeController.ForeignCodeView> below(Caller caller, UUID under) {
        mandates.require(caller, Ability.UNITS_WRITE.permission(), under);
        var all = new ForeignCodeStore.Filter(null, null, null, null, null, null, TableForm.MOST + 1);
        var codes = store.list(all, new Reach(List.of(), List.of(under)));
        TableTelling.requireFits("?under", codes.size());
        return codes;
    }
}
