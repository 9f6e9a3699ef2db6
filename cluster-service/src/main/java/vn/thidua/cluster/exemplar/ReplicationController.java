package vn.thidua.cluster.exemplar;

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
import vn.thidua.cluster.exemplar.ExemplarViews.ReplicationView;
import vn.thidua.cluster.exemplar.Replication.Course;
import vn.thidua.cluster.exemplar.Replication.FollowUp;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;

/** Who replicates an exemplar. Whoever sees the exemplar sees it. */
@RestController
@RequestMapping("/api/v1/exemplars/{id}/replications")
@Tag(name = "Exemplars")
final class ReplicationController {
    /** @param unitId a unit of the caller's, other than the exemplar's */
    record NewReplication(@NotNull UUID unitId, @NotNull LocalDate since) {}

    /** @param reason why it was given up, and only then */
    record NewFollowUp(
            @NotNull LocalDate day,
            @NotNull Course state,
            @NotBlank @Size(min = 1, max = 5000) String done,
            @Nullable @Size(min = 1, max = 1000) String reason) {}

    /** What was recorded. */
    record ReplicationRecorded(@NotNull UUID id) {}

    private final Replications service;
    private final ReplicationStore store;
    private final ExemplarSight sight;

    ReplicationController(Replications service, ReplicationStore store, ExemplarSight sight) {
        this.service = service;
        this.store = store;
        this.sight = sight;
    }

    @GetMapping
    @Operation(summary = "Units that replicate an exemplar, with what they reported of it")
    Page<ReplicationView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        sight.visible(caller, id);
        return Page.of(
                store.list(id, after, limit + 1),
                limit,
                replication -> replication.id().toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers that a unit replicates a published exemplar of another unit, since a day")
    ReplicationRecorded register(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewReplication request) {
        sight.visible(caller, id);
        var since = Days.checked("/since", request.since());
        return new ReplicationRecorded(service.register(caller, id, request.unitId(), since));
    }

    @PostMapping("/{replicationId}/follow-ups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Reports what the unit did of it, and how it goes")
    ReplicationRecorded report(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID replicationId,
            @Valid @RequestBody NewFollowUp request) {
        sight.visible(caller, id);
        var reason = request.reason() == null ? null : request.reason().strip();
        var followUp = new FollowUp(
                Days.checked("/day", request.day()),
                request.state(),
                request.done().strip(),
                reason);
        return new ReplicationRecorded(service.report(caller, id, replicationId, followUp));
    }
}
