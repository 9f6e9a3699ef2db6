package vn.thidua.cluster.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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
import vn.thidua.kit.security.Caller;

/** Units as a table: out to be filled, and in again. */
@RestController
@RequestMapping("/api/v1/unit-tables")
@Tag(name = "Units")
final class UnitTableController {
    /**
     * What a row of a table says of a unit. Of a unit that is there already, what is left out stays as it is.
     *
     * @param code by it the unit is known again, or by its agency code when this is left out
     * @param parentCode code or agency code of the unit above, which may be another row
     * @param from first day of a new unit; for one that is there the day from which this holds, today unless said otherwise
     */
    record UnitTableRow(
            @Nullable @Pattern(regexp = UnitController.CODE) String code,

            @Nullable @Pattern(regexp = UnitController.AGENCY_CODE)
            String agencyCode,

            @Nullable @Pattern(regexp = UnitController.BUDGET_CODE)
            String budgetCode,

            @Nullable @Size(min = 1, max = 300) @Pattern(regexp = UnitController.TRIMMED)
            String name,

            @Nullable @Size(min = 1, max = 100) String shortName,
            @Nullable @Size(min = 1, max = 300) String nameEn,

            @Nullable @Size(min = 1, max = 300) @Pattern(regexp = UnitController.TRIMMED)
            String formalName,

            Unit.@Nullable Kind kind,
            Unit.@Nullable Level level,
            @Nullable @Pattern(regexp = UnitController.CODE) String parentCode,
            @Nullable LocalDate from,

            @Nullable @Size(min = 1, max = 300) @Pattern(regexp = UnitController.TRIMMED)
            String address,

            @Nullable @Pattern(regexp = UnitController.PHONE)
            String phone,

            @Nullable @Email @Size(min = 3, max = 200) String email) {}

    /** @param reason why units that are there are changed; needed when any is */
    record UnitTableRows(
            @Nullable @Size(min = 1, max = 1000) String reason,
            @NotNull @Size(min = 1, max = TableForm.MOST) List<@NotNull @Valid UnitTableRow> rows) {}

    /**
     * What became of a table. In a dry run the counts are what would be.
     *
     * @param applied whether the right rows were saved
     * @param unchanged rows that say what is so already
     */
    record TakenTable(
            @NotNull TableMode mode,
            boolean applied,
            int rows,
            int founded,
            int changed,
            int unchanged,
            int refused,
            @NotNull List<TableTelling.@NotNull RowError> errors) {}

    private final UnitQueries queries;
    private final TableReading reading;
    private final UnitTableService service;
    private final TableTelling telling;
    private final Mandates mandates;

    UnitTableController(
            UnitQueries queries,
            TableReading reading,
            UnitTableService service,
            TableTelling telling,
            Mandates mandates) {
        this.queries = queries;
        this.reading = reading;
        this.service = service;
        this.telling = telling;
        this.mandates = mandates;
    }

    @GetMapping(produces = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "A spreadsheet to fill with units; filled with a unit and all below it as they are today when under names one")
    void template(Caller caller, @RequestParam(required = false) @Nullable UUID under, HttpServletResponse response)
            throws IOException {
        var units = under == null ? none(caller) : below(caller, under);
        telling.write(
                response, UnitTable.FORM, units.stream().map(UnitTable::line).toList());
    }

    @PostMapping(consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, TableForm.XLSX})
    @Operation(
            summary =
                    "Takes a filled spreadsheet: DRY_RUN only judges, PARTIAL saves what is right, WHOLE_OR_NOTHING nothing when a row is wrong. The same table again changes nothing")
    TakenTable take(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") TableMode mode,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 1000) String reason,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        var why = new UnitTableService.Why("?reason", reason);
        return view(service.take(caller, read(file), mode, why), mode, locale);
    }

    @PostMapping(path = "/rows", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a table as JSON, with the same rules as a spreadsheet")
    TakenTable takeRows(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") TableMode mode,
            @Valid @RequestBody UnitTableRows table,
            Locale locale) {
        var why = new UnitTableService.Why("/reason", table.reason());
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
        var taken = service.take(caller, read(file), TableMode.DRY_RUN, new UnitTableService.Why("", null));
        return telling.failures(UnitTable.FORM, taken, locale);
    }

    private List<ReadRow<UnitTableRow>> read(byte @Nullable [] file) {
        return reading.read(file, UnitTable.FORM, UnitTable::row);
    }

    private TakenTable view(List<UnitTableService.Taken> taken, TableMode mode, Locale locale) {
        var errors = telling.errors(UnitTable.FORM, taken, locale);
        return new TakenTable(
                mode,
                mode.saves(!errors.isEmpty()),
                taken.size(),
                count(taken, UnitTableFate.Founded.class),
                count(taken, UnitTableFate.Changed.class),
                count(taken, UnitTableFate.Same.class),
                count(taken, UnitTableFate.Refused.class),
                errors);
    }

    private static int count(List<UnitTableService.Taken> taken, Class<? extends UnitTableFate> fate) {
        return (int) taken.stream().filter(row -> fate.isInstance(row.fate())).count();
    }

    /** Whoever may write somewhere: to others the table is of no use. */
    private List<UnitQueries.TableLine> none(Caller caller) {
        mandates.bases(caller, Ability.UNITS_WRITE.permission(), List.of());
        return List.of();
    }

    private List<UnitQueries.TableLine> below(Caller caller, UUID under) {
        mandates.require(caller, Ability.UNITS_WRITE.permission(), under);
        var units = queries.table(under, TableForm.MOST + 1);
        TableTelling.requireFits("?under", units.size());
        return units;
    }
}
