package vn.thidua.cluster.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.season.DueList;
import vn.thidua.cluster.season.Owed;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.HeldMandate;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What waits for the caller in the seasons of its units. */
@RestController
@Tag(name = "Tasks")
final class TaskController {
    /**
     * @param text what is to be done, in the caller's language
     * @param aboutId the conference, compact or key task, or null
     * @param dueOn last day, or null where nobody said one
     */
    record TaskView(
            @NotNull String code,
            @NotNull String text,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull UUID seasonId,
            @NotNull String seasonName,
            @NotNull String clusterName,
            @Nullable UUID aboutId,
            @Nullable LocalDate dueOn,
            boolean late) {}

    private final Mandates mandates;
    private final Seasons seasons;
    private final DueList due;
    private final TaskQueries queries;
    private final TaskTexts texts;

    TaskController(Mandates mandates, Seasons seasons, DueList due, TaskQueries queries, TaskTexts texts) {
        this.mandates = mandates;
        this.seasons = seasons;
        this.due = due;
        this.queries = queries;
        this.texts = texts;
    }

    @GetMapping("/api/v1/tasks")
    @Operation(
            summary = "What waits for the caller itself in live seasons: the first 200, what is due first at the head")
    Page<TaskView> own(Caller caller, Locale language) {
        // A mandate over a subtree is an office for the units below, not a turn to sign or vote in their stead.
        var mine = mandates.inForce(caller);
        var held = mine.stream()
                .collect(Collectors.groupingBy(
                        HeldMandate::unitId, Collectors.mapping(HeldMandate::role, Collectors.toSet())));
        var waiting = due.owed(seasons.underWayFor(held.keySet())).stream()
                .filter(owed -> owed.roles().stream()
                        .anyMatch(role ->
                                held.getOrDefault(owed.unitId(), Set.of()).contains(role.name())))
                .filter(owed -> mine.stream().map(HeldMandate::id).noneMatch(owed.doneBy()::contains))
                .limit(Page.MAX)
                .toList();
        return new Page<>(views(waiting, language), null);
    }

    private List<TaskView> views(List<Owed> waiting, Locale language) {
        var units =
                queries.unitNames(waiting.stream().map(Owed::unitId).distinct().toList());
        var clusters = queries.clusterNames(waiting.stream()
                .map(owed -> owed.season().clusterId())
                .distinct()
                .toList());
        return waiting.stream()
                .map(owed -> new TaskView(
                        owed.code(),
                        texts.task(owed.code(), owed.title(), language),
                        owed.unitId(),
                        Objects.requireNonNull(units.get(owed.unitId())),
                        owed.season().id(),
                        owed.season().name(),
                        Objects.requireNonNull(clusters.get(owed.season().clusterId())),
                        owed.aboutId(),
                        owed.dueOn(),
                        owed.late()))
                .toList();
    }
}
