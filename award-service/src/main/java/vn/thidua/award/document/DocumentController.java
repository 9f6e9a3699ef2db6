package vn.thidua.award.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.award.access.Readers;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Days;
import vn.thidua.kit.web.Page;

/** Award documents; seen at the authority and at the honoured unit. */
@RestController
@RequestMapping("/api/v1/award-documents")
@Tag(name = "Award documents")
final class DocumentController {
    /** @param code as printed; whoever knows it may check the document without logging in */
    record DocumentView(
            @NotNull UUID id,
            @NotNull String code,
            @NotNull UUID decisionId,
            @NotNull UUID nominationId,
            @NotNull UUID recipientUnitId,
            @NotNull String recipient,
            @NotNull String awardName,
            @NotNull String citation,
            @NotNull String decidedBy,
            @NotNull String signerName,
            @NotNull String signerOffice,
            @NotNull String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotNull LocalDate issuedOn,
            @NotNull String checkUrl,
            boolean invented,
            @NotNull String sha256) {
        static DocumentView of(AwardDocument document) {
            return new DocumentView(
                    document.id(),
                    CheckCode.grouped(document.code()),
                    document.decisionId(),
                    document.nominationId(),
                    document.recipientUnitId(),
                    document.recipient(),
                    document.awardName(),
                    document.citation(),
                    document.decidedBy(),
                    document.signerName(),
                    document.signerOffice(),
                    document.decisionNumber(),
                    document.decidedOn(),
                    document.issuedOn(),
                    document.checkUrl(),
                    document.invented(),
                    document.sha256());
        }
    }

    record RevocationView(
            @NotNull Revocation.Ground ground,
            @NotNull String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotNull String reason) {
        static RevocationView of(Revocation revocation) {
            return new RevocationView(
                    revocation.ground(), revocation.decisionNumber(), revocation.decidedOn(), revocation.reason());
        }
    }

    record NewRevocation(
            @NotNull Revocation.Ground ground,
            @NotBlank @Size(min = 1, max = 60) String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotBlank @Size(min = 1, max = 1000) String reason) {}

    private final DocumentStore store;
    private final RevocationService revocations;
    private final TrailQueries trails;
    private final DocumentPdf pdf;
    private final Readers readers;

    DocumentController(
            DocumentStore store, RevocationService revocations, TrailQueries trails, DocumentPdf pdf, Readers readers) {
        this.store = store;
        this.revocations = revocations;
        this.trails = trails;
        this.pdf = pdf;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Award documents; unitId is the recipient")
    Page<DocumentView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID decisionId,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        var found = store.list(decisionId, unitId, after, limit + 1, readers.reach(caller)).stream()
                .map(DocumentView::of)
                .toList();
        return Page.of(found, limit, document -> document.id().toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An award document")
    ResponseEntity<DocumentView> find(Caller caller, @PathVariable UUID id) {
        var document = visible(caller, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + document.sha256() + "\"")
                .body(DocumentView.of(document));
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The page to print; the same bytes as when it was issued")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable UUID id) {
        var document = visible(caller, id);
        var bytes = pdf.draw(document);
        if (!DocumentIssuer.sha256(bytes).equals(document.sha256())) {
            // Rather none than one that differs from what was issued.
            throw new IllegalStateException("document " + id + " is not drawn as it was issued");
        }
        var name = "giay-khen-thuong-" + CheckCode.grouped(document.code()) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.ETAG, "\"" + document.sha256() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(bytes);
    }

    @GetMapping("/{id}/trail")
    @Operation(
            summary =
                    "The way back: decision, nomination, opinion, candidate, with ids to walk on by in the other services")
    TrailQueries.Trail trail(Caller caller, @PathVariable UUID id) {
        return trails.of(visible(caller, id).id());
    }

    @GetMapping("/{id}/revocation")
    @Operation(summary = "Why a document was taken back; 404 while it was not")
    RevocationView revocation(Caller caller, @PathVariable UUID id) {
        return RevocationView.of(store.revocation(visible(caller, id).id())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @PostMapping("/{id}/revocation")
    @Operation(summary = "Takes a document back; the public check says so from then on")
    ResponseEntity<RevocationView> revoke(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewRevocation request) {
        var document = visible(caller, id);
        var revocation = new Revocation(
                request.ground(),
                request.decisionNumber().strip(),
                Days.checked("/decidedOn", request.decidedOn()),
                request.reason().strip());
        revocations.revoke(caller, document, store.authority(id), revocation);
        return ResponseEntity.created(URI.create("/api/v1/award-documents/" + id + "/revocation"))
                .body(RevocationView.of(revocation));
    }

    private AwardDocument visible(Caller caller, UUID id) {
        return store.find(id, readers.reach(caller))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }
}
