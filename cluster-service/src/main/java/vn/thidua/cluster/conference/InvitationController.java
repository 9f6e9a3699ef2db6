package vn.thidua.cluster.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
import vn.thidua.cluster.message.GuestLetters;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;
import vn.thidua.kit.web.Versions;

/** Who is invited to a conference, and what they answer. */
@RestController
@RequestMapping("/api/v1/conferences/{id}")
@Tag(name = "Conferences")
final class InvitationController {
    /**
     * @param unitName on the day of the conference
     * @param name of a guest who is of no unit here
     * @param sentAt by the business clock
     * @param peopleTold how many of the unit's people were told; none of a guest's
     * @param letter how far the letter to a guest with an address has come; null for everybody else
     * @param delegate who is sent
     * @param reason why nobody comes
     */
    record ConferenceInvitationView(
            @NotNull UUID id,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable String name,
            @Nullable String office,
            @NotNull Conference.Capacity capacity,
            @NotNull Instant sentAt,
            int peopleTold,
            GuestLetters.@Nullable State letter,
            Invitation.@Nullable Coming answer,
            @Nullable String delegate,
            @Nullable String delegateOffice,
            @Nullable String reason,
            @Nullable Instant answeredAt,
            long version) {}

    record InvitedUnit(@NotNull UUID unitId, @NotNull Conference.Capacity capacity) {}

    /** @param email to which the guest is written; shown to nobody */
    record InvitedGuest(
            @NotBlank @Size(min = 1, max = 200) String name,
            @Nullable @Size(min = 1, max = 500) String office,
            @Nullable @Email @Size(min = 3, max = 200) String email,
            @NotNull Conference.Capacity capacity) {}

    /** @param members whether all members of the seasons served are invited */
    record NewInvitations(
            @NotNull Boolean members,
            @NotNull @Size(min = 0, max = 100) List<@NotNull @Valid InvitedUnit> units,
            @NotNull @Size(min = 0, max = 100) List<@NotNull @Valid InvitedGuest> guests) {}

    /** @param sent how many were not invited before */
    record InvitationsSent(int sent) {}

    /**
     * @param delegate who is sent, with SENDS alone
     * @param delegateOffice of whom is sent
     * @param reason why nobody comes, with CANNOT alone
     */
    record InvitationAnswer(
            @NotNull Invitation.Coming answer,
            @Nullable @Size(min = 1, max = 200) String delegate,
            @Nullable @Size(min = 1, max = 500) String delegateOffice,
            @Nullable @Size(min = 1, max = 1000) String reason) {
        Invitation.Answer checked() {
            var sends = answer == Invitation.Coming.SENDS;
            var cannot = answer == Invitation.Coming.CANNOT;
            var checked = new Invitation.Answer(answer, stripped(delegate), stripped(delegateOffice), stripped(reason));
            if (sends != (checked.delegate() != null)) {
                throw fault("/delegate", sends ? "required" : "delegate-only-sent");
            }
            if (!sends && checked.delegateOffice() != null) {
                throw fault("/delegateOffice", "delegate-only-sent");
            }
            if (cannot != (checked.reason() != null)) {
                throw fault("/reason", cannot ? "required" : "reason-only-absent");
            }
            return checked;
        }
    }

    private final InvitationService service;
    private final InvitationQueries queries;
    private final ConferenceQueries minutes;
    private final Conferences conferences;

    InvitationController(
            InvitationService service, InvitationQueries queries, ConferenceQueries minutes, Conferences conferences) {
        this.service = service;
        this.queries = queries;
        this.minutes = minutes;
        this.conferences = conferences;
    }

    @GetMapping("/invitations")
    @Operation(summary = "Who is invited and what they answered, in the order of inviting")
    Page<ConferenceInvitationView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        conferences.visible(caller, id);
        return Page.of(
                queries.list(id, after, limit + 1), limit, one -> one.id().toString());
    }

    @PostMapping("/invitations")
    @Operation(
            summary =
                    "Invites whoever is not invited yet; units, and guests with an address, are told by letters, each once")
    InvitationsSent invite(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewInvitations request) {
        conferences.visible(caller, id);
        if (!request.members() && request.units().isEmpty() && request.guests().isEmpty()) {
            throw fault("/units", "required");
        }
        return new InvitationsSent(service.invite(
                caller,
                id,
                request.members(),
                request.units().stream()
                        .map(unit -> new Invitation.Unit(unit.unitId(), unit.capacity()))
                        .toList(),
                request.guests().stream()
                        .map(guest -> new Invitation.Guest(
                                guest.name().strip(),
                                stripped(guest.office()),
                                stripped(guest.email()),
                                guest.capacity()))
                        .toList()));
    }

    @PutMapping("/invitations/{invitationId}/answer")
    @Operation(summary = "Says who comes, until the day of the conference; of a named guest whoever invites says it")
    ResponseEntity<ConferenceInvitationView> answer(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID invitationId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody InvitationAnswer request) {
        conferences.visible(caller, id);
        service.answer(caller, id, invitationId, Versions.required(ifMatch), request.checked());
        var found = queries.one(invitationId);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(found.version()))
                .body(found);
    }

    @PostMapping("/invitations/{invitationId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an invitation back, and tells the unit; nothing of a guest is kept")
    void withdraw(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID invitationId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Recording.RecordWithdrawal request) {
        conferences.visible(caller, id);
        service.withdraw(caller, id, invitationId, Versions.required(ifMatch), request.reason());
    }

    @PostMapping("/attendances/from-answers")
    @Operation(summary = "Notes as present whoever answered to come and is not noted yet")
    ResponseEntity<ConferenceController.ConferenceMinutes> attend(Caller caller, @PathVariable UUID id) {
        conferences.visible(caller, id);
        service.attend(caller, id);
        var found = minutes.minutes(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.etag(found.version()))
                .body(found);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static vn.thidua.kit.problem.ProblemException fault(String pointer, String code) {
        return Problem.invalid(FieldError.of(pointer, code)).asException();
    }
}
