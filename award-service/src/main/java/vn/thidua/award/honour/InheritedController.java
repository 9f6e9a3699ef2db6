package vn.thidua.award.honour;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.award.access.Readers;
import vn.thidua.award.lineage.KnownLineage;
import vn.thidua.award.lineage.Way;
import vn.thidua.award.season.Provenance;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Honours of those that a unit came out of. They stay theirs: name and decision are as issued, and only the way to the unit is added. */
@RestController
@RequestMapping("/api/v1/honours/predecessors")
@Tag(name = "Honours")
final class InheritedController {
    /** @param name a predecessor's on the day before, a successor's on the day itself; null while its event has not come */
    record UnitOfWay(@NotNull UUID unitId, @Nullable String name) {}

    /**
     * One event between a predecessor and its successor. Where several stand on a side, others have a part in it too.
     *
     * @param effectiveFrom what a predecessor that goes on is given from this day on is not shown here
     */
    record StepView(
            @NotNull UUID lineageId,
            @NotNull KnownLineage.Kind kind,
            @NotNull LocalDate effectiveFrom,
            @Nullable String decision,
            @NotNull Provenance provenance,
            @NotNull UUID fromUnitId,
            @NotNull UUID intoUnitId,
            @NotNull List<UnitOfWay> predecessors,
            @NotNull List<UnitOfWay> successors) {}

    /** @param steps the oldest first */
    record WayView(@NotNull List<StepView> steps) {}

    /** @param ways every way by which the unit came out of the recipient; several after mergers and splits */
    record InheritedHonour(
            @NotNull HonourView honour, @NotNull List<WayView> ways) {}

    private final InheritedStore store;
    private final Seasons seasons;
    private final Readers readers;

    InheritedController(InheritedStore store, Seasons seasons, Readers readers) {
        this.store = store;
        this.seasons = seasons;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary = "Honours of a unit's predecessors, as issued, each with the ways from the recipient to the unit")
    Page<InheritedHonour> list(
            Caller caller,
            @RequestParam UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        readers.reach(caller);
        var found = store.list(unitId, after, limit + 1).stream()
                .map(one -> new InheritedHonour(
                        HonourView.of(one.honour()),
                        one.ways().stream().map(this::view).toList()))
                .toList();
        return Page.of(found, limit, one -> one.honour().id().toString());
    }

    private WayView view(Way way) {
        return new WayView(way.steps().stream().map(this::view).toList());
    }

    private StepView view(Way.Step step) {
        var lineage = step.lineage();
        var before = seasons.unitNames(
                lineage.predecessors(), lineage.effectiveFrom().minusDays(1));
        var after = seasons.unitNames(lineage.successors(), lineage.effectiveFrom());
        return new StepView(
                lineage.id(),
                lineage.kind(),
                lineage.effectiveFrom(),
                lineage.decision(),
                lineage.provenance(),
                step.from(),
                step.into(),
                units(lineage.predecessors(), before),
                units(lineage.successors(), after));
    }

    private static List<UnitOfWay> units(List<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(id -> new UnitOfWay(id, names.get(id))).toList();
    }
}
