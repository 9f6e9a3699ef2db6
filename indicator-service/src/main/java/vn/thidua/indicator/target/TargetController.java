package vn.thidua.indicator.target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Targets of a season: read by whoever has a mandate at a member or the organiser, as members promise each other. */
@RestController
@RequestMapping("/api/v1/targets")
@Tag(name = "Targets")
final class TargetController {
    private static final String READ = "indicators.read";
    private static final String UUIDS = "[0-9a-fA-F-]{36}";

    private final TargetQueries queries;
    private final TargetService service;
    private final TargetFreezing freezing;
    private final SeasonAccess access;

    TargetController(TargetQueries queries, TargetService service, TargetFreezing freezing, SeasonAccess access) {
        this.queries = queries;
        this.service = service;
        this.freezing = freezing;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Targets of a season, of one member if it is named; next is unit and indicator with a tilde")
    Page<TargetViews.TargetView> list(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = UUIDS + "~" + UUIDS) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        access.visible(caller, seasonId, READ);
        var afterUnit = after == null ? null : cursor(after.substring(0, 36));
        var afterIndicator = after == null ? null : cursor(after.substring(37));
        return Page.of(
                queries.rows(seasonId, unitId, afterUnit, afterIndicator, limit + 1),
                limit,
                row -> row.unitId() + "~" + row.indicatorId());
    }

    @GetMapping("/{seasonId}")
    @Operation(summary = "The sheet of a season's targets, with its frozen text once it has one")
    ResponseEntity<TargetViews.SheetView> sheet(Caller caller, @PathVariable UUID seasonId) {
        access.visible(caller, seasonId, READ);
        return answer(seasonId);
    }

    @PutMapping("/{seasonId}")
    @Operation(summary = "Writes many targets at once; If-Match names the sheet's version")
    ResponseEntity<TargetViews.SheetView> putAll(
            Caller caller,
            @PathVariable UUID seasonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TargetBody.TargetRows request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        var given = request.rows().stream().map(TargetBody.TargetRow::given).toList();
        service.putAll(caller, seasonId, given, Versions.required(ifMatch), Boolean.TRUE.equals(request.replace()));
        return answer(seasonId);
    }

    @PutMapping("/{seasonId}/{unitId}/{indicatorId}")
    @Operation(summary = "Writes one target; If-Match \"0\" where there is none yet. A member writes what it registers")
    ResponseEntity<TargetViews.TargetView> put(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @PathVariable UUID indicatorId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TargetBody.TargetChange request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        service.put(caller, seasonId, request.given(unitId, indicatorId), Versions.required(ifMatch));
        var row = queries.row(seasonId, unitId, indicatorId);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(row.version()))
                .body(row);
    }

    @PostMapping("/{seasonId}/freeze")
    @Operation(summary = "Freezes the season's targets into one text that the members sign")
    ResponseEntity<TargetViews.SheetView> freeze(Caller caller, @PathVariable UUID seasonId) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        freezing.freeze(caller, seasonId);
        return answer(seasonId);
    }

    private ResponseEntity<TargetViews.SheetView> answer(UUID seasonId) {
        var sheet = queries.sheet(seasonId).orElse(new TargetViews.SheetView(seasonId, 0, null, null, null, 0, 0));
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(sheet.version()))
                .body(sheet);
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.invalid(FieldError.of("?after", "format")).asException();
        }
    }
}
