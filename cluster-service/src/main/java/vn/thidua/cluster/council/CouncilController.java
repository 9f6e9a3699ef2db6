package vn.thidua.cluster.council;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Compositions of councils. People with any mandate see all of them, agencies those of the units under theirs. */
@RestController
@RequestMapping("/api/v1/councils")
@Tag(name = "Councils")
final class CouncilController {
    /** @param entrusted whether the person may act in this office today */
    record SeatView(
            @NotNull UUID personId,
            @Nullable String personName,
            @NotNull Council.Office office,
            @Nullable String position,
            boolean entrusted) {}

    /**
     * @param to last day on which it is in force, or null
     * @param newest whether no later composition of the unit's council is known
     */
    record CouncilView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            boolean inForce,
            boolean newest,
            @NotNull List<SeatView> seats,
            long version) {
        CouncilView with(List<SeatView> taken) {
            return new CouncilView(
                    id, unitId, unitName, decisionNumber, decidedOn, from, to, inForce, newest, taken, version);
        }
    }

    record SeatContent(
            @NotNull UUID personId,
            @NotNull Council.Office office,
            @Nullable @Size(min = 1, max = 300) String position) {}

    /**
     * @param from first day on which these people sit; a composition in force until then ends the day before
     * @param seats all of them, in the order of the decision, one chair among them
     */
    record CouncilContent(
            @NotNull UUID unitId,
            @NotBlank @Size(min = 1, max = 100) String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotNull LocalDate from,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid SeatContent> seats) {
        private static final UUID NOT_YET = new UUID(0, 0);

        Council council() {
            return new Council(
                    NOT_YET,
                    unitId,
                    decisionNumber.strip(),
                    Days.checked("/decidedOn", decidedOn),
                    Days.checked("/from", from),
                    null,
                    seats.stream()
                            .map(seat -> new Council.Seat(
                                    seat.personId(),
                                    seat.office(),
                                    seat.position() == null || seat.position().isBlank()
                                            ? null
                                            : seat.position().strip()))
                            .toList(),
                    1);
        }
    }

    private final CouncilService service;
    private final CouncilQueries queries;
    private final Mandates mandates;

    CouncilController(CouncilService service, CouncilQueries queries, Mandates mandates) {
        this.service = service;
        this.queries = queries;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "Compositions of councils, of a unit or on a day, the newest record first")
    Page<CouncilView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var day = on == null ? null : Days.checked("?on", on);
        return Page.of(
                queries.list(unitId, day, after, limit + 1, reach(caller)),
                limit,
                council -> council.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A composition of a council with its seats")
    ResponseEntity<CouncilView> find(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), caller, id);
    }

    @PostMapping
    @Operation(summary = "Composes a unit's council by a decision, and entrusts its people for those days")
    ResponseEntity<CouncilView> compose(Caller caller, @Valid @RequestBody CouncilContent request) {
        var id = service.compose(caller, request.council());
        return answer(ResponseEntity.created(URI.create("/api/v1/councils/" + id)), caller, id);
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back the newest composition, which never was; the one before goes on")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        seen(caller, id);
        service.withdraw(caller, id, Versions.required(ifMatch), request.reason());
    }

    private @Nullable Reach reach(Caller caller) {
        var reach = mandates.reach(caller, Ability.COUNCILS_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return caller.kind() == Caller.Kind.PERSON ? null : reach;
    }

    private CouncilView seen(Caller caller, UUID id) {
        return queries.find(id, reach(caller))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private ResponseEntity<CouncilView> answer(ResponseEntity.BodyBuilder response, Caller caller, UUID id) {
        var council = seen(caller, id);
        return response.header(HttpHeaders.ETAG, Versions.etag(council.version()))
                .body(council);
    }
}
