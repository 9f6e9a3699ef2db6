package vn.thidua.award.honour;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
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
import vn.thidua.award.access.Readers;
import vn.thidua.award.season.Provenance;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** The register of honours; anyone with a mandate may read it, as honours are public. */
@RestController
@RequestMapping("/api/v1/honours")
@Tag(name = "Honours")
final class HonourController {
    /** @param registerUnitId the unit in whose register it stands; null where the source states nothing */
    record NewHonour(
            @NotNull UUID registerUnitId,
            @NotBlank @Size(min = 1, max = 300) String awardName,
            @Nullable UUID awardId,
            @Nullable UUID recipientUnitId,
            @NotBlank @Size(min = 1, max = 500) String recipientText,
            @NotBlank @Size(min = 1, max = 300) String givenBy,
            @Nullable UUID seasonId,
            @Nullable LocalDate givenOn,
            @Nullable @Size(min = 1, max = 60) String decisionNumber,
            @Nullable LocalDate decisionDate,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    private final HonourStore store;
    private final Register register;
    private final Readers readers;

    HonourController(HonourStore store, Register register, Readers readers) {
        this.store = store;
        this.register = register;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Honours; unitId is the recipient, q searches recipient, award and decision number")
    Page<HonourView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID seasonId,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        readers.reach(caller);
        var typed = q == null || q.isBlank() ? null : q.strip();
        var found = store.list(unitId, seasonId, typed, after, limit + 1).stream()
                .map(HonourView::of)
                .toList();
        return Page.of(found, limit, honour -> honour.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An honour")
    ResponseEntity<HonourView> find(Caller caller, @PathVariable UUID id) {
        readers.reach(caller);
        var honour = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return ResponseEntity.ok().header(HttpHeaders.ETAG, Versions.etag(1)).body(HonourView.of(honour));
    }

    @PostMapping
    @Operation(summary = "Enters an honour of the past as its source states it; no rule is run")
    ResponseEntity<HonourView> record(Caller caller, @Valid @RequestBody NewHonour request) {
        var honour = register.record(
                caller,
                new Honour(
                        new UUID(0, 0),
                        request.registerUnitId(),
                        request.awardName().strip(),
                        request.awardId(),
                        request.recipientUnitId(),
                        request.recipientText().strip(),
                        request.givenBy().strip(),
                        request.seasonId(),
                        day("/givenOn", request.givenOn()),
                        stripped(request.decisionNumber()),
                        day("/decisionDate", request.decisionDate()),
                        null,
                        request.provenance(),
                        stripped(request.source())));
        return ResponseEntity.created(URI.create("/api/v1/honours/" + honour.id()))
                .header(HttpHeaders.ETAG, Versions.etag(1))
                .body(HonourView.of(honour));
    }

    private static @Nullable LocalDate day(String pointer, @Nullable LocalDate day) {
        return day == null ? null : Days.checked(pointer, day);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
