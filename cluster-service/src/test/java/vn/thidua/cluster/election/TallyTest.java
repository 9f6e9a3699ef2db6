package vn.thidua.cluster.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;

/** Counting, by example and by law. */
class TallyTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final Fraction HALF = new Fraction(1, 2);
    private static final Fraction TWO_THIRDS = new Fraction(2, 3);

    @Test
    void theFirstIsElectedWhenQuorumAndThresholdAreReached() {
        assertThat(result(9, rules(Rules.Base.PRESENT), A, A, A, A, B, B, null)).isEqualTo(new Result.Elected(A));
    }

    @Test
    void blankBallotsCountAsCastAndForNobody() {
        var tally = Tally.of(Arrays.asList(A, A, null, null, null), List.of(A, B), 5);
        assertThat(tally.cast()).isEqualTo(5);
        assertThat(tally.blank()).isEqualTo(3);
        assertThat(tally.votes()).containsEntry(A, 2).containsEntry(B, 0);
        assertThat(tally.result(rules(Rules.Base.PRESENT)))
                .isEqualTo(new Result.NoDecision(Result.Reason.BELOW_THRESHOLD));
    }

    @Test
    void aQuorumIsReachedByExactlyTheShare() {
        assertThat(result(9, rules(Rules.Base.PRESENT), A, A, A, A, A, A)).isEqualTo(new Result.Elected(A));
        assertThat(result(9, rules(Rules.Base.PRESENT), A, A, A, A, A))
                .isEqualTo(new Result.NoDecision(Result.Reason.BELOW_QUORUM));
    }

    @Test
    void ofAllMembersIsMoreThanOfThosePresent() {
        assertThat(result(9, rules(Rules.Base.PRESENT), A, A, A, A, B, B)).isEqualTo(new Result.Elected(A));
        assertThat(result(9, rules(Rules.Base.ALL_MEMBERS), A, A, A, A, B, B))
                .isEqualTo(new Result.NoDecision(Result.Reason.BELOW_THRESHOLD));
    }

    @Test
    void twoThatAreFirstTogetherAreATie() {
        assertThat(result(4, rules(Rules.Base.PRESENT), A, A, B, B))
                .isEqualTo(new Result.NoDecision(Result.Reason.TIE));
    }

    @Test
    void allBlankDecidesNothing() {
        assertThat(result(3, rules(Rules.Base.PRESENT), null, null, null))
                .isEqualTo(new Result.NoDecision(Result.Reason.BELOW_THRESHOLD));
    }

    @Test
    void aBallotForNobodyOnTheListOrMoreBallotsThanMembersAreNoCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tally.of(List.of(C), List.of(A, B), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Tally.of(List.of(A, A), List.of(A, B), 1));
    }

    @Test
    void whateverIsCastTheCountIsTheSumOfTheBallotsInAnyOrderAndTheResultFollowsTheRules() {
        var random = new Random(20261122);
        for (int round = 0; round < 3000; round++) {
            var candidates = IntStream.rangeClosed(1, 1 + random.nextInt(5))
                    .mapToObj(n -> new UUID(7, n))
                    .toList();
            var eligible = 1 + random.nextInt(40);
            var choices = new ArrayList<@Nullable UUID>();
            for (int n = random.nextInt(eligible + 1); n > 0; n--) {
                var drawn = random.nextInt(candidates.size() + 1);
                choices.add(drawn == candidates.size() ? null : candidates.get(drawn));
            }
            var rules = new Rules(
                    fraction(random),
                    fraction(random),
                    random.nextBoolean() ? Rules.Base.PRESENT : Rules.Base.ALL_MEMBERS);
            var tally = Tally.of(choices, candidates, eligible);
            assertThat(tally.cast()).isEqualTo(choices.size());
            for (var candidate : candidates) {
                assertThat(tally.votes().get(candidate)).isEqualTo((int)
                        choices.stream().filter(candidate::equals).count());
            }
            assertThat(tally.blank())
                    .isEqualTo((int) choices.stream().filter(Objects::isNull).count());
            var other = new ArrayList<@Nullable UUID>(choices);
            Collections.shuffle(other, random);
            assertThat(Tally.of(other, candidates, eligible)).isEqualTo(tally);
            assertThat(tally.result(rules)).as("%s under %s", tally, rules).isEqualTo(byDefinition(tally, rules));
        }
    }

    /** The rules once more, written differently. */
    private static Result byDefinition(Tally tally, Rules rules) {
        var cast = BigDecimal.valueOf(tally.cast());
        var all = BigDecimal.valueOf(tally.eligible());
        if (share(rules.quorum(), all).compareTo(times(cast, rules.quorum())) > 0) {
            return new Result.NoDecision(Result.Reason.BELOW_QUORUM);
        }
        var base = rules.base() == Rules.Base.PRESENT ? cast : all;
        var reaching = tally.votes().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .filter(e -> times(BigDecimal.valueOf(e.getValue()), rules.threshold())
                                .compareTo(share(rules.threshold(), base))
                        >= 0)
                .sorted((a, b) -> b.getValue() - a.getValue())
                .toList();
        if (reaching.isEmpty()) {
            return new Result.NoDecision(Result.Reason.BELOW_THRESHOLD);
        }
        return reaching.size() > 1
                        && reaching.get(0).getValue().equals(reaching.get(1).getValue())
                ? new Result.NoDecision(Result.Reason.TIE)
                : new Result.Elected(reaching.getFirst().getKey());
    }

    private static BigDecimal share(Fraction fraction, BigDecimal whole) {
        return whole.multiply(BigDecimal.valueOf(fraction.numerator()));
    }

    private static BigDecimal times(BigDecimal part, Fraction fraction) {
        return part.multiply(BigDecimal.valueOf(fraction.denominator()));
    }

    private static Fraction fraction(Random random) {
        var denominator = 1 + random.nextInt(7);
        return new Fraction(1 + random.nextInt(denominator), denominator);
    }

    private static Rules rules(Rules.Base base) {
        return new Rules(TWO_THIRDS, HALF, base);
    }

    private static Result result(int eligible, Rules rules, @Nullable UUID... choices) {
        return Tally.of(Arrays.asList(choices), List.of(A, B, C), eligible).result(rules);
    }
}
