package vn.thidua.indicator.consolidation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** A cluster's own report of a period; its numbers are read by whoever has to do with the season, members' parts as reports are. */
@RestController
@RequestMapping("/api/v1/periods/{id}/consolidation")
@Tag(name = "Consolidation")
final class ConsolidationController {
    private final ConsolidationService service;
    private final ConsolidationReading reading;

    ConsolidationController(ConsolidationService service, ConsolidationReading reading) {
        this.service = service;
        this.reading = reading;
    }

    @GetMapping
    @Operation(
            summary =
                    "The cluster's own report: each number computed from the members', adjusted where it is, and who is missing")
    ResponseEntity<ConsolidationViews.ConsolidationView> find(Caller caller, @PathVariable UUID id) {
        return answer(caller, id);
    }

    @GetMapping("/{indicatorId}")
    @Operation(summary = "The members' cells that a number is made of, as far as the caller sees their figures")
    List<ConsolidationViews.MemberPart> parts(Caller caller, @PathVariable UUID id, @PathVariable UUID indicatorId) {
        return reading.parts(caller, id, indicatorId);
    }

    @PutMapping("/{indicatorId}")
    @Operation(
            summary =
                    "Puts a number with its reason beside the computed one, or explains it; If-Match \"0\" where nothing is said yet")
    ResponseEntity<ConsolidationViews.ConsolidationView> say(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID indicatorId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ConsolidationViews.Said request) {
        service.say(
                caller,
                id,
                indicatorId,
                request.adjusted(),
                stripped(request.reason()),
                stripped(request.explanation()),
                Versions.required(ifMatch));
        return answer(caller, id);
    }

    @PostMapping("/submission")
    @Operation(summary = "Hands it in with the numbers as they are now")
    ResponseEntity<ConsolidationViews.ConsolidationView> submit(Caller caller, @PathVariable UUID id) {
        service.submit(caller, id);
        return answer(caller, id);
    }

    @PostMapping("/adoption")
    @Operation(summary = "Adopts it for the cluster; not by who handed it in")
    ResponseEntity<ConsolidationViews.ConsolidationView> adopt(Caller caller, @PathVariable UUID id) {
        service.adopt(caller, id);
        return answer(caller, id);
    }

    @PostMapping("/return")
    @Operation(summary = "Makes a draft of it again, with the reason")
    ResponseEntity<ConsolidationViews.ConsolidationView> giveBack(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody ConsolidationViews.GivenBack request) {
        service.giveBack(caller, id, request.reason().strip());
        return answer(caller, id);
    }

    private ResponseEntity<ConsolidationViews.ConsolidationView> answer(Caller caller, UUID id) {
        var view = reading.view(caller, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
