package vn.thidua.cluster.person;

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
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.mandate.Mandate;
import vn.thidua.cluster.person.PersonTableFate.Effect;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.cluster.table.TableForm;
import vn.thidua.cluster.table.TableMode;
import vn.thidua.cluster.table.TableReading;
import vn.thidua.cluster.table.TableTelling;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;

/** People with their mandates as a table: out to be filled, and in again. */
@RestController
@RequestMapping("/api/v1/person-tables")
@Tag(name = "People")
final class PersonTableController {
    /**
     * What a row of a table says of a person: the first of a person's rows who it is, each one a mandate or none. Of somebody who
     * is there already, what is left out stays as it is.
     *
     * @param id by it a person without a code is known again
     * @param code by it the person is known again
     * @param unitCode code or agency code of the unit the person works for
     * @param username asks for an account of that name
     * @param mandateUnitCode code or agency code; the unit the person works for when left out
     * @param scope the unit alone when left out
     * @param to last day on which the mandate holds, or null
     */
    record PersonTableRow(
            @Nullable UUID id,

            @Nullable @Pattern(regexp = PersonController.CODE)
            String code,

            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "\\S([\\s\\S]*\\S)?")
            String name,

            @Nullable @Pattern(regexp = PersonController.CODE)
            String unitCode,

            @Nullable @Email @Size(min = 3, max = 200) String email,

            @Nullable @Pattern(regexp = PersonController.PHONE)
            String phone,

            @Nullable @Pattern(regexp = AccountController.USERNAME)
            String username,

            @Nullable Role role,

            @Nullable @Pattern(regexp = PersonController.CODE)
            String mandateUnitCode,

            Mandate.@Nullable Scope scope,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record PersonTableRows(
            @NotNull @Size(min = 1, max = TableForm.MOST) List<@NotNull @Valid PersonTableRow> rows) {}

    /**
     * What became of a table. In a dry run the counts are what would be.
     *
     * @param applied whether the right rows were saved
     * @param registered people who are new
     * @param changed people of whom something else is known now
     * @param granted mandates
     * @param asked accounts that were asked for
     * @param unchanged rows that say what is so already
     */
    record TakenPeople(
            @NotNull TableMode mode,
            boolean applied,
            int rows,
            int registered,
            int changed,
            int granted,
            int asked,
            int unchanged,
            int refused,
            @NotNull List<TableTelling.@NotNull RowError> errors) {}

    private final PersonTableQueries queries;
    private final TableReading reading;
    private final PersonTableService service;
    private final TableTelling telling;
    private final Mandates mandates;

    PersonTableController(
            PersonTableQueries queries,
            TableReading reading,
            PersonTableService service,
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
                    "A spreadsheet to fill with people and their mandates; filled with those of a unit and all below it when under names one")
    void template(Caller caller, @RequestParam(required = false) @Nullable UUID under, HttpServletResponse response)
            throws IOException {
        var people = under == null ? none(caller) : below(caller, under);
        telling.write(
                response,
                PersonTable.FORM,
                people.stream().map(PersonTable::line).toList());
    }

    @PostMapping(consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, TableForm.XLSX})
    @Operation(
            summary =
                    "Takes a filled spreadsheet: DRY_RUN only judges, PARTIAL saves what is right, WHOLE_OR_NOTHING nothing when a row is wrong. The same table again changes nothing")
    TakenPeople take(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") TableMode mode,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        return view(service.take(caller, read(file), mode), mode, locale);
    }

    @PostMapping(path = "/rows", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a table as JSON, with the same rules as a spreadsheet")
    TakenPeople takeRows(
            Caller caller,
            @RequestParam(defaultValue = "DRY_RUN") TableMode mode,
            @Valid @RequestBody PersonTableRows table,
            Locale locale) {
        return view(service.take(caller, TableReading.read(table.rows()), mode), mode, locale);
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
        return telling.failures(PersonTable.FORM, service.take(caller, read(file), TableMode.DRY_RUN), locale);
    }

    private List<ReadRow<PersonTableRow>> read(byte @Nullable [] file) {
        return reading.read(file, PersonTable.FORM, PersonTable::row);
    }

    private TakenPeople view(List<PersonTableService.Taken> taken, TableMode mode, Locale locale) {
        var errors = telling.errors(PersonTable.FORM, taken, locale);
        return new TakenPeople(
                mode,
                mode.saves(!errors.isEmpty()),
                taken.size(),
                count(taken, Effect.REGISTERED),
                count(taken, Effect.CHANGED),
                count(taken, Effect.GRANTED),
                count(taken, Effect.ASKED),
                (int) taken.stream()
                        .filter(PersonTableService.Taken::isNothingNew)
                        .count(),
                (int) taken.stream().filter(row -> !row.errors().isEmpty()).count(),
                errors);
    }

    private static int count(List<PersonTableService.Taken> taken, Effect effect) {
        return (int) taken.stream().filter(row -> row.has(effect)).count();
    }

    /** Whoever may write somewhere: to others the table is of no use. */
    private List<PersonTableQueries.Line> none(Caller caller) {
        mandates.bases(caller, Ability.PEOPLE_WRITE.permission(), List.of());
        return List.of();
    }

    private List<PersonTableQueries.Line> below(Caller caller, UUID under) {
        mandates.require(caller, Ability.PEOPLE_WRITE.permission(), under);
        var people = queries.table(under, TableForm.MOST + 1);
        TableTelling.requireFits("?under", people.size());
        return people;
    }
}
