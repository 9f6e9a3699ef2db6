package vn.thidua.cluster.movement;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * A campaign of emulation (phong trào thi đua).
 *
 * @param seasonId the season of a cluster it belongs to, or null
 * @param unitId who launched it
 */
record Movement(
        UUID id,
        @Nullable UUID seasonId,
        UUID unitId,
        Level level,
        Kind kind,
        String name,
        @Nullable LocalDate launchedOn,
        Plan plan,
        Closing closing,
        Origin origin,
        long version) {
    /** As many as a movement may name. */
    static final int MOST_DAYS = 60;

    enum Level {
        CENTRAL,
        PROVINCE,
        CLUSTER,
        UNIT
    }

    /** Thường xuyên; chuyên đề; đợt đặc biệt. */
    enum Kind {
        REGULAR,
        THEMATIC,
        SPECIAL
    }

    enum State {
        OPEN,
        /** Nobody joins or reports any more. */
        CLOSED
    }

    /** Sơ kết giữa kỳ; sơ kết năm; tổng kết. */
    enum Stage {
        MID_TERM,
        /** On one of the movement's reporting days. */
        YEARLY,
        FINAL
    }

    /**
     * What is reported or reviewed.
     *
     * @param day of the schedule, for {@link Stage#YEARLY} alone
     */
    record Milestone(Stage kind, @Nullable LocalDate day) {
        static final Milestone FINAL = new Milestone(Stage.FINAL, null);

        /** Where what is said is wrong, if it is: a day is of the schedule and goes with that stage. */
        Optional<String> wrongIn(Plan plan) {
            if (kind != Stage.YEARLY) {
                return day == null ? Optional.empty() : Optional.of("not-for-stage");
            }
            if (day == null) {
                return Optional.of("required");
            }
            return plan.reportingDays().contains(day) ? Optional.empty() : Optional.of("not-a-reporting-day");
        }
    }

    /**
     * What it is to be.
     *
     * @param to the last day; null of a movement without a planned end
     * @param text with which it was launched
     * @param criteria by which it is judged
     * @param parentId the higher movement that it answers, or null
     * @param reportingDays on which units report and it is looked back at before its end, in order
     */
    record Plan(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text,
            @Nullable String criteria,
            @Nullable UUID parentId,
            List<LocalDate> reportingDays) {
        Plan {
            reportingDays = reportingDays.stream().distinct().sorted().toList();
        }

        /** Each year-end before the last day of one that lasts longer than a year; none of any other. */
        static List<LocalDate> yearEnds(@Nullable LocalDate from, @Nullable LocalDate to) {
            if (from == null || to == null || !to.plusDays(1).isAfter(from.plusYears(1))) {
                return List.of();
            }
            return IntStream.rangeClosed(from.getYear(), to.getYear())
                    .mapToObj(year -> LocalDate.of(year, Month.DECEMBER, 31))
                    .filter(to::isAfter)
                    .limit(MOST_DAYS)
                    .toList();
        }

        MovementLength length() {
            return MovementLength.of(from, to);
        }
    }

    /**
     * Whether it is over.
     *
     * @param on null while it is open
     * @param because why it was closed without its final review, or null
     * @param reopenedBecause why it is open again, or null
     */
    record Closing(
            @Nullable LocalDate on,
            @Nullable String because,
            @Nullable String reopenedBecause) {
        static final Closing NONE = new Closing(null, null, null);

        State state() {
            return on == null ? State.OPEN : State.CLOSED;
        }
    }

    Movement at(Closing next) {
        return new Movement(id, seasonId, unitId, level, kind, name, launchedOn, plan, next, origin, version + 1);
    }

    /** The first day that is known of it. */
    @Nullable
    LocalDate begins() {
        return launchedOn == null ? plan.from() : launchedOn;
    }
}
