package vn.thidua.cluster.compact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.digitalsignature.Examination.About;
import vn.thidua.cluster.digitalsignature.Examination.Kind;
import vn.thidua.cluster.digitalsignature.Examination.Outcome;
import vn.thidua.cluster.digitalsignature.Examination.Reason;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Page;

/** Digitally signed files beside a compact. Whoever sees the compact sees them. */
@RestController
@RequestMapping("/api/v1/compacts/{id}/signed-files")
@Tag(name = "Compacts")
final class SignedFileController {
    /** @param reason what one has to know of the outcome; null where it says all */
    record FileCheckView(
            @NotNull About about,
            @NotNull Outcome outcome,
            @Nullable Reason reason) {}

    /**
     * A digital signature that holds over the compact's text.
     *
     * @param subject whom the certificate names
     * @param serial of the certificate, in hexadecimal digits
     * @param statedAt when it was signed, as the signer says; null where nothing is said
     */
    record FileSignatureView(
            @NotNull String subject,
            @NotNull String issuer,
            @NotNull String serial,
            @NotNull Instant validFrom,
            @NotNull Instant validUntil,
            @Nullable Instant statedAt,
            @NotNull List<FileCheckView> checks) {}

    /**
     * A file.
     *
     * @param fileId the file itself, at {@code /api/v1/files/cluster}
     * @param broughtBy the name of who brought it in; null when the person's data was erased
     */
    record SignedFileView(
            @NotNull UUID id,
            @NotNull UUID unitId,
            @NotNull String unitName,
            @NotNull Kind kind,
            @NotNull UUID fileId,
            @NotNull String fileName,
            @NotNull String fileSha256,
            @NotNull Instant examinedAt,
            @Nullable String broughtBy,
            @NotNull List<FileSignatureView> signatures) {
        SignedFileView with(List<FileSignatureView> found) {
            return new SignedFileView(
                    id, unitId, unitName, kind, fileId, fileName, fileSha256, examinedAt, broughtBy, found);
        }
    }

    /**
     * @param unitId the member that signed
     * @param fileId brought in by the caller: a signed PDF that prints the text's hash, or a CMS signature (.p7s) over the text
     */
    record NewSignedFile(@NotNull UUID unitId, @NotNull UUID fileId) {}

    private final SignedFiles service;
    private final SignedFileQueries queries;
    private final CompactSight sight;

    SignedFileController(SignedFiles service, SignedFileQueries queries, CompactSight sight) {
        this.service = service;
        this.queries = queries;
        this.sight = sight;
    }

    @GetMapping
    @Operation(summary = "Digitally signed files with what was found in them, newest first")
    Page<SignedFileView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX) int limit) {
        sight.visible(caller, id);
        return Page.of(
                queries.list(id, null, after, limit + 1),
                limit,
                file -> file.id().toString());
    }

    @PostMapping
    @Operation(
            summary =
                    "Examines a digitally signed file and keeps it; for the member's own people. It replaces no signature here")
    ResponseEntity<SignedFileView> add(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody NewSignedFile request) {
        sight.visible(caller, id);
        var added = service.add(caller, id, request.unitId(), request.fileId());
        return ResponseEntity.created(URI.create("/api/v1/compacts/" + id + "/signed-files"))
                .body(queries.list(id, added, null, 1).getFirst());
    }
}
