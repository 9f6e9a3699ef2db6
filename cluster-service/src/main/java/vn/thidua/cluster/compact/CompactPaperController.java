package vn.thidua.cluster.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** A compact to take away: as a paper to sign digitally, or as the very text. One recorded after the fact has neither. */
@RestController
@RequestMapping("/api/v1/compacts/{id}")
@Tag(name = "Compacts")
final class CompactPaperController {
    private final CompactSight sight;
    private final CompactQueries queries;

    CompactPaperController(CompactSight sight, CompactQueries queries) {
        this.sight = sight;
        this.queries = queries;
    }

    @GetMapping(path = "/paper", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The compact as a paper to read and to sign; it prints the hash of the text")
    ResponseEntity<byte[]> paper(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "PDF") PaperFormat format) {
        var compact = sight.visible(caller, id);
        var sha256 = compact.textSha256();
        var setting = queries.setting(id);
        if (sha256 == null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var paper = CompactPaper.of(new CompactPaper.Facts(
                setting.clusterName(),
                setting.organiserName(),
                compact.title(),
                text(id),
                sha256,
                compact.status(),
                compact.signedOn(),
                queries.board(id, new UUID[0])));
        return format.answer(compact.title(), List.of(paper));
    }

    @GetMapping(path = "/text", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "The very text in UTF-8, whose bytes are hashed: what a detached signature (.p7s) is made over")
    ResponseEntity<byte[]> text(Caller caller, @PathVariable UUID id) {
        var compact = sight.visible(caller, id);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(compact.title() + ".txt", UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(text(id).getBytes(UTF_8));
    }

    private String text(UUID id) {
        var text = queries.words(id).text();
        if (text == null) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return text;
    }
}
