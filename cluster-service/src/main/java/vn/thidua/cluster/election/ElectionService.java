package vn.thidua.cluster.election;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.vote.Conduct;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Draws elections up, opens their sessions, closes and counts them, or ends them without a count. */
@Service
class ElectionService {
    private static final Logger log = LoggerFactory.getLogger(ElectionService.class);

    /** What is put to the vote. */
    record Draft(UUID conferenceId, UUID seasonId, String title, List<UUID> candidates, Rules rules) {
        Draft {
            candidates = List.copyOf(candidates);
        }
    }

    private final ElectionStore store;
    private final Grounds grounds;
    private final Conduct conduct;
    private final Seasons seasons;
    private final Clusters clusters;
    private final Count count;
    private final BallotKeys keys;
    private final ElectionNews news;

    ElectionService(
            ElectionStore store,
            Grounds grounds,
            Conduct conduct,
            Seasons seasons,
            Clusters clusters,
            Count count,
            BallotKeys keys,
            ElectionNews news) {
        this.store = store;
        this.grounds = grounds;
        this.conduct = conduct;
        this.seasons = seasons;
        this.clusters = clusters;
        this.count = count;
        this.keys = keys;
        this.news = news;
    }

    /** Draws up an election; its candidates are members on the day of the conference. */
    @Transactional
    UUID draw(Caller caller, Draft draft) {
        var season = seasons.named(caller, "/seasonId", draft.seasonId());
        var basis = conduct.require(caller, season);
        Conduct.requireLive(season);
        var conference = grounds.conference(season, draft.conferenceId());
        if (new HashSet<>(draft.candidates()).size() < draft.candidates().size()) {
            throw Problem.invalid(FieldError.of("/candidates", "taken")).asException();
        }
        if (!clusters.membersOn(season.clusterId(), conference.heldOn()).containsAll(draft.candidates())) {
            throw Problem.invalid(FieldError.of("/candidates", "not-member")).asException();
        }
        var election = new Election(
                store.nextId(),
                draft.seasonId(),
                draft.conferenceId(),
                season.clusterId(),
                season.organiserId(),
                draft.title(),
                draft.candidates(),
                draft.rules(),
                Election.Status.DRAFT,
                null,
                1);
        store.insert(election);
        news.tell(caller, basis, election, null, "election.drawn-up", null);
        return election.id();
    }

    /** Opens the session: its voters are fixed and its key pair is made, the private half outside the database. */
    @Transactional
    void open(Caller caller, UUID id) {
        var draft = locked(id);
        var season = grounds.season(draft);
        var basis = conduct.require(caller, season);
        requireStatus(draft, Election.Status.DRAFT);
        Conduct.requireLive(season);
        if (store.isCountedOnPaper(id)) {
            throw Problem.because(ProblemType.CONFLICT, "counted-on-paper").asException();
        }
        var conference = grounds.conference(season, draft.conferenceId());
        var voters = clusters.membersOn(draft.clusterId(), conference.heldOn());
        if (voters.size() < Election.FEWEST_BALLOTS) {
            throw Problem.because(ProblemType.CONFLICT, "too-few-voters").asException();
        }
        if (!voters.containsAll(draft.candidates())) {
            throw Problem.because(ProblemType.CONFLICT, "candidate-left").asException();
        }
        var pair = BallotSeal.newKeys();
        var keyId = UUID.randomUUID();
        try {
            if (!keys.isAvailable()) {
                throw new IOException("the key folder is not there");
            }
            // On the disk before the opening is: an open session without its key could never be counted.
            keys.write(id, keyId, pair.getPrivate());
        } catch (IOException away) {
            log.error("The session's key could not be written", away);
            throw Problem.of(ElectionProblems.KEYS_AWAY).asException();
        }
        var opened = draft.at(Election.Status.OPEN);
        store.open(opened, keyId, pair.getPublic().getEncoded(), voters);
        news.tell(caller, basis, opened, draft, "election.opened", null);
    }

    /** Closes the session and counts, all in one; the key is destroyed once this is committed. */
    @Transactional
    void close(Caller caller, UUID id) {
        var open = locked(id);
        var basis = conduct.require(caller, grounds.season(open));
        requireStatus(open, Election.Status.OPEN);
        switch (count.open(open, Objects.requireNonNull(open.keyId(), "an open session without a key"))) {
            case Count.Opened.Not(var why) -> throw why.asException();
            case Count.Opened.Choices(var shuffled, var eligible) -> {
                var tally = Tally.of(shuffled, open.candidates(), eligible);
                var counted = open.at(Election.Status.COUNTED);
                store.count(counted, shuffled, tally, tally.result(open.rules()));
                news.tell(caller, basis, counted, open, "election.counted", null);
            }
        }
    }

    /** Ends an election without a count: drawn up wrongly, stopped, or its key lost. Nothing of a ballot is ever read then. */
    @Transactional
    void makeVoid(Caller caller, UUID id, String reason) {
        var before = locked(id);
        var basis = conduct.require(caller, grounds.season(before));
        if (before.status() != Election.Status.OPEN) {
            requireStatus(before, Election.Status.DRAFT);
        }
        var ended = before.at(Election.Status.VOID);
        store.makeVoid(ended, reason);
        news.tell(caller, basis, ended, before, "election.voided", reason);
    }

    private Election locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static void requireStatus(Election election, Election.Status needed) {
        if (election.status() != needed) {
            throw ElectionProblems.status(election.status()).asException();
        }
    }
}
