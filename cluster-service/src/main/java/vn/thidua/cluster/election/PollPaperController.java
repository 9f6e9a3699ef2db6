package vn.thidua.cluster.election;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.kit.paper.PaperFormat;
import vn.thidua.kit.security.Caller;

/** The papers of an election. Whoever sees the election sees them. */
@RestController
@RequestMapping("/api/v1/elections/{id}")
@Tag(name = "Elections")
final class PollPaperController {
    private final ElectionSight sight;
    private final PollQueries queries;

    PollPaperController(ElectionSight sight, PollQueries queries) {
        this.sight = sight;
        this.queries = queries;
    }

    @GetMapping(path = "/ballot-papers", produces = MediaType.ALL_VALUE)
    @Operation(summary = "Empty ballots to print, one a member, while the election is drafted: for a vote on paper")
    ResponseEntity<byte[]> ballotPapers(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "PDF") PaperFormat format) {
        var facts = facts(caller, id, Election.Status.DRAFT);
        return format.answer("Phiếu bầu - " + facts.title(), PollPapers.ballots(facts));
    }

    @GetMapping(path = "/counting-minutes", produces = MediaType.ALL_VALUE)
    @Operation(summary = "The minutes of the count")
    ResponseEntity<byte[]> countingMinutes(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "DOCX") PaperFormat format) {
        var facts = facts(caller, id, Election.Status.COUNTED);
        return format.answer("Biên bản kiểm phiếu - " + facts.title(), List.of(PollPapers.countingMinutes(facts)));
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 when not to be seen, 409 in another state */
    private PollFacts facts(Caller caller, UUID id, Election.Status status) {
        sight.visible(caller, id);
        var facts = queries.facts(id);
        if (facts.status() != status) {
            throw ElectionProblems.status(facts.status()).asException();
        }
        return facts;
    }
}
