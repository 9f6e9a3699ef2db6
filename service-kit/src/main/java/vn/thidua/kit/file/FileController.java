package vn.thidua.kit.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import vn.thidua.kit.security.Caller;

/** The raw content in, the raw content out, always as an attachment. */
@RestController
@RequestMapping("/api/v1/files/${thidua.service}")
@Tag(name = "Files")
final class FileController {
    record FileView(@NotNull UUID id, @NotNull String sha256, long size) {}

    private final Files service;
    private final String path;

    FileController(Files service, @Value("/api/v1/files/${thidua.service}/") String path) {
        this.service = service;
        this.path = path;
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary =
                    "Takes a file of at most 1 MB: PDF, PNG, JPEG, Word, Excel, a digital signature (.p7s) or plain text, told by its content")
    ResponseEntity<FileView> take(
            Caller caller,
            @RequestParam @NotBlank @Size(min = 1, max = 200) String name,
            @RequestBody(required = false) byte @Nullable [] content) {
        var bytes = content == null ? new byte[0] : content;
        var id = service.take(caller, name.strip(), bytes);
        return ResponseEntity.created(URI.create(path + id)).body(new FileView(id, Files.sha256(bytes), bytes.length));
    }

    @GetMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The file, for whoever brought it in or sees what it belongs to")
    ResponseEntity<byte[]> give(Caller caller, @PathVariable UUID id) {
        var file = service.give(caller, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"" + file.sha256() + "\"")
                .body(file.content());
    }
}
