package vn.thidua.indicator.target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
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
    private static final String SOMETHING = "(?s).*\\S.*";
    private static final String UUIDS = "[0-9a-fA-F-]{36}";

    /**
     * @param unitOfMeasure as printed
     * @param ownUnit the indicator's own unit of measure
     * @param first null unless amended
     * @param portions what of it is to be reached by the end of an earlier period
     * @param items where what is to be reached has names, those
     * @param furtherUnits in which the numbers may be typed besides the indicator's own unit
     * @param formula how the indicator is computed, where nobody reports it
     * @param lastActual what last year came to in an accepted report, null where none says so
     */
    record TargetView(
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull UUID indicatorId,
            @NotNull String indicatorCode,
            @NotNull String indicatorName,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @NotNull String unitOfMeasure,
            @NotNull String ownUnit,
            @Nullable First first,
            @NotNull List<@NotNull PortionView> portions,
            @NotNull List<@NotNull String> items,
            @NotNull List<@NotNull String> furtherUnits,
            @Nullable String formula,
            @Nullable LastActual lastActual,
            long version) {}

    record PortionView(
            @NotNull Target.Part periodKind,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered) {
        static PortionView of(Target.Portion portion) {
            return new PortionView(portion.periodKind(), portion.assigned(), portion.registered());
        }
    }

    /** @param unitOfMeasure the indicator's own */
    record LastActual(
            @NotNull BigDecimal value,
            @NotNull String unitOfMeasure,
            @NotNull UUID seasonId,
            @NotNull String seasonName) {}

    /**
     * What an amended target said when it was first frozen.
     *
     * @param amendedAt since when it says what it says now
     */
    record First(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @NotNull Instant amendedAt) {}

    /**
     * @param text the frozen text, null while it is not frozen
     * @param edition 0 while it is not frozen, 1 as first frozen, one more with each amendment
     * @param version what If-Match names when many rows are written; 0 before anybody wrote one
     */
    record SheetView(
            @NotNull UUID seasonId,
            long targets,
            @Nullable Instant frozenAt,
            @Nullable String text,
            @Nullable String sha256,
            int edition,
            long version) {}

    /** What is to be reached by the end of that part of the year. */
    record GivenPortion(
            @NotNull Target.Part periodKind,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered) {
        static @Nullable List<Target.Portion> all(@Nullable List<GivenPortion> given) {
            return given == null
                    ? null
                    : given.stream()
                            .map(one -> new Target.Portion(one.periodKind(), one.assigned(), one.registered()))
                            .toList();
        }
    }

    /**
     * @param unitOfMeasure as printed, one of the indicator's; left out, it is its own
     * @param portions left out, they stay
     * @param items left out, they stay; with items, registered is how many they are
     */
    record TargetChange(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,

            @Nullable @Pattern(regexp = SOMETHING) @Size(min = 1, max = 50)
            String unitOfMeasure,

            @Nullable @Size(max = 2) List<@NotNull @Valid GivenPortion> portions,

            @Nullable @Size(max = Target.MOST_ITEMS)
            List<@NotNull @Pattern(regexp = SOMETHING) @Size(min = 1, max = 200) String> items) {
        TargetDrafts.Given given(UUID unitId, UUID indicatorId) {
            return new TargetDrafts.Given(
                    unitId,
                    indicatorId,
                    assigned,
                    registered,
                    lastYear,
                    stripped(unitOfMeasure),
                    GivenPortion.all(portions),
                    items == null
                            ? null
                            : items.stream().map(TargetController::tidied).toList());
        }
    }

    record TargetRow(
            @NotNull UUID unitId,
            @NotNull UUID indicatorId,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,

            @Nullable @Pattern(regexp = SOMETHING) @Size(min = 1, max = 50)
            String unitOfMeasure,

            @Nullable @Size(max = 2) List<@NotNull @Valid GivenPortion> portions,

            @Nullable @Size(max = Target.MOST_ITEMS)
            List<@NotNull @Pattern(regexp = SOMETHING) @Size(min = 1, max = 200) String> items) {
        TargetDrafts.Given given() {
            return new TargetDrafts.Given(
                    unitId,
                    indicatorId,
                    assigned,
                    registered,
                    lastYear,
                    stripped(unitOfMeasure),
                    GivenPortion.all(portions),
                    items == null
                            ? null
                            : items.stream().map(TargetController::tidied).toList());
        }
    }

    /** @param replace whether rows that are not given fall away; left out, they stay */
    record TargetRows(
            @NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid TargetRow> rows,
            @Nullable Boolean replace) {}

    private final TargetQueries queries;
    private final TargetService service;
    private final SeasonAccess access;

    TargetController(TargetQueries queries, TargetService service, SeasonAccess access) {
        this.queries = queries;
        this.service = service;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Targets of a season, of one member if it is named; next is unit and indicator with a tilde")
    Page<TargetView> list(
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
    ResponseEntity<SheetView> sheet(Caller caller, @PathVariable UUID seasonId) {
        access.visible(caller, seasonId, READ);
        return answer(seasonId);
    }

    @PutMapping("/{seasonId}")
    @Operation(summary = "Writes many targets at once; If-Match names the sheet's version")
    ResponseEntity<SheetView> putAll(
            Caller caller,
            @PathVariable UUID seasonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TargetRows request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        var given = request.rows().stream().map(TargetRow::given).toList();
        service.putAll(caller, seasonId, given, Versions.required(ifMatch), Boolean.TRUE.equals(request.replace()));
        return answer(seasonId);
    }

    @PutMapping("/{seasonId}/{unitId}/{indicatorId}")
    @Operation(summary = "Writes one target; If-Match \"0\" where there is none yet. A member writes what it registers")
    ResponseEntity<TargetView> put(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID unitId,
            @PathVariable UUID indicatorId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TargetChange request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        service.put(caller, seasonId, request.given(unitId, indicatorId), Versions.required(ifMatch));
        var row = queries.row(seasonId, unitId, indicatorId);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(row.version()))
                .body(row);
    }

    @PostMapping("/{seasonId}/freeze")
    @Operation(summary = "Freezes the season's targets into one text that the members sign")
    ResponseEntity<SheetView> freeze(Caller caller, @PathVariable UUID seasonId) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        service.freeze(caller, seasonId);
        return answer(seasonId);
    }

    private ResponseEntity<SheetView> answer(UUID seasonId) {
        var sheet = queries.sheet(seasonId).orElse(new SheetView(seasonId, 0, null, null, null, 0, 0));
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(sheet.version()))
                .body(sheet);
    }

    /** @throws vn.thidua.kit.problem.ProblemException 422 at each number that cannot be kept as it is */
    static void check(
            String pointer,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear) {
        var errors = new ArrayList<FieldError>();
        check(errors, pointer + "/assigned", assigned);
        check(errors, pointer + "/registered", registered);
        check(errors, pointer + "/lastYear", lastYear);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private static void check(List<FieldError> errors, String pointer, @Nullable BigDecimal number) {
        if (number != null && !Decimals.fits(number)) {
            errors.add(FieldError.of(pointer, "range"));
        }
    }

    private static String tidied(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.invalid(FieldError.of("?after", "format")).asException();
        }
    }
}
