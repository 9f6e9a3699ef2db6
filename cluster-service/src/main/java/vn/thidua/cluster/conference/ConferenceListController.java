package vn.thidua.cluster.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.security.Caller;

/** What is noted of a conference: who came, what was read, what was resolved. */
@RestController
@RequestMapping("/api/v1/conferences/{id}")
@Tag(name = "Conferences")
final class ConferenceListController {
    private static final UUID NOT_YET = new UUID(0, 0);

    record AttendanceView(
            @NotNull UUID id,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable String name,
            @Nullable String office,
            @NotNull Conference.Capacity capacity) {}

    record PaperView(
            @NotNull UUID id,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @NotNull String title,
            @Nullable String text) {}

    /** @param outcome how the last conference that looked at it found it, or null */
    record ResolutionTaskView(
            @NotNull UUID keyTaskId,
            @NotNull UUID seasonId,
            @NotNull String text,
            @Nullable String ownerUnitName,
            @Nullable LocalDate dueOn,
            @Nullable String outcome) {}

    /** @param tasks that came of it */
    record ResolutionView(
            @NotNull UUID id,
            @Nullable UUID seasonId,
            @NotNull String text,
            @NotNull List<ResolutionTaskView> tasks) {}

    /** A unit, a named guest with the office as printed, or both. */
    record NewAttendance(
            @Nullable UUID unitId,
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Size(min = 1, max = 500) String office,
            @NotNull Conference.Capacity capacity) {}

    record NewPaper(
            @Nullable UUID unitId,
            @NotBlank @Size(min = 1, max = 500) String title,
            @Nullable @Size(min = 1, max = 100_000) String text) {}

    record NewResolution(
            @Nullable UUID seasonId,
            @NotBlank @Size(min = 1, max = 10_000) String text) {}

    private final ConferenceQueries queries;
    private final ConferenceService service;
    private final Conferences conferences;

    ConferenceListController(ConferenceQueries queries, ConferenceService service, Conferences conferences) {
        this.queries = queries;
        this.service = service;
        this.conferences = conferences;
    }

    @PostMapping("/attendances")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Notes who came")
    AttendanceView attend(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewAttendance request) {
        conferences.visible(caller, id);
        var added = service.add(
                caller,
                id,
                new Conference.Attendance(
                        NOT_YET, request.unitId(), request.name(), request.office(), request.capacity()));
        return only(queries.attendances(id), a -> a.id().equals(added));
    }

    @PostMapping("/papers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Notes a paper that was read")
    PaperView read(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewPaper request) {
        conferences.visible(caller, id);
        var added = service.add(
                caller, id, new Conference.Paper(NOT_YET, request.unitId(), request.title(), request.text()));
        return only(queries.papers(id), p -> p.id().equals(added));
    }

    @PostMapping("/resolutions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Notes what was resolved")
    ResolutionView resolve(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewResolution request) {
        conferences.visible(caller, id);
        var added = service.add(caller, id, new Conference.Resolution(NOT_YET, request.seasonId(), request.text()));
        return only(queries.resolutions(id), r -> r.id().equals(added));
    }

    private static <T> T only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }
}
