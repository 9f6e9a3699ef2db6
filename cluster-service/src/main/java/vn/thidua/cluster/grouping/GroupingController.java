package vn.thidua.cluster.grouping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.cluster.Cluster;
import vn.thidua.cluster.cluster.ClusterFounding;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.founding.FoundingDecision;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Unit;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;

/** Which units could compete with each other; for the organiser's officers. */
@RestController
@RequestMapping("/api/v1/clusters/grouping-proposals")
@Tag(name = "Clusters")
final class GroupingController {
    /** Whom to group: units in no cluster of the organiser on the day, or all. */
    enum Whom {
        FREE,
        ALL
    }

    /**
     * What is known of a unit and not to the platform.
     *
     * @param code the unit's
     * @param figure how large it is, in whatever measure all of them share
     * @param region where it belongs; without it the unit it lies under counts
     */
    record KnownOfUnit(
            @NotBlank @Size(min = 1, max = 35) String code,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal figure,
            @Nullable @Size(min = 1, max = 100) String region) {}

    /**
     * @param asOf the day from which they would be members
     * @param min members of a group at least
     * @param known figures and regions by unit code; once any figure is given, a unit without one is left over where sizes count
     */
    record GroupingWish(
            @NotNull UUID organiserId,
            @NotNull LocalDate asOf,
            Unit.@Nullable Kind kind,
            Unit.@Nullable Level level,
            @NotNull Whom whom,
            @NotNull @Min(2) @Max(200) Integer min,
            @NotNull @Min(2) @Max(200) Integer max,
            @NotEmpty @Size(min = 1, max = 3) List<Wish.@NotNull Likeness> by,
            @Nullable @Size(max = 2000) List<@NotNull @Valid KnownOfUnit> known) {
        Groupings.Asked asked() {
            if (max < min) {
                throw Problem.invalid(FieldError.of("/max", "range")).asException();
            }
            var filter = new GroupingQueries.Filter(
                    organiserId, Days.checked("/asOf", asOf), kind, level, whom == Whom.FREE);
            return new Groupings.Asked(filter, new Wish(min, max, Set.copyOf(by)), told());
        }

        private Map<String, Groupings.Known> told() {
            var told = new LinkedHashMap<String, Groupings.Known>();
            var given = known == null ? List.<KnownOfUnit>of() : known;
            for (int i = 0; i < given.size(); i++) {
                var unit = given.get(i);
                if (told.put(unit.code().strip(), new Groupings.Known(unit.figure(), stripped(unit.region())))
                        != null) {
                    throw Problem.invalid(FieldError.of("/known/" + i + "/code", "taken"))
                            .asException();
                }
            }
            return told;
        }
    }

    record GroupContent(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9.-]{0,34}")
            String code,

            @NotBlank @Size(min = 1, max = 300) String name,
            @NotNull Cluster.Kind kind,
            @NotEmpty @Size(min = 1, max = 200) List<@NotNull UUID> members) {}

    /** @param fileId its scan, brought in by the caller */
    record DecisionOfAll(
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotNull LocalDate decidedOn,
            @NotBlank @Size(min = 1, max = 300) String issuedBy,
            @Nullable UUID issuerUnitId,
            @Nullable UUID fileId) {
        FoundingDecision decision() {
            return new FoundingDecision(
                    number.strip(),
                    Days.checked("/decision/decidedOn", decidedOn),
                    issuedBy.strip(),
                    issuerUnitId,
                    fileId);
        }
    }

    /**
     * @param from first day of all memberships
     * @param leaveReason why units leave the organiser's clusters they are in, with the day before; without it nobody leaves
     * @param decision the decision that founds them all
     */
    record GroupingAcceptance(
            @NotNull UUID organiserId,
            @NotNull LocalDate from,
            @Nullable @Size(min = 1, max = 1000) String leaveReason,
            @NotNull Provenance provenance,
            @Nullable @Size(min = 1, max = 1000) String source,
            @Nullable @Valid DecisionOfAll decision,
            @NotEmpty @Size(min = 1, max = 200) List<@NotNull @Valid GroupContent> groups) {
        Groupings.Accepted accepted() {
            return new Groupings.Accepted(
                    organiserId,
                    Days.checked("/from", from),
                    stripped(leaveReason),
                    Recording.origin(provenance, source),
                    decision == null ? null : decision.decision(),
                    groups.stream()
                            .map(g -> new ClusterFounding.NewCluster(
                                    g.code(), g.name().strip(), g.kind(), g.members()))
                            .toList());
        }
    }

    record FoundedCluster(@NotNull UUID id, @NotNull String name) {}

    record FoundedClusters(@NotNull List<FoundedCluster> items) {
        static FoundedClusters of(List<Clusters.Ref> founded) {
            return new FoundedClusters(founded.stream()
                    .map(cluster -> new FoundedCluster(cluster.id(), cluster.name()))
                    .toList());
        }
    }

    private final Groupings service;

    GroupingController(Groupings service) {
        this.service = service;
    }

    @PostMapping
    @Operation(summary = "Proposes groups of like units below an organiser; writes nothing")
    ProposalViews.ProposalView propose(Caller caller, @Valid @RequestBody GroupingWish request) {
        return service.propose(caller, request.asked());
    }

    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Founds the clusters of a proposal, edited or not, with their members: all of them or none")
    FoundedClusters accept(Caller caller, @Valid @RequestBody GroupingAcceptance request) {
        return FoundedClusters.of(service.accept(caller, request.accepted()));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
