package vn.thidua.indicator.report;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.SeasonAccess;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;

/** Says for each of many units whether its report takes values now, by the rules by which one is begun and written. */
@Component
class UnitsGate {
    private final SeasonAccess seasons;
    private final ReportRefusals refusals;

    UnitsGate(SeasonAccess seasons, ReportRefusals refusals) {
        this.seasons = seasons;
        this.refusals = refusals;
    }

    /** The units of one period. */
    final class Of {
        private final ReportStore.Beginning beginning;
        private final Season season;
        private final Map<UUID, Basis> bases;

        private Of(ReportStore.Beginning beginning, Map<UUID, Basis> bases) {
            this.beginning = beginning;
            this.season = seasons.season(beginning.period().seasonId());
            this.bases = bases;
        }

        /**
         * Why nothing of the unit is taken; null when it may be.
         *
         * @param held its report; null where it has not begun one
         */
        @Nullable
        Problem refusal(UnitsStore.Member member, UnitsStore.@Nullable Held held) {
            if (!bases.containsKey(member.unitId())) {
                return Problem.because(ProblemType.FORBIDDEN, "not-over-unit");
            }
            try {
                if (held == null) {
                    SeasonAccess.requireLive(season);
                    SeasonAccess.requireNotClosed(season);
                    if (!beginning.frozen()) {
                        return Problem.of(ReportRefusals.TARGETS_NOT_FROZEN);
                    }
                }
                refusals.requireWritable(
                        Report.writableAt(
                                held == null ? Report.Status.DRAFT : held.status(),
                                later(member.openUntil(), held == null ? null : held.openUntil()),
                                beginning.period(),
                                beginning.now()),
                        beginning.period(),
                        beginning.opener(),
                        season.state() == Season.State.CLOSED);
                return null;
            } catch (ProblemException refused) {
                return refused.problem();
            }
        }
    }

    Of of(ReportStore.Beginning beginning, Map<UUID, Basis> bases) {
        return new Of(beginning, bases);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
