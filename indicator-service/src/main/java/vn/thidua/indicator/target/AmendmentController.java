package vn.thidua.indicator.target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Amendments of frozen targets: what a target was and shall be, why, who proposed and who decided. Seen by whoever sees the targets. */
@RestController
@RequestMapping("/api/v1/targets/{seasonId}/amendments")
@Tag(name = "Targets")
final class AmendmentController {
    /**
     * Both numbers as they shall be; one that is left out shall be empty.
     *
     * @param portions left out, they stay
     * @param items left out, they stay; with items, registered is how many they are
     */
    record NewAmendment(
            @NotNull UUID unitId,
            @NotNull UUID indicatorId,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable @Size(max = 2) List<TargetBody.@NotNull @Valid GivenPortion> portions,

            @Nullable @Size(max = Target.MOST_ITEMS)
            List<@NotNull @Pattern(regexp = TargetBody.SOMETHING) @Size(min = 1, max = 200) String> items,

            @NotBlank @Size(min = 1, max = 1000) String reason) {
        TargetDrafts.Given given() {
            return new TargetDrafts.Given(
                    unitId,
                    indicatorId,
                    assigned,
                    registered,
                    null,
                    null,
                    TargetBody.GivenPortion.all(portions),
                    TargetBody.tidied(items));
        }
    }

    record Refusal(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    record AmendmentView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID unitId,
            @NotNull UUID indicatorId,
            @Nullable BigDecimal assignedBefore,
            @Nullable BigDecimal registeredBefore,
            @NotNull List<TargetViews.@NotNull PortionView> portionsBefore,
            @NotNull List<@NotNull String> itemsBefore,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @NotNull List<TargetViews.@NotNull PortionView> portions,
            @NotNull List<@NotNull String> items,
            @NotNull String reason,
            @NotNull Amendment.Status status,
            boolean proposedByCaller,
            @NotNull Instant proposedAt,
            @Nullable Instant decidedAt,
            @Nullable String refusedBecause) {
        static AmendmentView of(Amendment amendment, Caller caller) {
            return new AmendmentView(
                    amendment.id(),
                    amendment.seasonId(),
                    amendment.unitId(),
                    amendment.indicatorId(),
                    amendment.before().assigned(),
                    amendment.before().registered(),
                    amendment.before().portions().stream()
                            .map(TargetViews.PortionView::of)
                            .toList(),
                    amendment.before().items(),
                    amendment.after().assigned(),
                    amendment.after().registered(),
                    amendment.after().portions().stream()
                            .map(TargetViews.PortionView::of)
                            .toList(),
                    amendment.after().items(),
                    amendment.reason(),
                    amendment.status(),
                    amendment.proposedBy().equals(caller.subject()),
                    amendment.proposedAt(),
                    amendment.decidedAt(),
                    amendment.refusedBecause());
        }
    }

    private final AmendmentService service;
    private final AmendmentStore store;
    private final SeasonAccess access;

    AmendmentController(AmendmentService service, AmendmentStore store, SeasonAccess access) {
        this.service = service;
        this.store = store;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Amendments of a season's targets, newest first, of one member if it is named")
    Page<AmendmentView> list(
            Caller caller,
            @PathVariable UUID seasonId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        access.visible(caller, seasonId, "indicators.read");
        var found = store.list(seasonId, unitId, after, limit + 1).stream()
                .map(amendment -> AmendmentView.of(amendment, caller))
                .toList();
        return Page.of(found, limit, amendment -> amendment.id().toString());
    }

    @PostMapping
    @Operation(summary = "Proposes to change a frozen target, with the reason. A member proposes what it registers")
    ResponseEntity<AmendmentView> propose(
            Caller caller, @PathVariable UUID seasonId, @Valid @RequestBody NewAmendment request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        var proposed = service.propose(
                caller, seasonId, request.given(), request.reason().strip());
        return ResponseEntity.created(URI.create("/api/v1/targets/" + seasonId + "/amendments"))
                .body(AmendmentView.of(proposed, caller));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approves: the target changes and the season's text is frozen anew; not by who proposed it")
    AmendmentView approve(Caller caller, @PathVariable UUID seasonId, @PathVariable UUID id) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        return AmendmentView.of(service.approve(caller, seasonId, id), caller);
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Refuses with a reason, or takes back what one proposed")
    AmendmentView refuse(
            Caller caller, @PathVariable UUID seasonId, @PathVariable UUID id, @Valid @RequestBody Refusal request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        return AmendmentView.of(
                service.refuse(caller, seasonId, id, request.reason().strip()), caller);
    }
}
