package vn.thidua.cluster.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** What a conference goes through. It is read with the conference. */
@RestController
@RequestMapping("/api/v1/conferences/{id}/agenda")
@Tag(name = "Conferences")
final class AgendaController {
    /**
     * @param position from 1 on
     * @param startsAt hour and minute, or null
     * @param minutes how long it is to take, or null
     * @param unitName on the day of the conference
     * @param presenter in person, or null
     * @param purpose of the conference that it serves, with that purpose's season, or null
     * @param begunAt by the business clock, or null while it is still to come
     * @param endedAt null while it is under way, too
     */
    record AgendaItemView(
            int position,
            @Nullable String startsAt,
            @Nullable Integer minutes,
            @NotNull String title,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable String presenter,
            Conference.@Nullable Purpose purpose,
            @Nullable UUID seasonId,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {}

    /** @param was its position before, or null for a new one; what was begun keeps its times by it */
    record NewAgendaItem(
            @Nullable @Pattern(regexp = HourOfDay.FORM) String startsAt,
            @Nullable @Min(1) @Max(600) Integer minutes,
            @NotBlank @Size(min = 1, max = 500) String title,
            @Nullable UUID unitId,
            @Nullable @Size(min = 1, max = 200) String presenter,
            @Nullable @Valid ServedByItem serves,
            @Nullable @Min(1) @Max(100) Integer was) {
        Conference.AgendaItem item() {
            var named = presenter == null || presenter.isBlank() ? null : presenter.strip();
            return new Conference.AgendaItem(
                    HourOfDay.read(startsAt),
                    minutes,
                    title.strip(),
                    unitId,
                    named,
                    serves == null ? null : new Conference.Serving(serves.purpose(), serves.seasonId()),
                    was);
        }
    }

    /** One of the conference's purposes. */
    record ServedByItem(
            @NotNull Conference.Purpose purpose, @NotNull UUID seasonId) {}

    /** @param items in their order */
    record AgendaContent(@NotNull @Size(min = 0, max = 100) List<@NotNull @Valid NewAgendaItem> items) {}

    /**
     * @param position of the item that is under way from now on; null for none
     * @param mistaken whether what was under way until now was marked by mistake: of that nothing is noted
     */
    record UnderWay(
            @Nullable @Min(1) @Max(100) Integer position,
            @NotNull Boolean mistaken) {}

    private final AgendaService service;
    private final Conferences conferences;
    private final ConferenceQueries queries;

    AgendaController(AgendaService service, Conferences conferences, ConferenceQueries queries) {
        this.service = service;
        this.conferences = conferences;
        this.queries = queries;
    }

    @PutMapping
    @Operation(summary = "Puts an agenda in the place of the one before; If-Match is the conference's version")
    ResponseEntity<ConferenceController.ConferenceMinutes> replace(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AgendaContent request) {
        conferences.visible(caller, id);
        service.replace(
                caller,
                id,
                Versions.required(ifMatch),
                request.items().stream().map(NewAgendaItem::item).toList());
        return answer(id);
    }

    @PutMapping("/under-way")
    @Operation(
            summary =
                    "Marks which item is under way, on the day of the conference; the one before ends with it. If-Match is the conference's version")
    ResponseEntity<ConferenceController.ConferenceMinutes> goOn(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UnderWay request) {
        conferences.visible(caller, id);
        service.goOn(caller, id, Versions.required(ifMatch), request.position(), request.mistaken());
        return answer(id);
    }

    private ResponseEntity<ConferenceController.ConferenceMinutes> answer(UUID id) {
        var found = queries.minutes(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(found.version()))
                .body(found);
    }
}
