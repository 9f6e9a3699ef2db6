package vn.thidua.award.candidate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.award.access.Readers;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Candidates of a season; anyone with a mandate may look: who leads is told to all, however much of the ranking the regulation shows. */
@RestController
@RequestMapping("/api/v1/candidates")
@Tag(name = "Candidates")
final class CandidateController {
    record CandidateView(@NotNull UUID unitId, @Nullable String unitName) {}

    /** @param next always null: a season has a handful of candidates at most */
    record CandidatesView(
            @NotNull UUID seasonId,
            @NotNull Candidates.Rule rule,
            @NotNull Candidates.Why why,
            @Nullable UUID electionId,
            @Nullable UUID rankingId,
            @Nullable UUID scoresheetId,
            @NotNull List<CandidateView> items,
            @Nullable String next) {}

    private final CandidateFinder finder;
    private final Seasons seasons;
    private final Readers readers;

    CandidateController(CandidateFinder finder, Seasons seasons, Readers readers) {
        this.finder = finder;
        this.seasons = seasons;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "Who may be nominated as leader of a season, and why")
    CandidatesView list(Caller caller, @RequestParam UUID seasonId) {
        readers.reach(caller);
        var season = seasons.find(seasonId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var candidates = finder.of(season);
        var names = seasons.unitNames(candidates.unitIds(), seasons.today());
        return new CandidatesView(
                seasonId,
                candidates.rule(),
                candidates.why(),
                candidates.electionId(),
                candidates.rankingId(),
                candidates.scoresheetId(),
                candidates.unitIds().stream()
                        .map(unit -> new CandidateView(unit, names.get(unit)))
                        .toList(),
                null);
    }
}
