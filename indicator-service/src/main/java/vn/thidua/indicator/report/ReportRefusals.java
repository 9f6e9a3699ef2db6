package vn.thidua.indicator.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.period.Period;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.problem.ProblemType;

/** Why a report does not take a change, with what the caller can do about it. */
@Component
class ReportRefusals {
    static final ProblemType TARGETS_NOT_FROZEN = new ProblemType("targets-not-frozen", HttpStatus.CONFLICT);
    static final ProblemType NOT_SUBMITTED = new ProblemType("report-not-submitted", HttpStatus.CONFLICT);
    private static final ProblemType NOT_EDITABLE = new ProblemType("report-not-editable", HttpStatus.CONFLICT);
    private static final ProblemType NOT_OPEN = new ProblemType("period-not-open", HttpStatus.CONFLICT);
    private static final ProblemType CLOSED = new ProblemType("period-closed", HttpStatus.CONFLICT);
    private static final ProblemType SEASON_CLOSED = new ProblemType("season-closed", HttpStatus.CONFLICT);
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final ProblemRenderer texts;

    ReportRefusals(ProblemRenderer texts) {
        this.texts = texts;
    }

    /** @param opener name of the unit that can open the period */
    void requireWritable(Report.Writable writable, Period period, String opener, boolean seasonClosed) {
        if (seasonClosed) {
            throw Problem.of(SEASON_CLOSED).asException();
        }
        switch (writable) {
            case YES -> {}
            case NOT_WITH_UNIT -> throw Problem.of(NOT_EDITABLE).asException();
            case NOT_OPEN_YET ->
                throw timed(NOT_OPEN, period.opensAt(), opener)
                        .with("opensAt", period.opensAt().toString())
                        .asException();
            case CLOSED ->
                throw timed(CLOSED, period.closesAt(), opener)
                        .with("closedAt", period.closesAt().toString())
                        .asException();
        }
    }

    /** Why the report cannot be written now, in words; null when it can. */
    GridViews.@Nullable Lock lock(Report report, Instant now, String opener, Locale locale) {
        var period = report.period();
        var writable = report.writableAt(now);
        return switch (writable) {
            case YES -> null;
            case NOT_WITH_UNIT -> lock(writable, null, opener, Problem.of(NOT_EDITABLE), locale);
            case NOT_OPEN_YET ->
                lock(writable, period.opensAt(), opener, timed(NOT_OPEN, period.opensAt(), opener), locale);
            case CLOSED -> {
                // Where the unit was let in once more and time ran out, that moment is what it asks about.
                var until = report.openUntil() == null ? period.closesAt() : report.openUntil();
                var since = until.isAfter(period.closesAt()) ? until : period.closesAt();
                yield lock(writable, since, opener, timed(CLOSED, since, opener), locale);
            }
        };
    }

    private GridViews.Lock lock(
            Report.Writable why, @Nullable Instant moment, String opener, Problem problem, Locale locale) {
        return new GridViews.Lock(why, moment, opener, texts.detail(problem, locale));
    }

    private static Problem timed(ProblemType type, Instant moment, String opener) {
        return new Problem(type, null, List.of(SHOWN.format(moment), opener), List.of(), Map.of())
                .with("opener", opener);
    }
}
