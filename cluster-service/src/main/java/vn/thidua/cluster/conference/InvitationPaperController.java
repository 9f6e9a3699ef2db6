package vn.thidua.cluster.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.paper.PaperFormat;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Invitations as letters to print. Seen by whoever sees who is invited. */
@RestController
@RequestMapping("/api/v1/conferences/{id}")
@Tag(name = "Conferences")
final class InvitationPaperController {
    private final Conferences visibility;
    private final ConferenceQueries conferences;
    private final MinutesQueries settings;
    private final InvitationQueries invitations;

    InvitationPaperController(
            Conferences visibility,
            ConferenceQueries conferences,
            MinutesQueries settings,
            InvitationQueries invitations) {
        this.visibility = visibility;
        this.conferences = conferences;
        this.settings = settings;
        this.invitations = invitations;
    }

    @GetMapping(path = "/invitations/{invitationId}/letter", produces = MediaType.ALL_VALUE)
    @Operation(summary = "One invitation as a letter, as a Word file or as PDF")
    ResponseEntity<byte[]> one(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID invitationId,
            @RequestParam(defaultValue = "DOCX") PaperFormat format) {
        visibility.visible(caller, id);
        var all = invitations.all(id);
        var invited = all.stream()
                .filter(one -> one.id().equals(invitationId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return letters(id, all, List.of(invited), format);
    }

    @GetMapping(path = "/invitation-letters", produces = MediaType.ALL_VALUE)
    @Operation(summary = "All invitations as letters in one file, each on a page of its own")
    ResponseEntity<byte[]> all(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "DOCX") PaperFormat format) {
        visibility.visible(caller, id);
        var all = invitations.all(id);
        if (all.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "nobody-invited").asException();
        }
        return letters(id, all, all, format);
    }

    private ResponseEntity<byte[]> letters(
            UUID id,
            List<InvitationController.ConferenceInvitationView> all,
            List<InvitationController.ConferenceInvitationView> wanted,
            PaperFormat format) {
        var conference = conferences.minutes(id);
        var chairs = all.stream()
                .filter(one -> one.capacity() == Conference.Capacity.CHAIR)
                .map(one -> one.name() == null ? Objects.requireNonNull(one.unitName()) : one.name())
                .toList();
        var facts = new InvitationPaper.Facts(conference, settings.setting(id), chairs);
        return format.answer(
                "Giấy mời - " + conference.title(),
                wanted.stream().map(one -> InvitationPaper.of(facts, one)).toList());
    }
}
