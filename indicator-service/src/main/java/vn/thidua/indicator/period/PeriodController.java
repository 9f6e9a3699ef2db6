package vn.thidua.indicator.period;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
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
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Reporting periods: read by whoever has a mandate at a member of the season or at its organiser. */
@RestController
@RequestMapping("/api/v1/periods")
@Tag(name = "Periods")
final class PeriodController {
    private static final String READ = "reports.read";
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-12-31T00:00:00Z");

    /** @param now the business clock by which {@code state} was told */
    record PeriodView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull Period.Kind kind,
            @NotNull String name,
            @NotNull Instant opensAt,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt,
            @NotNull Period.State state,
            @NotNull Instant now,
            long version) {
        static PeriodView of(Period period, Instant now) {
            return new PeriodView(
                    period.id(),
                    period.seasonId(),
                    period.kind(),
                    period.name(),
                    period.opensAt(),
                    period.dueAt(),
                    period.closesAt(),
                    period.stateAt(now),
                    now,
                    period.version());
        }
    }

    record NewPeriod(
            @NotNull UUID seasonId,
            @NotNull Period.Kind kind,
            @NotBlank @Size(min = 1, max = 200) String name,
            @NotNull Instant opensAt,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt) {}

    record PeriodChange(
            @NotBlank @Size(min = 1, max = 200) String name,
            @NotNull Instant opensAt,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final PeriodStore store;
    private final PeriodService service;
    private final SeasonAccess access;

    PeriodController(PeriodStore store, PeriodService service, SeasonAccess access) {
        this.store = store;
        this.service = service;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The periods of a season, the earliest first")
    Page<PeriodView> list(Caller caller, @RequestParam UUID seasonId) {
        access.visible(caller, seasonId, READ);
        var now = store.now();
        return new Page<>(
                store.ofSeason(seasonId).stream()
                        .map(period -> PeriodView.of(period, now))
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A period with its state by the business clock")
    ResponseEntity<PeriodView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), visible(caller, id, READ));
    }

    @PostMapping
    @Operation(summary = "Sets a period of a season")
    ResponseEntity<PeriodView> create(Caller caller, @Valid @RequestBody NewPeriod request) {
        access.visible(caller, request.seasonId(), PeriodService.WRITE.agencyScope());
        var given = given(request.name(), request.opensAt(), request.dueAt(), request.closesAt());
        var period = service.create(caller, request.seasonId(), request.kind(), given);
        return answer(ResponseEntity.created(URI.create("/api/v1/periods/" + period.id())), period);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Moves a period, with a reason; a later closing opens a closed one again")
    ResponseEntity<PeriodView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PeriodChange request) {
        visible(caller, id, PeriodService.WRITE.agencyScope());
        var given = given(request.name(), request.opensAt(), request.dueAt(), request.closesAt());
        return answer(
                ResponseEntity.ok(), service.change(caller, id, Versions.required(ifMatch), given, request.reason()));
    }

    private Period visible(Caller caller, UUID id, String scope) {
        var period = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        access.visible(caller, period.seasonId(), scope);
        return period;
    }

    private static PeriodService.Given given(String name, Instant opensAt, Instant dueAt, Instant closesAt) {
        return new PeriodService.Given(
                name.strip(), checked("/opensAt", opensAt), checked("/dueAt", dueAt), checked("/closesAt", closesAt));
    }

    private static Instant checked(String pointer, Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw Problem.invalid(FieldError.of(pointer, "range")).asException();
        }
        return moment;
    }

    private ResponseEntity<PeriodView> answer(ResponseEntity.BodyBuilder response, Period period) {
        return response.header(HttpHeaders.ETAG, Versions.etag(period.version()))
                .body(PeriodView.of(period, store.now()));
    }
}
