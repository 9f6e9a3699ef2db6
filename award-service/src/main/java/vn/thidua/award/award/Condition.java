package vn.thidua.award.award;

import java.util.Set;
import vn.thidua.award.lineage.KnownLineage;

/** One condition of an award's standard. What a rule row says in words becomes one of these, so that it can be judged. */
public sealed interface Condition {
    /** Leads its cluster: the elected unit, or rank 1, as the season's regulation says. */
    record LeaderOfCluster() implements Condition {}

    /** Among the first of the published ranking. */
    record RankAtMost(int rank) implements Condition {}

    /** Every assigned target was exceeded. This service is not told of targets and cannot know it. */
    record TargetsExceeded() implements Condition {}

    /** No discipline, investigation, inspection, complaint or denunciation pending; only the unit can say so. */
    record NotUnderDiscipline() implements Condition {}

    /**
     * Holds an award of that code so many times already. The register may lack older ones, so that too few found there means
     * "cannot be known".
     *
     * @param lineages the kinds of event through which honours of those count that the unit came out of; none counts unless the rule
     *     says so
     */
    record HeldBefore(String awardCode, int times, Set<KnownLineage.Kind> lineages) implements Condition {
        public HeldBefore {
            lineages = Set.copyOf(lineages);
        }
    }

    /** Anything else that the standard asks for, in its words; to be declared. */
    record Declared(String text) implements Condition {}
}
