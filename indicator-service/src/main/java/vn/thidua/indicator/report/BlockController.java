package vn.thidua.indicator.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.kit.security.Caller;

/** Many cells of a report in one request. */
@RestController
@RequestMapping("/api/v1/reports/{id}/cells")
@Tag(name = "Reports")
final class BlockController {
    /**
     * @param version what the author saw, 0 for an untouched cell
     * @param unitOfMeasure in which the value is typed; left out, it is the indicator's own
     * @param qualifier about, nearly, above or at least the value; left out, it is exact
     * @param reached where the target is a list, the names on it that were reached; how many they are is the value
     * @param actuality left out, it stays
     * @param explanation left out, it stays
     * @param withoutExplanation true takes the explanation away where none is given
     * @param evidence left out, it stays
     */
    record BlockCell(
            @NotNull UUID indicatorId,
            @NotNull @Min(0) Long version,
            @Nullable BigDecimal value,
            @Nullable @Size(max = 50) String unitOfMeasure,
            @Nullable Qualifier qualifier,
            @Nullable @Size(max = 200) List<@NotNull @Size(max = 200) String> reached,
            boolean notApplicable,
            Cell.@Nullable Actuality actuality,

            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(min = 1, max = 2000)
            String explanation,

            @Nullable Boolean withoutExplanation,
            @Nullable @Size(max = 20) List<@NotNull UUID> evidence) {
        Block.Wanted wanted() {
            return new Block.Wanted(
                    indicatorId,
                    version,
                    value,
                    unitOfMeasure,
                    qualifier,
                    reached,
                    notApplicable,
                    actuality,
                    explanation == null && !Boolean.TRUE.equals(withoutExplanation),
                    explanation == null ? null : explanation.strip(),
                    evidence == null ? null : new HashSet<>(evidence));
        }
    }

    record NewBlock(
            @NotNull @Size(min = 1, max = Block.MOST) List<@NotNull @Valid BlockCell> cells) {}

    private final BlockService service;
    private final BlockTelling telling;

    BlockController(BlockService service, BlockTelling telling) {
        this.service = service;
        this.telling = telling;
    }

    @PostMapping
    @Operation(
            summary =
                    "Saves up to 500 cells at once; each is saved, unchanged, stale with what stands there now, or refused")
    CellViews.SavedBlock save(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewBlock request, Locale locale) {
        var wanted = request.cells().stream().map(BlockCell::wanted).toList();
        return telling.view(id, service.save(caller, id, wanted, BlockService.Mode.PARTIAL), locale);
    }
}
