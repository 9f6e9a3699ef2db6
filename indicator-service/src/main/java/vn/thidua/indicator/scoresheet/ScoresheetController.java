package vn.thidua.indicator.scoresheet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
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
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.SheetBody.Content;
import vn.thidua.indicator.scoresheet.SheetBody.GradeBody;
import vn.thidua.indicator.scoresheet.SheetBody.GroupBody;
import vn.thidua.indicator.scoresheet.SheetBody.KnockOutBody;
import vn.thidua.indicator.scoresheet.SheetBody.PartBody;
import vn.thidua.indicator.scoresheet.SheetBody.PrizeBody;
import vn.thidua.indicator.scoresheet.SheetBody.RoundingBody;
import vn.thidua.indicator.scoresheet.SheetBody.TieBody;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Scoresheets; whoever is scored by one may read it, so anyone with a mandate may. */
@RestController
@RequestMapping("/api/v1/scoresheets")
@Tag(name = "Scoresheets")
final class ScoresheetController {
    /** @param periodId null for a sheet of the whole season; neither it nor seasonId changes afterwards */
    record ScoresheetRequest(
            @NotNull UUID seasonId,
            @Nullable UUID periodId,
            @NotBlank @Size(min = 1, max = 500) String title,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal maximum,

            @Nullable BonusPlace bonus,
            @Nullable NotApplicable notApplicable,
            @Nullable Plan plan,
            @Nullable Boolean belowZero,
            @NotNull @Valid RoundingBody rounding,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull GroupBody> groups,
            @Nullable Unmatched unmatched,
            @Nullable @Size(max = 50) List<@Valid @NotNull KnockOutBody> knockOuts,
            @Nullable @Size(max = 20) List<@Valid @NotNull GradeBody> grades,
            @Nullable @Size(max = 20) List<@Valid @NotNull PrizeBody> prizes,
            @Nullable @Size(max = 20) List<@Valid @NotNull TieBody> ties,
            @Nullable @Size(max = 50) List<@Valid @NotNull PartBody> parts,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {
        ScoresheetService.Draft draft() {
            return new ScoresheetService.Draft(
                    title.strip(),
                    SheetReader.read(new Content(
                            maximum,
                            bonus,
                            notApplicable,
                            plan,
                            belowZero,
                            rounding,
                            groups,
                            unmatched,
                            knockOuts,
                            grades,
                            prizes,
                            ties,
                            parts)),
                    provenance,
                    source == null || source.isBlank() ? null : source.strip());
        }
    }

    record ScoresheetView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @Nullable UUID periodId,
            int edition,
            @NotNull String title,
            @NotNull Scoresheet.Status status,
            @Nullable String sha256,
            @Nullable Instant frozenAt,
            @NotNull BigDecimal maximum,
            @Nullable BonusPlace bonus,
            @Nullable NotApplicable notApplicable,
            @Nullable Plan plan,
            @Nullable Boolean belowZero,
            @NotNull RoundingBody rounding,
            @NotNull List<GroupBody> groups,
            @Nullable Unmatched unmatched,
            @Nullable List<KnockOutBody> knockOuts,
            @Nullable List<GradeBody> grades,
            @Nullable List<PrizeBody> prizes,
            @Nullable List<TieBody> ties,
            @Nullable List<PartBody> parts,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {
        static ScoresheetView of(Scoresheet sheet) {
            var content = SheetWriter.write(sheet.sheet());
            return new ScoresheetView(
                    sheet.id(),
                    sheet.seasonId(),
                    sheet.periodId(),
                    sheet.edition(),
                    sheet.title(),
                    sheet.status(),
                    sheet.sha256(),
                    sheet.frozenAt(),
                    content.maximum(),
                    content.bonus(),
                    content.notApplicable(),
                    content.plan(),
                    content.belowZero(),
                    content.rounding(),
                    content.groups(),
                    content.unmatched(),
                    content.knockOuts(),
                    content.grades(),
                    content.prizes(),
                    content.ties(),
                    content.parts(),
                    sheet.provenance(),
                    sheet.source(),
                    sheet.version());
        }
    }

    private final ScoresheetStore store;
    private final ScoresheetService service;
    private final AnyMandate anyMandate;

    ScoresheetController(ScoresheetStore store, ScoresheetService service, AnyMandate anyMandate) {
        this.store = store;
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "Scoresheets of a season")
    Page<ScoresheetView> list(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        anyMandate.require(caller, "indicators.read");
        var found = store.list(seasonId, after, limit + 1).stream()
                .map(ScoresheetView::of)
                .toList();
        return Page.of(found, limit, sheet -> sheet.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A scoresheet")
    ResponseEntity<ScoresheetView> find(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        return answer(
                ResponseEntity.ok(),
                store.find(id)
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PostMapping
    @Operation(summary = "Drafts a scoresheet, as the next edition of its season and period")
    ResponseEntity<ScoresheetView> create(Caller caller, @Valid @RequestBody ScoresheetRequest request) {
        var sheet = service.create(caller, request.seasonId(), request.periodId(), request.draft());
        return answer(ResponseEntity.created(URI.create("/api/v1/scoresheets/" + sheet.id())), sheet);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a draft")
    ResponseEntity<ScoresheetView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ScoresheetRequest request) {
        anyMandate.require(caller, "indicators.read");
        return answer(ResponseEntity.ok(), service.change(caller, id, Versions.required(ifMatch), request.draft()));
    }

    @PostMapping("/{id}/freeze")
    @Operation(summary = "Freezes a draft; refused while maxima do not add up or a rule leaves a case open")
    ResponseEntity<ScoresheetView> freeze(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        anyMandate.require(caller, "indicators.read");
        return answer(ResponseEntity.ok(), service.freeze(caller, id, Versions.required(ifMatch)));
    }

    private static ResponseEntity<ScoresheetView> answer(ResponseEntity.BodyBuilder response, Scoresheet sheet) {
        return response.header(HttpHeaders.ETAG, Versions.etag(sheet.version())).body(ScoresheetView.of(sheet));
    }
}
