package vn.thidua.indicator.score;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.score.ScoreStore.Bounds;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.web.Versions;

/** Keeps what is written about scores in line: one after the other, and not after they are published. */
@Component
class OpenScores {
    /** What the audit calls it. */
    static final String AUDITED = "score";

    private final ScoreStore store;

    OpenScores(ScoreStore store) {
        this.store = store;
    }

    /**
     * What may be said of it; whoever else writes about the same waits until this transaction ends.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 when the sheet has no such criterion or the season no such member, 409 when
     *     the ranking is published
     */
    Bounds line(Scoresheet scoresheet, UUID unitId, String code) {
        var bounds = store.bounds(scoresheet.id(), unitId, code);
        if (bounds.isEmpty() || !store.isMember(scoresheet.seasonId(), unitId)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        store.line(scoresheet.id(), unitId, code);
        if (store.isPublished(scoresheet.id())) {
            throw Problem.because(ProblemType.CONFLICT, "ranking-published").asException();
        }
        return bounds.get();
    }

    static void expect(int expected, int present) {
        if (expected != present) {
            throw Versions.mismatch(present).asException();
        }
    }
}
