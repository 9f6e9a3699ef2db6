package vn.thidua.award.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.award.lineage.KnownLineage.Kind;
import vn.thidua.award.season.Provenance;

class WayTest {
    private static final LocalDate Y2020 = LocalDate.of(2020, 1, 1);
    private static final LocalDate Y2025 = LocalDate.of(2025, 7, 1);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);

    @Test
    void aMergerHasOneWayBackToEachOfItsPredecessors() {
        var ways = Way.back(C, List.of(lineage(Kind.MERGE, Y2025, List.of(A, B), List.of(C))));
        assertThat(ways).containsOnlyKeys(A, B);
        assertThat(ways.get(A)).singleElement().satisfies(way -> {
            assertThat(way.kinds()).containsExactly(Kind.MERGE);
            assertThat(way.cutOff()).isNull();
            assertThat(way.brings(Y2025.plusYears(1)))
                    .as("whoever did not go on is given nothing for itself alone")
                    .isTrue();
        });
    }

    @Test
    void aPredecessorThatGoesOnKeepsForItselfWhatItIsGivenFromTheDayOn() {
        var ways = Way.back(B, List.of(lineage(Kind.SPLIT, Y2025, List.of(A), List.of(A, B))));
        var way = Objects.requireNonNull(ways.get(A)).getFirst();
        assertThat(way.cutOff()).isEqualTo(Y2025);
        assertThat(way.brings(Y2025.minusDays(1))).isTrue();
        assertThat(way.brings(Y2025)).isFalse();
        assertThat(way.brings(null)).isTrue();
    }

    @Test
    void afterASplitAndAMergerOnePredecessorIsReachedByTwoWays() {
        var split = lineage(Kind.SPLIT, Y2020, List.of(A), List.of(B, C));
        var merger = lineage(Kind.MERGE, Y2025, List.of(B, C), List.of(D));
        var ways = Way.back(D, List.of(split, merger));
        assertThat(ways).containsOnlyKeys(A, B, C);
        assertThat(ways.get(A)).hasSize(2);
        assertThat(Objects.requireNonNull(ways.get(A)).getFirst().steps())
                .extracting(step -> step.lineage().kind())
                .containsExactly(Kind.SPLIT, Kind.MERGE);
    }

    @Test
    void anEventThatWasOverWhenAUnitCameInDoesNotConcernIt() {
        var merger = lineage(Kind.MERGE, Y2020, List.of(B), List.of(A));
        var later = lineage(Kind.MERGE, Y2025, List.of(C), List.of(B));
        assertThat(Way.back(A, List.of(merger, later))).containsOnlyKeys(B);
    }

    @Test
    void whoCameOutOfItsOwnSuccessorIsNoPredecessorOfItself() {
        var out = lineage(Kind.SPLIT, Y2020, List.of(A), List.of(A, B));
        var back = lineage(Kind.MERGE, Y2025, List.of(A, B), List.of(A));
        assertThat(Way.back(A, List.of(out, back))).containsOnlyKeys(B);
    }

    private static KnownLineage lineage(Kind kind, LocalDate from, List<UUID> predecessors, List<UUID> successors) {
        return new KnownLineage(
                new UUID(1, from.getYear()), kind, from, null, Provenance.LIVE, predecessors, successors);
    }
}
