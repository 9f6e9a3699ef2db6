package vn.thidua.cluster.election;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Rules;

/**
 * What the papers of an election are written from.
 *
 * @param eligible how many may vote: those fixed at the opening, before it the members on the day of the conference
 * @param candidates those with most votes first once counted, otherwise by name
 * @param count null unless counted
 */
record PollFacts(
        String title,
        String cluster,
        String organiser,
        String place,
        LocalDate heldOn,
        boolean invented,
        Election.Status status,
        Rules rules,
        int eligible,
        List<Candidate> candidates,
        @Nullable Counted count) {
    PollFacts {
        candidates = List.copyOf(candidates);
    }

    /** @param votes null unless counted */
    record Candidate(String name, @Nullable Integer votes) {
        int counted() {
            if (votes == null) {
                throw new IllegalStateException("not counted");
            }
            return votes;
        }
    }

    /** @param paper null when the ballots were cast here */
    record Counted(
            int cast,
            int blank,
            @Nullable OnPaper paper,
            ElectionViews.ElectionView.Outcome result,
            @Nullable String elected) {}

    /** @param sha256 of the scan of the signed minutes */
    record OnPaper(int issued, int valid, int invalid, String sha256) {}
}
