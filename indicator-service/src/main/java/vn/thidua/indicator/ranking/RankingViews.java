package vn.thidua.indicator.ranking;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.PartScore;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.season.ResultsRule;
import vn.thidua.indicator.season.ResultsSight.Sight;
import vn.thidua.indicator.season.Shown;

/** A ranking as it is shown. */
final class RankingViews {
    private RankingViews() {}

    /**
     * @param resultsRule who sees a published ranking, by the regulation
     * @param ranked how many units were ranked, whether their rows are shown or not
     */
    @Schema(name = "RankingView")
    record RankingView(
            @NotNull UUID id,
            @NotNull UUID scoresheetId,
            @NotNull UUID seasonId,
            @NotNull UUID clusterId,
            @NotNull Ranking.Status status,
            @NotNull Ranking.TieRule tieRule,
            @NotNull String sheetSha256,
            @NotNull String factsSha256,
            @NotNull String resultSha256,
            @NotNull Instant computedAt,
            @Nullable Instant publishedAt,
            @Nullable Instant reopenedAt,
            @Nullable String reopenReason,
            @NotNull ResultsRule resultsRule,
            @NotNull Showing shown,
            int ranked,
            @NotNull List<RowView> rows,
            @NotNull List<OpenView> open,
            long version) {}

    /** How much of a ranking is shown. */
    enum Showing {
        ALL,
        /** The rows of the caller's own units; the others' are withheld by the regulation. */
        OWN
    }

    /**
     * @param scored how many criteria have points
     * @param unscored how many have none because nothing is known of the unit; a place says little where these are many
     * @param tiedWith the others on the same rank, as far as they are shown
     * @param tieBrokenBy code of the criterion or group by which the sheet tells it apart from a unit of the same total; null where no
     *     other has the same, or nothing tells them apart
     * @param byPart what the groups of each part come to together, in the order of the sheet's parts; empty for a sheet without
     * @param verdict class and knock-outs, where the sheet has any
     * @param prize what the rank is worth by the sheet; nothing for who is knocked out
     * @param rankBefore in the cluster's season before, null where there is none, the unit was not in it or it is not shown
     */
    @Schema(name = "RowView")
    record RowView(
            @NotNull UUID unitId,
            @NotNull BigDecimal total,
            int rank,
            int scored,
            int unscored,
            @NotNull List<UUID> tiedWith,
            @Nullable String tieBrokenBy,
            @NotNull List<GroupView> byGroup,
            @NotNull List<GroupView> byPart,
            Score.@Nullable Verdict verdict,
            @Nullable PrizeView prize,
            @Nullable Integer rankBefore) {}

    /** @param known of how many of its criteria something is known; points of what nothing is known of say nothing */
    @Schema(name = "RankedGroupView")
    record GroupView(@NotNull String code, @NotNull BigDecimal points, int known) {}

    /** @param open whether a ballot has to say which of the tied units gets it */
    @Schema(name = "PrizeView")
    record PrizeView(@NotNull String code, @NotNull String name, boolean open) {}

    /** A criterion for which a unit has no points, because no row of the sheet holds its case. */
    @Schema(name = "OpenView")
    record OpenView(@NotNull String criterionCode, @NotNull UUID unitId) {}

    /** Only the ranking itself, without its rows. */
    static RankingView of(Ranking ranking, Sight sight) {
        return of(ranking, sight, List.of(), List.of());
    }

    /**
     * @param sight what the caller sees of it
     * @param rows all of them, the best first
     * @param sheet by which they were scored
     */
    static RankingView of(
            Ranking ranking, Sight sight, List<Ranking.Scored> rows, Sheet sheet, Map<UUID, Integer> before) {
        var shown =
                rows.stream().filter(row -> sight.shown().sees(row.unitId())).toList();
        return of(
                ranking,
                sight,
                shown.stream()
                        .map(row -> row(ranking, row, rows, sheet, before, sight.shown()))
                        .toList(),
                shown.stream().flatMap(row -> open(row.score()).stream()).toList());
    }

    private static RankingView of(Ranking ranking, Sight sight, List<RowView> rows, List<OpenView> open) {
        return new RankingView(
                ranking.id(),
                ranking.scoresheetId(),
                ranking.seasonId(),
                ranking.clusterId(),
                ranking.status(),
                ranking.tieRule(),
                ranking.sheetSha256(),
                ranking.factsSha256(),
                ranking.resultSha256(),
                ranking.computedAt(),
                ranking.publishedAt(),
                ranking.reopenedAt(),
                ranking.reopenReason(),
                sight.rule(),
                sight.shown() instanceof Shown.All ? Showing.ALL : Showing.OWN,
                ranking.ranked(),
                rows,
                open,
                ranking.version());
    }

    private static RowView row(
            Ranking ranking,
            Ranking.Scored row,
            List<Ranking.Scored> all,
            Sheet sheet,
            Map<UUID, Integer> before,
            Shown shown) {
        var terms = sheet.terms();
        var tied = all.stream()
                .filter(other -> other.rank() == row.rank() && !other.unitId().equals(row.unitId()))
                .map(Ranking.Scored::unitId)
                .toList();
        var score = row.score();
        var prize = Order.isBehind(score)
                ? null
                : Prizes.of(terms.prizes(), row.rank(), tied.size() + 1, ranking.tieRule());
        return new RowView(
                row.unitId(),
                row.total(),
                row.rank(),
                score.count(Score.State.SCORED),
                score.count(Score.State.NO_FACT),
                tied.stream().filter(shown::sees).toList(),
                tieBrokenBy(new Order(terms.ties()), score, all),
                score.groups().stream()
                        .map(group -> new GroupView(group.code(), group.points(), known(score, group.code())))
                        .toList(),
                PartScore.of(sheet, score).stream()
                        .map(part -> new GroupView(part.code(), part.points(), part.known()))
                        .toList(),
                score.verdict(),
                prize == null
                        ? null
                        : new PrizeView(prize.prize().code(), prize.prize().name(), prize.open()),
                before.get(row.unitId()));
    }

    /** The unit right behind it first: whoever leads wants to know by what. */
    private static @Nullable String tieBrokenBy(Order order, Score score, List<Ranking.Scored> all) {
        return all.stream()
                .map(Ranking.Scored::score)
                .filter(other -> order.tieBrokenBy(score, other) != null)
                .min(Comparator.comparing(other -> order.compare(score, other) > 0))
                .map(other -> order.tieBrokenBy(score, other))
                .orElse(null);
    }

    private static int known(Score score, String group) {
        return Math.toIntExact(score.criteria().stream()
                .filter(criterion -> criterion.groupCode().equals(group) && criterion.state() != Score.State.NO_FACT)
                .count());
    }

    private static List<OpenView> open(Score score) {
        return score.criteria().stream()
                .filter(criterion -> criterion.state() == Score.State.NO_ROW)
                .map(criterion -> new OpenView(criterion.code(), score.unitId()))
                .toList();
    }
}
