package vn.thidua.indicator.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.Terms.Prize;

/**
 * Which prize a rank is worth: the first prize goes to the first so many, the next to those after them. Who shares a rank shares its
 * prize, and the prizes of the ranks that are skipped then go to nobody; where the cluster ballots on ties, a tie that reaches across
 * the end of a prize leaves it open.
 *
 * @param open whether a ballot has to say which of the tied units gets it
 */
record Prizes(Prize prize, boolean open) {
    /** Null where the rank is worth none. */
    static @Nullable Prizes of(List<Prize> prizes, int rank, int onThisRank, Ranking.TieRule tieRule) {
        var last = 0;
        for (var prize : prizes) {
            last += prize.count();
            if (rank <= last) {
                return new Prizes(prize, tieRule == Ranking.TieRule.BALLOT && rank + onThisRank - 1 > last);
            }
        }
        return null;
    }
}
