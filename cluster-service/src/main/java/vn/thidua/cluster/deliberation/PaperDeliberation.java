package vn.thidua.cluster.deliberation;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.papercount.PaperCount;
import vn.thidua.cluster.papercount.PaperPoll;
import vn.thidua.cluster.season.Regulations;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The vote on a draft held on paper: put to the vote here, and nobody has voted here. */
@Component
class PaperDeliberation implements PaperPoll {
    private final DeliberationStore store;
    private final DeliberationService service;
    private final Seasons seasons;
    private final Regulations regulations;

    PaperDeliberation(DeliberationStore store, DeliberationService service, Seasons seasons, Regulations regulations) {
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.regulations = regulations;
    }

    @Override
    public Kind kind() {
        return Kind.DELIBERATION;
    }

    @Override
    public Seasons.Ref season(UUID id) {
        var found = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return seasons.find(found.seasonId()).orElseThrow();
    }

    @Override
    @Transactional
    public Ballot held(UUID id) {
        var season = season(id);
        season.requireUnsettled();
        // The season before the deliberation, as everybody takes them who takes both.
        regulations.newest(season.id());
        var deliberation = store.lock(id).orElseThrow();
        if (deliberation.status() != Deliberation.Status.VOTING) {
            throw DeliberationProblems.status(deliberation).asException();
        }
        var cast = store.counted(id);
        if (cast.cast() > 0) {
            throw Problem.because(ProblemType.CONFLICT, "votes-cast-here").asException();
        }
        return new Ballot(Set.of("FOR", "AGAINST", "ABSTAIN"), cast.eligible(), 0);
    }

    @Override
    @Transactional
    public void decide(Caller caller, Basis basis, UUID id, PaperCount count) {
        var before = store.lock(id).orElseThrow();
        var votes = count.votes();
        var vote = new OpenVote(
                Objects.requireNonNull(votes.get("FOR")),
                Objects.requireNonNull(votes.get("AGAINST")),
                Objects.requireNonNull(votes.get("ABSTAIN")),
                count.blank() + count.invalid(),
                store.counted(id).eligible());
        service.decide(caller, basis, before, vote, true);
    }
}
