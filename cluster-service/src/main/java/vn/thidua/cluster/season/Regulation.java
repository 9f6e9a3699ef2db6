package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * One version of the rules by which a cluster works and assesses in a season.
 *
 * @param number of the version, from 1
 * @param text as adopted, or null when only its adoption is known
 * @param candidateRule null when a regulation recorded after the fact does not state it
 * @param tieRule null when a regulation recorded after the fact does not state it
 * @param figuresRule null when it does not say: then a member sees its own figures only
 * @param resultsRule null when it does not say: then the cluster sees its published rankings
 */
record Regulation(
        int number,
        String title,
        @Nullable String text,
        Status status,
        @Nullable LocalDate adoptedOn,
        @Nullable UUID conferenceId,
        @Nullable CandidateRule candidateRule,
        @Nullable TieRule tieRule,
        @Nullable FiguresRule figuresRule,
        @Nullable ResultsRule resultsRule,
        Origin origin) {
    enum Status {
        DRAFT,
        ADOPTED
    }

    /** Who may be nominated as leader of the cluster: whom the members elect, or who ranks first. */
    enum CandidateRule {
        ELECTED,
        RANK_1
    }

    /** What happens to units with the same points: they share the rank, or a ballot decides. */
    enum TieRule {
        SHARED,
        BALLOT
    }

    /** Whose reports a member sees before anything is ranked: its own, or also what the other members have handed in. */
    enum FiguresRule {
        OWN,
        HANDED_IN
    }

    /** Who sees a published ranking: each member its own place, the whole cluster, or everybody. */
    enum ResultsRule {
        OWN,
        CLUSTER,
        PUBLIC
    }

    /** The same rules, to be adopted anew. */
    Regulation draft(Origin newOrigin) {
        return new Regulation(
                1, title, text, Status.DRAFT, null, null, candidateRule, tieRule, figuresRule, resultsRule, newOrigin);
    }

    /** The next version, adopted with the same words. */
    Regulation adopted(LocalDate on) {
        return new Regulation(
                number + 1,
                title,
                text,
                Status.ADOPTED,
                on,
                conferenceId,
                candidateRule,
                tieRule,
                figuresRule,
                resultsRule,
                origin);
    }

    Regulation numbered(int newNumber) {
        return new Regulation(
                newNumber,
                title,
                text,
                status,
                adoptedOn,
                conferenceId,
                candidateRule,
                tieRule,
                figuresRule,
                resultsRule,
                origin);
    }
}
