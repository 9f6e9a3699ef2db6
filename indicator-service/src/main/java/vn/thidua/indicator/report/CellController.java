package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** The cells of a report, each saved by itself while its unit types. */
@RestController
@RequestMapping("/api/v1/reports/{id}/cells/{indicatorId}")
@Tag(name = "Reports")
final class CellController {
    /**
     * A value of null without "not applicable" empties the cell.
     *
     * @param unitOfMeasure in which the value is typed; left out, it is the indicator's own
     * @param qualifier about, nearly, above or at least the value; left out, it is exact
     * @param reached where the target is a list, the names on it that were reached; how many they are is the value
     */
    record CellChange(
            @Nullable BigDecimal value,
            @Nullable @Size(max = 50) String unitOfMeasure,
            @Nullable Qualifier qualifier,
            @Nullable @Size(max = 200) List<@NotNull @Size(max = 200) String> reached,
            boolean notApplicable,
            @NotNull Cell.Actuality actuality,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 2000)
            String explanation,

            @Nullable @Size(max = 20) List<@NotNull UUID> evidence) {
        Block.Wanted wanted(UUID indicatorId, long version) {
            return new Block.Wanted(
                    indicatorId,
                    version,
                    value,
                    unitOfMeasure,
                    qualifier,
                    reached,
                    notApplicable,
                    actuality,
                    false,
                    explanation == null ? null : explanation.strip(),
                    evidence == null ? Set.of() : new HashSet<>(evidence));
        }
    }

    private final CellService service;

    CellController(CellService service) {
        this.service = service;
    }

    @PutMapping
    @Operation(
            summary =
                    "Saves a cell. If-Match names the cell's version, \"0\" for an untouched one; 412 shows what stands there in current")
    ResponseEntity<CellViews.SavedCell> save(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID indicatorId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CellChange request) {
        var saved = service.save(caller, id, request.wanted(indicatorId, Versions.required(ifMatch)));
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(saved.version()))
                .body(saved);
    }
}
