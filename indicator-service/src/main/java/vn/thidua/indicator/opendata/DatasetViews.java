package vn.thidua.indicator.opendata;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.period.Period;

/** Open results as they are shown, to people and to machines. */
final class DatasetViews {
    private DatasetViews() {}

    /**
     * The open results of a season, described as catalogues of open data describe theirs. Units only: no person is named in any of it.
     *
     * @param id of the season
     * @param publisher the organiser, as it was called on the season's first day
     * @param periodKind whose reports were ranked: the latest period with a published ranking, and whose figures these are
     * @param until first day that no longer belongs to the season, or null
     * @param issuedAt when the ranking was published
     * @param scoresheet title of the sheet by which it was counted
     * @param invented demo data
     * @param sheetSha256 of that sheet; with {@code factsSha256} and {@code resultSha256} what was published can be held against what was
     *     computed
     */
    @Schema(name = "Dataset")
    record Dataset(
            @NotNull UUID id,
            @NotNull String title,
            @Nullable String publisher,
            @Nullable String publisherCode,
            @NotNull String cluster,
            @NotNull String clusterKind,
            @NotNull String season,
            @NotNull Period.Kind periodKind,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotNull Instant issuedAt,
            @NotNull String scoresheet,
            boolean invented,
            @NotNull UUID rankingId,
            @NotNull String sheetSha256,
            @NotNull String factsSha256,
            @NotNull String resultSha256,
            @NotNull List<@NotNull Distribution> distributions) {
        Dataset {
            distributions = List.copyOf(distributions);
        }
    }

    /** One form in which something of it is had; the path is that of this API. */
    @Schema(name = "Distribution")
    record Distribution(
            @NotNull String title,
            @NotNull String mediaType,
            @NotNull String path) {}

    /**
     * @param contentSha256 of all the rest as canonical JSON; the ETag
     * @param groups of the sheet, in its order
     */
    @Schema(name = "OpenRanking")
    record OpenRanking(
            @NotNull Dataset dataset,
            @NotNull String contentSha256,
            @NotNull List<@NotNull OpenGroup> groups,
            @NotNull List<@NotNull OpenPlace> rows) {}

    /** @param bonusMaximum its pool of bonus */
    @Schema(name = "OpenGroup")
    record OpenGroup(
            @NotNull String code,
            @NotNull String name,
            @NotNull BigDecimal maximum,
            @NotNull BigDecimal bonusMaximum) {}

    /**
     * A unit's place.
     *
     * @param unitCode by which it can be joined with other tables and maps; null while the unit itself is not known here
     * @param parentCode of the unit that it lies in
     * @param placeCode in the list of administrative units, by which it is found on a map; null where none is known
     * @param scored how many criteria have points
     * @param unscored how many have none because nothing is known of the unit; a place says little where these are many
     * @param grade code of its class, null where the sheet has none or none fits
     * @param gradeNeedsVote whether the class is only what it is eligible for, and a vote decides
     * @param byGroup points of each group, in the order of the sheet
     */
    @Schema(name = "OpenPlace")
    record OpenPlace(
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String parentCode,
            @Nullable String placeCode,
            int rank,
            @NotNull BigDecimal total,
            int scored,
            int unscored,
            @Nullable String grade,
            @Nullable String gradeName,
            boolean gradeNeedsVote,
            @NotNull List<@NotNull OpenPoints> byGroup) {}

    @Schema(name = "OpenPoints")
    record OpenPoints(@NotNull String code, @NotNull BigDecimal points) {}

    /**
     * Figures of some units.
     *
     * @param next what to send as {@code after} for the following units, or null at the end
     */
    @Schema(name = "OpenFigures")
    record OpenFigures(
            @NotNull Dataset dataset,
            @NotNull List<@NotNull OpenFigure> items,
            @Nullable String next) {}

    /**
     * What a unit handed in for the period that was ranked, as verified where it was.
     *
     * @param value 1 for yes and 0 for no where that is what is asked
     * @param level what the level is called whose place the value is; null for other kinds
     * @param qualifier how exactly it is stated; null where it is exact
     * @param actuality ACTUAL or ESTIMATE
     * @param target what it registered, else what it was assigned
     * @param percentOfPlan by the direction of the indicator; null where there is none
     */
    @Schema(name = "OpenFigure")
    record OpenFigure(
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String parentCode,
            @Nullable String placeCode,
            @NotNull String indicatorCode,
            @NotNull String indicatorName,
            @NotNull String unitOfMeasure,
            @NotNull String valueKind,
            @NotNull String direction,
            @NotNull BigDecimal value,
            @Nullable String level,
            @Nullable String qualifier,
            @NotNull String actuality,
            @Nullable BigDecimal target,
            @Nullable BigDecimal percentOfPlan) {}
}
