package vn.thidua.cluster.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.season.DueList;
import vn.thidua.cluster.season.Owed;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.HeldMandate;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** What waits for the caller in the seasons of its units, outside of any, and because of an office over units below. */
@RestController
@Tag(name = "Tasks")
final class TaskController {
    /**
     * @param text what is to be done, in the caller's language
     * @param seasonId null outside of any season
     * @param aboutId the conference, compact, key task, movement or exemplar, or null
     * @param dueOn last day, or null where nobody said one
     */
    record TaskView(
            @NotNull String code,
            @NotNull String text,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable UUID seasonId,
            @Nullable String seasonName,
            @Nullable String clusterName,
            @Nullable UUID aboutId,
            @Nullable LocalDate dueOn,
            boolean late) {}

    private final Mandates mandates;
    private final Seasons seasons;
    private final DueList due;
    private final List<OutsideSeasons> outside;
    private final List<OfficeWork> offices;
    private final TaskQueries queries;
    private final TaskTexts texts;

    TaskController(
            Mandates mandates,
            Seasons seasons,
            DueList due,
            List<OutsideSeasons> outside,
            List<OfficeWork> offices,
            TaskQueries queries,
            TaskTexts texts) {
        this.mandates = mandates;
        this.seasons = seasons;
        this.due = due;
        this.outside = List.copyOf(outside);
        this.offices = List.copyOf(offices);
        this.queries = queries;
        this.texts = texts;
    }

    @GetMapping("/api/v1/tasks")
    @Operation(
            summary =
                    "What waits for the caller itself, in live seasons and outside: the first 200, what is due first at the head")
    Page<TaskView> own(Caller caller, Locale language) {
        // A mandate over a subtree is an office for the units below, not a turn to sign or vote in their stead.
        var mine = mandates.inForce(caller);
        var held = mine.stream()
                .collect(Collectors.groupingBy(
                        HeldMandate::unitId, Collectors.mapping(HeldMandate::role, Collectors.toSet())));
        var waiting = due.owed(seasons.underWayFor(held.keySet())).stream()
                .filter(owed -> holdsAny(held, owed.unitId(), owed.roles()))
                .filter(owed -> mine.stream().map(HeldMandate::id).noneMatch(owed.doneBy()::contains))
                .limit(Page.MAX)
                .toList();
        var units = held.keySet().toArray(UUID[]::new);
        var beside = outside.stream()
                .flatMap(source -> source.owedBy(units).stream())
                .filter(work -> holdsAny(held, work.unitId(), work.roles()))
                .limit(Page.MAX)
                .toList();
        var ofOffice = offices.stream()
                .flatMap(source -> source.waitingFor(caller, Page.MAX).stream())
                .toList();
        var names = queries.unitNames(Stream.of(
                        waiting.stream().map(Owed::unitId),
                        beside.stream().map(OutsideSeasons.Work::unitId),
                        ofOffice.stream().map(OfficeWork.Waiting::unitId))
                .flatMap(ids -> ids)
                .distinct()
                .toList());
        var words = new Words(names, queries.today(), language);
        var views = Stream.of(
                        inSeasons(waiting, names, language).stream(),
                        beside.stream()
                                .map(work -> outsideOfSeasons(
                                        new OfficeWork.Waiting(
                                                work.code(), work.unitId(), work.aboutId(), work.title(), work.dueOn()),
                                        words)),
                        ofOffice.stream().map(work -> outsideOfSeasons(work, words)))
                .flatMap(tasks -> tasks)
                .sorted(Comparator.comparing(TaskView::dueOn, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(Page.MAX)
                .toList();
        return new Page<>(views, null);
    }

    private static boolean holdsAny(Map<UUID, Set<String>> held, UUID unit, Set<Role> roles) {
        var there = held.getOrDefault(unit, Set.of());
        return roles.stream().map(Role::name).anyMatch(there::contains);
    }

    private List<TaskView> inSeasons(List<Owed> waiting, Map<UUID, String> units, Locale language) {
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

    /** With what a task is put into words. */
    private record Words(Map<UUID, String> units, LocalDate today, Locale language) {}

    private TaskView outsideOfSeasons(OfficeWork.Waiting work, Words words) {
        return new TaskView(
                work.code(),
                texts.task(work.code(), work.title(), words.language()),
                work.unitId(),
                Objects.requireNonNull(words.units().get(work.unitId())),
                null,
                null,
                null,
                work.aboutId(),
                work.dueOn(),
                work.dueOn() != null && words.today().isAfter(work.dueOn()));
    }
}
