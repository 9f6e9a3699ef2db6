package vn.thidua.cluster.election;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.papercount.PaperCount;
import vn.thidua.cluster.papercount.PaperPoll;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.vote.Conduct;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** An election held on paper: drawn up here, its ballots printed, counted by its tellers; never opened here. */
@Component
class PaperElection implements PaperPoll {
    private final ElectionStore store;
    private final Grounds grounds;
    private final Clusters clusters;
    private final ElectionNews news;

    PaperElection(ElectionStore store, Grounds grounds, Clusters clusters, ElectionNews news) {
        this.store = store;
        this.grounds = grounds;
        this.clusters = clusters;
        this.news = news;
    }

    @Override
    public Kind kind() {
        return Kind.ELECTION;
    }

    @Override
    public Seasons.Ref season(UUID id) {
        return grounds.season(store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException()));
    }

    @Override
    @Transactional
    public Ballot held(UUID id) {
        var draft = store.lock(id).orElseThrow();
        if (draft.status() != Election.Status.DRAFT) {
            throw ElectionProblems.status(draft.status()).asException();
        }
        var season = grounds.season(draft);
        Conduct.requireLive(season);
        var voters = voters(draft);
        if (!voters.containsAll(draft.candidates())) {
            throw Problem.because(ProblemType.CONFLICT, "candidate-left").asException();
        }
        var options = draft.candidates().stream().map(UUID::toString).collect(Collectors.toSet());
        return new Ballot(options, voters.size(), Election.FEWEST_BALLOTS);
    }

    @Override
    @Transactional
    public void decide(Caller caller, Basis basis, UUID id, PaperCount count) {
        var draft = store.lock(id).orElseThrow();
        var votes = count.votes().entrySet().stream()
                .collect(Collectors.toMap(vote -> UUID.fromString(vote.getKey()), Map.Entry::getValue));
        var voters = voters(draft);
        var tally = new Tally(votes, count.blank(), count.invalid(), voters.size());
        var counted = draft.at(Election.Status.COUNTED);
        store.countOnPaper(counted, voters, tally, tally.result(draft.rules()));
        news.tell(caller, basis, counted, draft, "election.counted", null);
    }

    /** The members on the day of the conference. */
    private List<UUID> voters(Election election) {
        var conference = grounds.conference(grounds.season(election), election.conferenceId());
        return clusters.membersOn(election.clusterId(), conference.heldOn());
    }
}
