package vn.thidua.indicator.target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** What a cluster as a whole is to reach; shown beside its consolidated numbers, which are held against it. */
@RestController
@RequestMapping("/api/v1/targets/{seasonId}/cluster/{indicatorId}")
@Tag(name = "Targets")
final class ClusterTargetController {
    /**
     * All numbers as they shall be; one that is left out shall be empty.
     *
     * @param portions left out, they stay
     * @param reason due from the second time on
     */
    record ClusterTargetChange(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,

            @Nullable @Size(max = 2) List<TargetBody.@NotNull @Valid GivenPortion> portions,

            @Nullable @Pattern(regexp = TargetBody.SOMETHING) @Size(min = 1, max = 1000)
            String reason) {}

    record ClusterTargetView(
            @NotNull UUID seasonId,
            @NotNull UUID indicatorId,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @NotNull List<TargetViews.@NotNull PortionView> portions,
            @Nullable String reason,
            long version) {}

    private final ClusterTargetService service;
    private final SeasonAccess access;

    ClusterTargetController(ClusterTargetService service, SeasonAccess access) {
        this.service = service;
        this.access = access;
    }

    @PutMapping
    @Operation(
            summary =
                    "Registers what the cluster as a whole is to reach; If-Match \"0\" where nothing is registered, a reason where something is")
    ResponseEntity<ClusterTargetView> register(
            Caller caller,
            @PathVariable UUID seasonId,
            @PathVariable UUID indicatorId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClusterTargetChange request) {
        access.visible(caller, seasonId, TargetService.WRITE.agencyScope());
        var reason = request.reason();
        var target = service.register(
                caller,
                seasonId,
                indicatorId,
                new ClusterTargetService.Given(
                        request.assigned(),
                        request.registered(),
                        request.lastYear(),
                        TargetBody.GivenPortion.all(request.portions()),
                        reason == null ? null : reason.strip()),
                Versions.required(ifMatch));
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(target.version()))
                .body(new ClusterTargetView(
                        seasonId,
                        indicatorId,
                        target.assigned(),
                        target.registered(),
                        target.lastYear(),
                        target.portions().stream()
                                .map(TargetViews.PortionView::of)
                                .toList(),
                        target.reason(),
                        target.version()));
    }
}
