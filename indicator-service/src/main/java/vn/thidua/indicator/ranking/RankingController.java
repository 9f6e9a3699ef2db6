package vn.thidua.indicator.ranking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.indicator.score.Score;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Rankings: provisional for who ranks the season, published for whom the regulation names. */
@RestController
@RequestMapping("/api/v1/rankings")
@Tag(name = "Rankings")
final class RankingController {
    record RankingRequest(@NotNull UUID scoresheetId) {}

    /** @param confirm the season's name, typed by the one who publishes */
    record PublicationRequest(
            @NotBlank @Size(min = 1, max = 200) String confirm) {}

    /** @param confirm the season's name, typed by the one who opens it again */
    record ReopeningRequest(
            @NotBlank @Size(min = 1, max = 200) String confirm,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    /** @param same whether computing again gave the same bytes */
    record Recomputation(
            @NotNull String sheetSha256,
            @NotNull String factsSha256,
            @NotNull String resultSha256,
            @NotNull String recomputedSha256,
            boolean same) {}

    /**
     * @param codes of criteria, or {@code I.2:thang} of a further number, whose fact is another one than the ranking rests on
     * @param totalNow what the unit comes to by the same sheet and the facts of today
     */
    record ChangedView(
            @NotNull UUID unitId,
            @NotNull List<String> codes,
            @NotNull BigDecimal total,
            @NotNull BigDecimal totalNow) {}

    record ChangesView(@NotNull List<ChangedView> units) {}

    private final RankingService service;
    private final RankingReading reading;
    private final Changes changes;
    private final AnyMandate anyMandate;

    RankingController(RankingService service, RankingReading reading, Changes changes, AnyMandate anyMandate) {
        this.service = service;
        this.reading = reading;
        this.changes = changes;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(summary = "Rankings of a season that the caller may see")
    Page<RankingViews.RankingView> list(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        anyMandate.require(caller, "indicators.read");
        return Page.of(
                reading.list(caller, seasonId, after, limit + 1),
                limit,
                ranking -> ranking.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A ranking with the rows that the regulation shows to the caller, the best first")
    ResponseEntity<RankingViews.RankingView> find(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        return answer(ResponseEntity.ok(), reading.view(caller, reading.seen(caller, id)));
    }

    @GetMapping("/{id}/scores/{unitId}")
    @Operation(summary = "The score by which a unit was ranked, with the way to every point, as it was then")
    Score score(Caller caller, @PathVariable UUID id, @PathVariable UUID unitId) {
        anyMandate.require(caller, "indicators.read");
        return reading.score(caller, id, unitId);
    }

    @GetMapping("/{id}/recomputation")
    @Operation(summary = "Computes the ranking's scores again from the stored sheet and facts, and compares the bytes")
    Recomputation recomputation(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        var ranking = reading.seen(caller, id).ranking();
        var again = reading.recomputed(ranking);
        return new Recomputation(
                ranking.sheetSha256(),
                ranking.factsSha256(),
                ranking.resultSha256(),
                again,
                again.equals(ranking.resultSha256()));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "Units of which something else is known now than the ranking rests on; for those who rank")
    ChangesView changes(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        return new ChangesView(changes.since(caller, id).stream()
                .map(unit -> new ChangedView(unit.unitId(), unit.codes(), unit.total(), unit.totalNow()))
                .toList());
    }

    @GetMapping("/{id}/sensitivity")
    @Operation(
            summary =
                    "How close the first places and the ends of prizes are, and the smallest change of one criterion with which neighbours change places")
    SensitivityViews.SensitivityView sensitivity(Caller caller, @PathVariable UUID id) {
        anyMandate.require(caller, "indicators.read");
        return reading.sensitivity(reading.seenWhole(caller, id));
    }

    @PostMapping
    @Operation(summary = "Ranks the members of a living season by a frozen scoresheet, provisionally")
    ResponseEntity<RankingViews.RankingView> rank(Caller caller, @Valid @RequestBody RankingRequest request) {
        anyMandate.require(caller, "indicators.read");
        var ranking = service.rank(caller, request.scoresheetId());
        return answer(ResponseEntity.created(URI.create("/api/v1/rankings/" + ranking.id())), ranking);
    }

    @PostMapping("/{id}/publication")
    @Operation(summary = "Publishes a ranking; confirm is the season's name")
    ResponseEntity<RankingViews.RankingView> publish(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PublicationRequest request) {
        anyMandate.require(caller, "indicators.read");
        return answer(ResponseEntity.ok(), service.publish(caller, id, Versions.required(ifMatch), request.confirm()));
    }

    @PostMapping("/{id}/reopening")
    @Operation(
            summary =
                    "Takes a published ranking out of force for a reason; it stays readable. confirm is the season's name")
    ResponseEntity<RankingViews.RankingView> reopen(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReopeningRequest request) {
        anyMandate.require(caller, "indicators.read");
        return answer(
                ResponseEntity.ok(),
                service.reopen(
                        caller,
                        id,
                        Versions.required(ifMatch),
                        request.confirm(),
                        request.reason().strip()));
    }

    private static ResponseEntity<RankingViews.RankingView> answer(
            ResponseEntity.BodyBuilder response, RankingViews.RankingView ranking) {
        return response.header(HttpHeaders.ETAG, Versions.etag(ranking.version()))
                .body(ranking);
    }
}
