package vn.thidua.indicator.digest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.season.Season;

/**
 * What a period of a cluster's season comes to, ready for a chart.
 *
 * @param memberCount how many units compete in the season
 * @param shown of whom the caller sees the own numbers
 */
record Digest(
        UUID seasonId,
        String periodKind,
        Season.Mode mode,
        int memberCount,
        List<OfIndicator> indicators,
        Showing shown) {
    Digest {
        indicators = List.copyOf(indicators);
    }

    /** Whose own numbers stand in it: of all members, of the caller's own units only, or of none. */
    enum Showing {
        ALL,
        OWN,
        NONE
    }

    /**
     * @param adopted what the cluster itself adopted as its own number, null when it has not
     * @param answered how the members answered, null where the answer is a number or nobody gave one that the caller sees
     */
    record OfIndicator(
            UUID indicatorId,
            String code,
            String name,
            String valueKind,
            String direction,
            @Nullable Adopted adopted,
            @Nullable Answered answered,
            List<Series> series) {
        OfIndicator {
            series = List.copyOf(series);
        }
    }

    /**
     * @param answers each that can be given, the highest first
     * @param known of how many members the answer is known, whether or not the caller sees it
     * @param members of how many there are
     */
    record Answered(List<Answer> answers, int known, int members) {
        Answered {
            answers = List.copyOf(answers);
        }
    }

    /**
     * @param place 1 for yes and 0 for no, or the level's place among its names from 1
     * @param level what the level is called, null for yes and no
     * @param count how many members gave it; null while the caller does not see every member's answer, as all might be the same
     * @param units that gave it, of those that the caller sees
     */
    record Answer(
            int place, @Nullable String level, @Nullable Integer count, List<Answering> units) {
        Answer {
            units = List.copyOf(units);
        }
    }

    /** @param placeCode the unit's code in the list of administrative units; null where none is known */
    record Answering(
            UUID unitId,
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String placeCode,
            String actuality,
            UUID reportId) {}

    /**
     * A number of the cluster's own adopted report.
     *
     * @param level what the level is called whose place the value is, null for other kinds
     * @param rule how it was made of the members' numbers, null where a person said the number
     * @param computed what the rule came to
     * @param adjusted whether {@code value} was put in its place, for {@code reason}
     * @param known how many members' numbers went in, of {@code expected}
     * @param missing who of these had not handed in
     * @param plan what the cluster as a whole was to reach, and {@code percent} how far it did
     */
    record Adopted(
            BigDecimal value,
            @Nullable String level,
            String unitOfMeasure,
            @Nullable String rule,
            @Nullable BigDecimal computed,
            boolean adjusted,
            @Nullable String reason,
            @Nullable String explanation,
            int known,
            int expected,
            int missing,
            Instant adoptedAt,
            @Nullable BigDecimal plan,
            @Nullable BigDecimal percent) {}

    /** Which end of a series leads. A percent of plan is the better the higher it is, whatever the plan means. */
    enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /**
     * Numbers of one kind in one unit of measure.
     *
     * @param stated what was said of the cluster as a whole
     * @param computed from the members' own numbers, null when none is known or it would give a number away that the caller does not see
     * @param leaders the members, the best first
     * @param reached who stands at or above the threshold that was asked for, null when none was
     * @param statements how many members reached something, as said; never spread over members
     */
    record Series(
            String measure,
            String unitOfMeasure,
            Better better,
            List<Stated> stated,
            @Nullable Computed computed,
            List<Leader> leaders,
            @Nullable Reached reached,
            List<Statement> statements) {
        Series {
            stated = List.copyOf(stated);
            leaders = List.copyOf(leaders);
            statements = List.copyOf(statements);
        }
    }

    record Stated(
            UUID figureId,
            BigDecimal value,
            @Nullable BigDecimal outOf,
            String qualifier,
            String actuality,
            String basis,
            @Nullable String aggregation,
            String quote,
            String provenance,
            @Nullable String source) {}

    /**
     * @param total null where adding up means nothing, such as percents
     * @param average simple: each member counts the same
     * @param weighted null where nothing says by what members would weigh
     * @param change since the same period of the year before, null where no member's number is known of both
     * @param known of how many members a number is known
     * @param members of how many there are
     * @param approximate whether a number that went in is itself only about, nearly, above
     */
    record Computed(
            @Nullable BigDecimal total,
            BigDecimal average,
            @Nullable Weighted weighted,
            @Nullable Moved change,
            int known,
            int members,
            boolean approximate) {}

    /** By what members weigh in an average. */
    enum WeighedBy {
        /** Percents of plan by their plans: the percent of all plans together. */
        PLAN,
        /** Growths by the numbers of the year before: the growth of all together. */
        BEFORE,
        /** By the indicator that the cluster's rule of aggregation names. */
        INDICATOR
    }

    /**
     * @param code of the indicator that weighs, for {@link WeighedBy#INDICATOR} only
     * @param known of how many members both are known
     */
    record Weighted(
            BigDecimal average, WeighedBy by, @Nullable String code, int known) {}

    /**
     * How members' numbers moved since the same period of the year before, of those members of whom both are known.
     *
     * @param total by how much more or less, null where adding up means nothing
     * @param average the same for each of them
     * @param known how many they are
     */
    record Moved(@Nullable BigDecimal total, BigDecimal average, int known) {}

    /**
     * @param placeCode the unit's code in the list of administrative units, by which it is found on a map; null where none is known
     * @param before what it was in the same period of the year before, in the same unit of measure, or null
     * @param place equal numbers share a place and the next one is skipped; null where neither end leads
     * @param rankStated the place as a document says it
     * @param figureId the figure it was stated by, or null
     * @param reportId the report it comes from, or null
     */
    record Leader(
            UUID unitId,
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String placeCode,
            @Nullable Integer place,
            BigDecimal value,
            @Nullable BigDecimal outOf,
            @Nullable BigDecimal before,
            String qualifier,
            String actuality,
            String basis,
            @Nullable Integer rankStated,
            @Nullable UUID figureId,
            @Nullable UUID reportId,
            String provenance,
            @Nullable String source) {
        Leader withoutBefore() {
            return new Leader(
                    unitId,
                    unitCode,
                    unitName,
                    placeCode,
                    place,
                    value,
                    outOf,
                    null,
                    qualifier,
                    actuality,
                    basis,
                    rankStated,
                    figureId,
                    reportId,
                    provenance,
                    source);
        }
    }

    /** @param unclear whose number, "above 80", leaves it open */
    record Reached(BigDecimal threshold, List<UUID> unitIds, List<UUID> unclear, int known, int members) {
        Reached {
            unitIds = List.copyOf(unitIds);
            unclear = List.copyOf(unclear);
        }
    }

    record Statement(
            UUID figureId,
            int count,
            int outOf,
            BigDecimal threshold,
            String thresholdQualifier,
            String actuality,
            String quote,
            String provenance,
            @Nullable String source) {}
}
