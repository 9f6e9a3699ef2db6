package vn.thidua.indicator.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.scoresheet.Scoresheet;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.season.Season;

/** A season counted anew, as it is shown. */
final class ReplayViews {
    private ReplayViews() {}

    /**
     * @param onlyPast criteria that the tried sheet does not have any more
     * @param onlyTried criteria that the past sheet did not have
     * @param readOtherwise codes, in the tried sheet, of criteria found by hand whose number would say something else by the new rule
     */
    @Schema(name = "ReplayView")
    record ReplayView(
            @NotNull ReplaySheet past,
            @NotNull ReplaySheet tried,
            @NotNull List<ReplayCriterion> onlyPast,
            @NotNull List<ReplayCriterion> onlyTried,
            @NotNull List<String> readOtherwise,
            @NotNull List<ReplayUnit> units) {}

    @Schema(name = "ReplaySheet")
    record ReplaySheet(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull String seasonName,
            @NotNull String title,
            int edition,
            @NotNull Scoresheet.Status status,
            @NotNull BigDecimal maximum,
            int scale) {}

    @Schema(name = "ReplayCriterion")
    record ReplayCriterion(
            @NotNull String code,
            @NotNull String name,
            @NotNull BigDecimal maximum) {}

    /**
     * @param missing codes of criteria of the tried sheet for which nothing is known of that season: their points are not known, not 0
     * @param missingThen the same by the past sheet
     * @param changes the criteria that add most to the difference
     * @param furtherChanges how many more there are, with their sum
     * @param adjusted what caps, pools, spreading and rounding add to the difference besides
     */
    @Schema(name = "ReplayUnit")
    record ReplayUnit(
            @NotNull UUID unitId,
            @NotNull BigDecimal pastTotal,
            @NotNull BigDecimal triedTotal,
            @NotNull BigDecimal difference,
            int pastRank,
            int triedRank,
            @NotNull List<String> missing,
            @NotNull List<String> missingThen,
            @NotNull List<ReplayChange> changes,
            @NotNull FurtherChanges furtherChanges,
            @NotNull BigDecimal adjusted,
            @NotNull List<Score.Adjustment> pastAdjustments,
            @NotNull List<Score.Adjustment> triedAdjustments) {}

    @Schema(name = "FurtherChanges")
    record FurtherChanges(int count, @NotNull BigDecimal points) {}

    /** @param points what the criterion adds to the difference */
    @Schema(name = "ReplayChange")
    record ReplayChange(
            @NotNull String name,
            @NotNull BigDecimal points,
            @Nullable ReplaySide past,
            @Nullable ReplaySide tried) {}

    /**
     * A criterion by one of the sheets.
     *
     * @param points null where nothing is known to count by
     */
    @Schema(name = "ReplaySide")
    record ReplaySide(
            @NotNull String code,
            @NotNull BigDecimal maximum,
            @NotNull Score.State state,
            @Nullable BigDecimal points,
            @NotNull Score.Trace trace) {}

    /** @param top most changes told of each unit */
    static ReplayView of(ReplayService.Replayed replayed, int top) {
        var pairing = replayed.replay().pairing();
        var past = replayed.past().sheet();
        var tried = replayed.tried().sheet();
        var alike = past.hasVariants() || tried.hasVariants() ? null : new Both(byCode(past), byCode(tried));
        return new ReplayView(
                sheet(replayed.past(), replayed.pastSeason()),
                sheet(replayed.tried(), replayed.triedSeason()),
                pairing.onlyPast().stream().map(ReplayViews::criterion).toList(),
                pairing.onlyTried().stream().map(ReplayViews::criterion).toList(),
                pairing.readOtherwise(
                        tried,
                        replayed.replay().moves().stream()
                                .map(Replay.Move::unitId)
                                .toList()),
                replayed.replay().moves().stream()
                        .map(move -> unit(
                                move,
                                alike == null
                                        ? new Both(
                                                byCode(past.forUnit(move.unitId())),
                                                byCode(tried.forUnit(move.unitId())))
                                        : alike,
                                top))
                        .toList());
    }

    /** The criteria of both sheets by their codes, as they count for a unit. */
    private record Both(Map<String, Criterion> past, Map<String, Criterion> tried) {}

    private static Map<String, Criterion> byCode(Sheet sheet) {
        var byCode = new HashMap<String, Criterion>();
        sheet.criteria().forEach(criterion -> byCode.put(criterion.code(), criterion));
        return byCode;
    }

    private static ReplaySheet sheet(Scoresheet scoresheet, Season season) {
        var sheet = scoresheet.sheet();
        return new ReplaySheet(
                scoresheet.id(),
                season.id(),
                season.name(),
                scoresheet.title(),
                scoresheet.edition(),
                scoresheet.status(),
                sheet.maximum(),
                sheet.rounding().scale());
    }

    private static ReplayCriterion criterion(Criterion criterion) {
        return new ReplayCriterion(criterion.code(), criterion.name(), criterion.maximum());
    }

    private static ReplayUnit unit(Replay.Move move, Both both, int top) {
        var told = move.changes().stream().limit(top).toList();
        var further = move.changes().stream().skip(top).toList();
        return new ReplayUnit(
                move.unitId(),
                move.past().total(),
                move.tried().total(),
                move.difference(),
                move.pastRank(),
                move.triedRank(),
                missing(move.tried()),
                missing(move.past()),
                told.stream().map(change -> change(change, both)).toList(),
                new FurtherChanges(
                        further.size(),
                        Decimals.plain(
                                further.stream().map(Replay.Change::points).reduce(BigDecimal.ZERO, BigDecimal::add))),
                move.adjusted(),
                move.past().adjustments(),
                move.tried().adjustments());
    }

    private static List<String> missing(Score score) {
        return score.criteria().stream()
                .filter(criterion -> !Replay.isKnown(criterion))
                .map(CriterionScore::code)
                .toList();
    }

    private static ReplayChange change(Replay.Change change, Both both) {
        var before = side(change.past(), both.past());
        var after = side(change.tried(), both.tried());
        var name = Stream.of(name(change.tried(), both.tried()), name(change.past(), both.past()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new ReplayChange(name, change.points(), before, after);
    }

    private static @Nullable String name(@Nullable CriterionScore score, Map<String, Criterion> criteria) {
        return score == null
                ? null
                : Objects.requireNonNull(criteria.get(score.code())).name();
    }

    private static @Nullable ReplaySide side(@Nullable CriterionScore score, Map<String, Criterion> criteria) {
        if (score == null) {
            return null;
        }
        return new ReplaySide(
                score.code(),
                Objects.requireNonNull(criteria.get(score.code())).maximum(),
                score.state(),
                Replay.isKnown(score) ? score.points() : null,
                score.trace());
    }
}
