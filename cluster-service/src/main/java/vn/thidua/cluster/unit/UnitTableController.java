package vn.thidua.cluster.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.unit.UnitTableService.Mode;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/** Units as a table: out to be filled, and in again. */
@RestController
@RequestMapping("/api/v1/unit-tables")
@Tag(name = "Units")
final class UnitTableController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
            @NotNull @Size(min = 1, max = UnitTable.MOST) List<@NotNull @Valid UnitTableRow> rows) {}

    /**
     * What is wrong with a row.
     *
     * @param row as the spreadsheet shows it, or its place among the rows sent, from 1
     * @param pointer the field at fault
     * @param column heading of its cell
     */
    record RowError(
            int row,
            @NotNull String pointer,
            @NotNull String column,
            @NotNull String code,
            @NotNull String detail) {}

    /**
     * What became of a table. In a dry run the counts are what would be.
     *
     * @param applied whether the right rows were saved
     * @param unchanged rows that say what is so already
     */
    record TakenTable(
            @NotNull Mode mode,
            boolean applied,
            int rows,
            int founded,
            int changed,
            int unchanged,
            int refused,
            @NotNull List<@NotNull RowError> errors) {}

    private final UnitQueries queries;
    private final UnitTableReading reading;
    private final UnitTableService service;
    private final UnitTableTelling telling;
    private final Mandates mandates;

    UnitTableController(
            UnitQueries queries,
            UnitTableReading reading,
            UnitTableService service,
            UnitTableTelling telling,
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
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("Đơn vị.xlsx"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        telling.write(response.getOutputStream(), units);
    }

    @PostMapping(consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX})
    @Operation(
            summary =
                    "Takes a filled spreadsheet: DRY_RUN only judges, PARTIAL saves what is right, WHOLE_OR_NOTHING nothing when a row is wrong. The same table again changes nothing")
    TakenTable take(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") Mode mode,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 1000) String reason,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        var why = new UnitTableService.Why("?reason", reason);
        return telling.view(service.take(caller, read(file), mode, why), mode, locale);
    }

    @PostMapping(path = "/rows", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a table as JSON, with the same rules as a spreadsheet")
    TakenTable takeRows(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") Mode mode,
            @Valid @RequestBody UnitTableRows table,
            Locale locale) {
        var why = new UnitTableService.Why("/reason", table.reason());
        return telling.view(service.take(caller, UnitTableReading.read(table.rows()), mode, why), mode, locale);
    }

    @PostMapping(
            path = "/failures",
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX},
            produces = XLSX)
    @Operation(
            summary =
                    "Gives back the rows of a filled spreadsheet that would not be taken, each with its reason; saves nothing")
    ResponseEntity<byte[]> failures(Caller caller, @RequestBody(required = false) byte @Nullable [] file, Locale locale)
            throws IOException {
        var taken = service.take(caller, read(file), Mode.DRY_RUN, new UnitTableService.Why("", null));
        var out = new ByteArrayOutputStream();
        telling.failures(out, taken, locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("Dòng chưa nhận.xlsx"))
                .contentType(MediaType.parseMediaType(XLSX))
                .body(out.toByteArray());
    }

    private List<UnitTableReading.Read> read(byte @Nullable [] file) {
        return reading.read(file == null ? new byte[0] : file);
    }

    /** Whoever may write somewhere: to others the table is of no use. */
    private List<UnitQueries.TableLine> none(Caller caller) {
        mandates.bases(caller, Ability.UNITS_WRITE.permission(), List.of());
        return List.of();
    }

    private List<UnitQueries.TableLine> below(Caller caller, UUID under) {
        mandates.require(caller, Ability.UNITS_WRITE.permission(), under);
        var units = queries.table(under, UnitTable.MOST + 1);
        if (units.size() > UnitTable.MOST) {
            throw Problem.invalid(FieldError.of("?under", "file-too-many-rows", UnitTable.MOST))
                    .asException();
        }
        return units;
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
