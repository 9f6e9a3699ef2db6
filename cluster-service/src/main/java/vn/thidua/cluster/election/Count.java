package vn.thidua.cluster.election;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.Problem;

/** Opens the envelopes of a session. Either all can be opened and fit the marks, or nothing is counted and the ballots stay. */
@Component
class Count {
    private static final Logger log = LoggerFactory.getLogger(Count.class);

    /** The choices of all ballots in an order drawn by lot, null for a blank one; or why they cannot be had. */
    sealed interface Opened {
        record Choices(List<@Nullable UUID> shuffled, int eligible) implements Opened {}

        record Not(Problem why) implements Opened {}
    }

    private final BallotBox box;
    private final BallotKeys keys;
    private final SecureRandom lot = new SecureRandom();

    Count(BallotBox box, BallotKeys keys) {
        this.box = box;
        this.keys = keys;
    }

    /** To be called while the session is held, so that no ballot comes in between. */
    Opened open(Election election, UUID keyId) {
        var cast = box.marks(election.id());
        if (cast < Election.FEWEST_BALLOTS) {
            return new Opened.Not(Problem.of(ElectionProblems.TOO_FEW).with("cast", cast));
        }
        if (!keys.isAvailable()) {
            return new Opened.Not(Problem.of(ElectionProblems.KEYS_AWAY));
        }
        try {
            var key = keys.read(election.id(), keyId);
            if (key.isEmpty()) {
                return new Opened.Not(Problem.of(ElectionProblems.KEY_MISSING));
            }
            var choices = choices(election, key.get());
            if (choices.size() != cast) {
                log.error(
                        "Election {} has {} marks and {} envelopes; not counted", election.id(), cast, choices.size());
                return new Opened.Not(Problem.of(ElectionProblems.DAMAGED));
            }
            Collections.shuffle(choices, lot);
            return new Opened.Choices(choices, box.voters(election.id()));
        } catch (IOException | GeneralSecurityException unreadable) {
            // The kind of failure only: an exception's text is not ours.
            log.error(
                    "Ballots of election {} cannot be opened: {}",
                    election.id(),
                    unreadable.getClass().getName());
            return new Opened.Not(Problem.of(ElectionProblems.DAMAGED));
        }
    }

    private List<@Nullable UUID> choices(Election election, PrivateKey key) throws GeneralSecurityException {
        var choices = new ArrayList<@Nullable UUID>();
        for (var envelope : box.envelopes(election.id())) {
            var choice = BallotSeal.open(election.id(), key, envelope);
            if (choice.isPresent() && !election.candidates().contains(choice.get())) {
                throw new GeneralSecurityException("a ballot for somebody who is no candidate");
            }
            choices.add(choice.orElse(null));
        }
        return choices;
    }
}
