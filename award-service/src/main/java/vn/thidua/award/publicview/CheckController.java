package vn.thidua.award.publicview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.award.document.CheckCode;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Anybody may check a document whose code they hold. */
@RestController
@RequestMapping("/api/v1/public/award-documents")
@Tag(name = "Public check")
final class CheckController {
    private static final Duration FRESH = Duration.ofMinutes(1);

    /**
     * What the page in a citizen's hand must agree with. No person is named but a recipient.
     *
     * @param invented demo data, without legal effect
     */
    record CheckedDocument(
            @NotNull String code,
            @NotNull String recipient,
            @NotNull String awardName,
            @NotNull String decidedBy,
            @NotNull String decisionNumber,
            @NotNull LocalDate decidedOn,
            @NotNull LocalDate issuedOn,
            boolean revoked,
            boolean invented,
            @NotNull String sha256) {}

    private final CheckQueries queries;

    CheckController(CheckQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/{code}")
    @SecurityRequirements
    @Operation(summary = "What was issued under a code; no log-in")
    ResponseEntity<CheckedDocument> check(@PathVariable String code) {
        var document = queries.find(CheckCode.read(code))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(document);
    }
}
