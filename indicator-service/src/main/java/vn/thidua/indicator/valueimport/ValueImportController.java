package vn.thidua.indicator.valueimport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Many values of many units in one request, taken in the background; each caller sees its own. */
@RestController
@RequestMapping("/api/v1/value-imports")
@Tag(name = "Value imports")
final class ValueImportController {
    /**
     * @param version of the cell that the author knows; left out, a cell is taken that is empty or was written by the same author
     * @param unitOfMeasure in which the value is typed; left out, it is the indicator's own
     * @param qualifier about, nearly, above or at least the value; left out, it is exact
     * @param reached where the target is a list, the names on it that were reached
     * @param estimate left out, it stays
     * @param explanation left out, it stays
     */
    record ImportedValue(
            @NotBlank @Size(min = 1, max = 100) String unitCode,
            @NotBlank @Size(min = 1, max = 100) String indicatorCode,
            @Nullable @Min(0) Long version,
            @Nullable BigDecimal value,
            @Nullable @Size(max = 50) String unitOfMeasure,
            @Nullable Qualifier qualifier,
            @Nullable @Size(max = 200) List<@NotNull @Size(max = 200) String> reached,
            @Nullable Boolean notApplicable,
            @Nullable Boolean estimate,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 2000)
            String explanation) {
        ValueImport.Row row(int number) {
            return new ValueImport.Row(
                    number,
                    unitCode,
                    new ReportedValues.Value(
                            indicatorCode,
                            version,
                            value,
                            unitOfMeasure,
                            qualifier,
                            reached,
                            Boolean.TRUE.equals(notApplicable),
                            estimate,
                            explanation == null ? null : explanation.strip()));
        }
    }

    record NewValueImport(
            @NotNull UUID periodId,

            @NotNull @Size(min = 1, max = 100_000) List<@NotNull @Valid ImportedValue> rows) {}

    private final ValueImportService service;
    private final ValueImportQueries queries;
    private final ProblemRenderer texts;

    ValueImportController(ValueImportService service, ValueImportQueries queries, ProblemRenderer texts) {
        this.service = service;
        this.queries = queries;
        this.texts = texts;
    }

    @PostMapping
    @ApiResponse(responseCode = "202")
    @Operation(
            summary =
                    "Hands in many values of many units; they are kept, then taken unit by unit like blocks of cells. The same again changes nothing")
    ResponseEntity<ValueImportViews.ValueImportView> create(Caller caller, @Valid @RequestBody NewValueImport request) {
        var rows = IntStream.range(0, request.rows().size())
                .mapToObj(i -> request.rows().get(i).row(i))
                .toList();
        var created = ValueImportViews.ValueImportView.of(service.create(caller, request.periodId(), rows));
        return ResponseEntity.accepted()
                .header(
                        HttpHeaders.LOCATION,
                        URI.create("/api/v1/value-imports/" + created.id()).toString())
                .body(created);
    }

    @GetMapping
    @Operation(summary = "The caller's own imports, the newest first")
    Page<ValueImportViews.ValueImportView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var found = queries.list(caller, after, limit + 1).stream()
                .map(ValueImportViews.ValueImportView::of)
                .toList();
        return Page.of(found, limit, one -> one.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is")
    ValueImportViews.ValueImportView find(Caller caller, @PathVariable UUID id) {
        return ValueImportViews.ValueImportView.of(service.find(caller, id));
    }

    @GetMapping("/{id}/rows")
    @Operation(summary = "What became of its rows, in the order in which they were sent")
    Page<ValueImportViews.ImportedRow> rows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) ReportedValues.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable @Min(0) Integer after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX) int limit,
            Locale locale) {
        service.find(caller, id);
        var found = queries.rows(id, outcome, after == null ? -1 : after, limit + 1).stream()
                .map(row -> ValueImportViews.ImportedRow.of(row, texts, locale))
                .toList();
        return Page.of(found, limit, row -> Integer.toString(row.number()));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Stops an import after the unit that is just being taken; what was taken stays")
    ValueImportViews.ValueImportView cancel(Caller caller, @PathVariable UUID id) {
        return ValueImportViews.ValueImportView.of(service.cancel(caller, id));
    }
}
