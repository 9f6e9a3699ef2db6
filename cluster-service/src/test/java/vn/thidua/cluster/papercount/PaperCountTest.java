package vn.thidua.cluster.papercount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaperCountTest {
    private static final PaperPoll.Ballot BALLOT = new PaperPoll.Ballot(Set.of("A", "B"), 9, 3);

    @Test
    void numbersThatAddUpAreRight() {
        assertThat(new PaperCount(9, 8, 7, 1, 2, Map.of("A", 5, "B", 0)).wrong(BALLOT))
                .isEmpty();
    }

    @Test
    void whatComesBackIsAtMostWhatWasHandedOut() {
        assertThat(new PaperCount(10, 8, 8, 0, 0, Map.of("A", 5, "B", 3)).wrong(BALLOT))
                .contains(new PaperCount.Wrong("/issued", "more-than-members"));
        assertThat(new PaperCount(7, 8, 8, 0, 0, Map.of("A", 5, "B", 3)).wrong(BALLOT))
                .contains(new PaperCount.Wrong("/collected", "more-than-issued"));
    }

    @Test
    void everyOptionHasANumberAndNothingElse() {
        assertThat(new PaperCount(9, 5, 5, 0, 0, Map.of("A", 5)).wrong(BALLOT))
                .contains(new PaperCount.Wrong("/votes", "not-the-options"));
        assertThat(new PaperCount(9, 5, 5, 0, 0, Map.of("A", 4, "B", 1, "C", 0)).wrong(BALLOT))
                .contains(new PaperCount.Wrong("/votes", "not-the-options"));
    }

    /** Any count that is right is wrong once any one of its numbers is another. */
    @Test
    void noSingleNumberOfARightCountCanBeAnother() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int a = 1 + random.nextInt(3);
            int b = 1 + random.nextInt(3);
            int blank = random.nextInt(2);
            int invalid = 1 + random.nextInt(2);
            int valid = a + b + blank;
            int collected = valid + invalid;
            var wide = new PaperPoll.Ballot(Set.of("A", "B"), collected, 2);
            assertThat(new PaperCount(collected, collected, valid, invalid, blank, Map.of("A", a, "B", b)).wrong(wide))
                    .isEmpty();
            int off = random.nextBoolean() ? 1 : -1;
            assertThat(new PaperCount(collected, collected + off, valid, invalid, blank, Map.of("A", a, "B", b))
                            .wrong(wide))
                    .isPresent();
            assertThat(new PaperCount(collected, collected, valid + off, invalid, blank, Map.of("A", a, "B", b))
                            .wrong(wide))
                    .isPresent();
            assertThat(new PaperCount(collected, collected, valid, invalid + off, blank, Map.of("A", a, "B", b))
                            .wrong(wide))
                    .isPresent();
            assertThat(new PaperCount(collected, collected, valid, invalid, blank + off, Map.of("A", a, "B", b))
                            .wrong(wide))
                    .isPresent();
            assertThat(new PaperCount(collected, collected, valid, invalid, blank, Map.of("A", a + off, "B", b))
                            .wrong(wide))
                    .isPresent();
        }
    }
}
