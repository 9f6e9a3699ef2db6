package vn.thidua.cluster.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.thidua.cluster.vote.Fraction;
import vn.thidua.cluster.vote.Rules;

class OpenVoteTest {
    private static final Fraction TWO_THIRDS = new Fraction(2, 3);
    private static final Fraction HALF = new Fraction(1, 2);

    @Test
    void theQuorumIsAskedFirst() {
        assertThat(new OpenVote(5, 0, 0, 0, 8).result(of(Rules.Base.PRESENT))).isEqualTo(OpenVote.Result.BELOW_QUORUM);
        assertThat(new OpenVote(4, 2, 0, 0, 9).result(of(Rules.Base.PRESENT))).isEqualTo(OpenVote.Result.ADOPTED);
    }

    @Test
    void abstentionsAreThereButNotForIt() {
        assertThat(new OpenVote(3, 1, 3, 0, 8).result(of(Rules.Base.PRESENT)))
                .isEqualTo(OpenVote.Result.BELOW_THRESHOLD);
        assertThat(new OpenVote(4, 1, 3, 0, 8).result(of(Rules.Base.PRESENT))).isEqualTo(OpenVote.Result.ADOPTED);
    }

    @Test
    void ofAllMembersTheAbsentCountToo() {
        assertThat(new OpenVote(4, 2, 0, 0, 9).result(of(Rules.Base.ALL_MEMBERS)))
                .isEqualTo(OpenVote.Result.BELOW_THRESHOLD);
        assertThat(new OpenVote(5, 1, 0, 0, 9).result(of(Rules.Base.ALL_MEMBERS)))
                .isEqualTo(OpenVote.Result.ADOPTED);
    }

    @Test
    void spoiltBallotsWereCastAndAreForNothing() {
        assertThat(new OpenVote(3, 0, 0, 4, 9).result(of(Rules.Base.PRESENT)))
                .isEqualTo(OpenVote.Result.BELOW_THRESHOLD);
        assertThat(new OpenVote(4, 0, 0, 2, 9).result(of(Rules.Base.PRESENT))).isEqualTo(OpenVote.Result.ADOPTED);
    }

    @Test
    void whatNobodyIsForIsNotAdopted() {
        assertThat(new OpenVote(0, 0, 1, 0, 1).result(new Rules(HALF, new Fraction(1, 1000), Rules.Base.PRESENT)))
                .isEqualTo(OpenVote.Result.BELOW_THRESHOLD);
    }

    @Test
    void thereAreNeverMoreVotesThanMembers() {
        assertThatThrownBy(() -> new OpenVote(2, 1, 1, 0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpenVote(-1, 1, 1, 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rules of(Rules.Base base) {
        return new Rules(TWO_THIRDS, HALF, base);
    }
}
