package vn.thidua.cluster.cluster;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Who is, was and will be in a cluster. */
@RestController
@RequestMapping("/api/v1/clusters/{id}/members")
@Tag(name = "Clusters")
final class MemberController {
    private static final String ALL = "all";

    /**
     * @param unitName on the day asked about, else on the membership's last day or today
     * @param to last day of the membership, or null
     */
    record MemberView(
            @NotNull UUID id,
            @NotNull UUID clusterId,
            @NotNull UUID unitId,
            @NotNull String unitCode,
            @NotNull String unitName,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @Nullable String leaveReason,
            @NotNull Provenance provenance,
            @Nullable String source) {}

    /** @param to last day of the membership, or null */
    record NewMember(
            @NotNull UUID unitId,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source) {}

    /** @param to last day of the membership */
    record Leaving(
            @NotNull LocalDate to,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    /** @param to last day of the membership, or null */
    record MemberCorrection(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final ClusterQueries queries;
    private final ClusterMembership service;
    private final MembershipCorrection correction;
    private final Clusters clusters;

    MemberController(
            ClusterQueries queries, ClusterMembership service, MembershipCorrection correction, Clusters clusters) {
        this.queries = queries;
        this.service = service;
        this.correction = correction;
        this.clusters = clusters;
    }

    @GetMapping
    @Operation(summary = "Members on a day, today unless said otherwise; asOf=all for everybody there ever was")
    Page<MemberView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "all|[0-9]{4}-[0-9]{2}-[0-9]{2}") String asOf,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(Page.MAX) int limit) {
        clusters.visible(caller, id);
        return Page.of(
                queries.members(id, unitId, day(asOf), after, limit + 1),
                limit,
                member -> member.id().toString());
    }

    @PostMapping
    @Operation(summary = "Lets a unit in; on any day it is in one cluster of the organiser only")
    ResponseEntity<MemberView> admit(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewMember request) {
        clusters.visible(caller, id);
        var from = Days.checked("/from", request.from());
        var until =
                request.to() == null ? null : Days.checked("/to", request.to()).plusDays(1);
        var origin = Recording.origin(request.provenance(), request.source());
        var member = service.admit(caller, id, request.unitId(), from, until, origin);
        return ResponseEntity.created(URI.create("/api/v1/clusters/" + id + "/members/" + member))
                .body(queries.member(member));
    }

    @PostMapping("/{memberId}/leaving")
    @Operation(summary = "Ends a membership, or ends it earlier than it would")
    MemberView leave(
            Caller caller, @PathVariable UUID id, @PathVariable UUID memberId, @Valid @RequestBody Leaving request) {
        clusters.visible(caller, id);
        var until = Days.checked("/to", request.to()).plusDays(1);
        service.release(caller, id, memberId, until, request.reason());
        return queries.member(memberId);
    }

    @PutMapping("/{memberId}")
    @Operation(summary = "Corrects what was recorded wrongly of a membership; If-Match is the cluster's version")
    MemberView correct(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MemberCorrection request) {
        clusters.visible(caller, id);
        var to = request.to();
        correction.correct(
                caller,
                id,
                memberId,
                Versions.required(ifMatch),
                Days.checked("/from", request.from()),
                to == null ? null : Days.checked("/to", to).plusDays(1),
                Recording.origin(request.provenance(), request.source()),
                request.reason());
        return queries.member(memberId);
    }

    @PostMapping("/{memberId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back a membership that never was; If-Match is the cluster's version")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        clusters.visible(caller, id);
        correction.withdraw(caller, id, memberId, Versions.required(ifMatch), request.reason());
    }

    private @Nullable LocalDate day(@Nullable String asOf) {
        if (ALL.equals(asOf)) {
            return null;
        }
        try {
            return asOf == null ? queries.today() : Days.checked("?asOf", LocalDate.parse(asOf));
        } catch (DateTimeParseException noDay) {
            throw Problem.invalid(FieldError.of("?asOf", "format")).asException();
        }
    }
}
