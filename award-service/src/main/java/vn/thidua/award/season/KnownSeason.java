package vn.thidua.award.season;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A season as cluster-service tells it.
 *
 * @param clusterName null while the cluster's own event has not come
 * @param organiserId the unit whose council ranks the cluster
 * @param until first day that no longer belongs to it, or null
 * @param recorded entered after the fact: no rules are run on it
 * @param invented season or cluster is demo data
 * @param regulation the adopted one, or null
 */
public record KnownSeason(
        UUID id,
        UUID clusterId,
        @Nullable String clusterName,
        UUID organiserId,
        String name,
        LocalDate from,
        @Nullable LocalDate until,
        boolean recorded,
        boolean invented,
        @Nullable Regulation regulation) {
    /** Who is a candidate: the elected unit, or rank 1; and what a tie means. */
    public record Regulation(boolean candidateIsRankOne, boolean tieNeedsBallot) {}
}
