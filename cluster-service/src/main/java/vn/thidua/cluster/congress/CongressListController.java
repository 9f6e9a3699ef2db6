package vn.thidua.cluster.congress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.congress.CongressViews.DelegateView;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;

/** Who comes to a congress, and what it resolves. */
@RestController
@RequestMapping("/api/v1/congresses/{id}")
@Tag(name = "Congresses")
final class CongressListController {
    /**
     * @param exemplarId a published exemplar for which it comes
     * @param name of the delegate; needed unless the exemplar tells it
     * @param capacity in which it comes ex officio, beside what the unit may send
     */
    record NewDelegate(
            @NotNull UUID unitId,
            @Nullable UUID exemplarId,
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Size(min = 1, max = 300) String capacity) {}

    /** @param unitId who owes it */
    record NewCongressResolution(
            @NotBlank @Size(min = 1, max = 5000) String text,
            @NotNull UUID unitId,
            @NotNull LocalDate dueOn) {}

    record Completion(
            @NotNull LocalDate doneOn,
            @NotBlank @Size(min = 1, max = 5000) String note) {}

    /** What was recorded. */
    record CongressRecorded(@NotNull UUID id) {}

    private final CongressService service;
    private final CongressQueries queries;
    private final Clusters clusters;

    CongressListController(CongressService service, CongressQueries queries, Clusters clusters) {
        this.service = service;
        this.queries = queries;
        this.clusters = clusters;
    }

    @GetMapping("/delegates")
    @Operation(summary = "Who comes to a congress")
    Page<DelegateView> delegates(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        requireVisible(caller, id);
        return Page.of(
                queries.delegates(id, after, limit + 1),
                limit,
                delegate -> delegate.id().toString());
    }

    @PostMapping("/delegates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers a delegate: within what its unit may send, or ex officio")
    CongressRecorded register(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewDelegate request) {
        requireVisible(caller, id);
        var delegate = new CongressStore.Delegate(
                request.unitId(), request.exemplarId(), stripped(request.name()), stripped(request.capacity()));
        return new CongressRecorded(service.register(caller, id, delegate));
    }

    @PostMapping("/delegates/{delegateId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a delegate off the list, name and all")
    void remove(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID delegateId,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        requireVisible(caller, id);
        service.remove(caller, id, delegateId, request.reason().strip());
    }

    @PostMapping("/resolutions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records what a congress resolved while it is held: who owes it, by when")
    CongressRecorded resolve(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewCongressResolution request) {
        requireVisible(caller, id);
        var resolution = new CongressStore.Resolution(
                request.text().strip(), request.unitId(), Days.checked("/dueOn", request.dueOn()));
        return new CongressRecorded(service.resolve(caller, id, resolution));
    }

    @PostMapping("/resolutions/{resolutionId}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that a resolution is done; for the unit that owes it, and for who held the congress")
    void complete(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID resolutionId,
            @Valid @RequestBody Completion request) {
        requireVisible(caller, id);
        var doneOn = Days.checked("/doneOn", request.doneOn());
        service.complete(caller, id, resolutionId, doneOn, request.note().strip());
    }

    private void requireVisible(Caller caller, UUID id) {
        if (queries.find(id, clusters.reach(caller)).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
    }

    private static @Nullable String stripped(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
