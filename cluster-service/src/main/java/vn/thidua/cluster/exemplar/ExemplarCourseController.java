package vn.thidua.cluster.exemplar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.exemplar.ExemplarViews.ExemplarView;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Versions;

/** What becomes of a proposed exemplar. */
@RestController
@RequestMapping("/api/v1/exemplars/{id}")
@Tag(name = "Exemplars")
final class ExemplarCourseController {
    record ExemplarRefusal(
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    /** @param day on which the subject agreed; the caller is who obtained it */
    record ExemplarConsent(@NotNull LocalDate day) {}

    private final ExemplarService service;
    private final ExemplarSight sight;

    ExemplarCourseController(ExemplarService service, ExemplarSight sight) {
        this.service = service;
        this.sight = sight;
    }

    @PostMapping("/verification")
    @Operation(summary = "Verifies an exemplar that somebody else proposed: its words stay from then on")
    ResponseEntity<ExemplarView> verify(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        sight.visible(caller, id);
        service.verify(caller, id, Versions.required(ifMatch));
        return answer(caller, id);
    }

    @PostMapping("/refusal")
    @Operation(summary = "Refuses an exemplar that somebody else proposed, before it is published")
    ResponseEntity<ExemplarView> refuse(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ExemplarRefusal request) {
        sight.visible(caller, id);
        service.refuse(caller, id, Versions.required(ifMatch), request.reason().strip());
        return answer(caller, id);
    }

    @PutMapping("/consent")
    @Operation(summary = "Says on which day the subject of a verified exemplar agreed to be published")
    ResponseEntity<ExemplarView> consent(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ExemplarConsent request) {
        sight.visible(caller, id);
        service.consent(caller, id, Versions.required(ifMatch), Days.checked("/day", request.day()));
        return answer(caller, id);
    }

    @PostMapping("/publication")
    @Operation(summary = "Publishes a verified exemplar; of a person or household once its consent is recorded")
    ResponseEntity<ExemplarView> publish(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        sight.visible(caller, id);
        service.publish(caller, id, Versions.required(ifMatch));
        return answer(caller, id);
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Takes an exemplar back; of a person or household nothing is left that tells who it was")
    ResponseEntity<ExemplarView> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        sight.visible(caller, id);
        service.withdraw(
                caller, id, Versions.required(ifMatch), request.reason().strip());
        return answer(caller, id);
    }

    private ResponseEntity<ExemplarView> answer(Caller caller, UUID id) {
        var view = sight.visible(caller, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .body(view);
    }
}
