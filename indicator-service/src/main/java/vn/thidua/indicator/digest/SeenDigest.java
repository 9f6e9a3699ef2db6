package vn.thidua.indicator.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.digest.DigestQueries.SeriesKey;
import vn.thidua.indicator.season.ResultsSight.Sight;
import vn.thidua.indicator.season.Season;
import vn.thidua.indicator.season.Shown;

/**
 * A digest as one caller sees it: the own numbers of those units that are shown to him, and what the members come to together where
 * that gives nobody's own number away.
 */
final class SeenDigest {
    /** Of two, each reckons the other's number from the sum, and one alone is the sum. */
    private static final int FEWEST_TOLD = 3;
    /** Whoever sees all the others' numbers reckons the only one withheld. */
    private static final int FEWEST_WITHHELD = 2;

    private final DigestService.Whole whole;
    private final Map<UUID, Sight> sights;
    private final Shown shown;

    /** @param sights by season; one that is not among them shows nothing */
    SeenDigest(DigestService.Whole whole, Map<UUID, Sight> sights) {
        this.whole = whole;
        this.sights = sights;
        this.shown = shown(whole.digest().seasonId());
    }

    Digest digest() {
        var digest = whole.digest();
        return new Digest(
                digest.seasonId(),
                digest.periodKind(),
                digest.mode(),
                digest.memberCount(),
                digest.indicators().stream().map(this::seen).toList(),
                switch (shown) {
                    case Shown.All() -> Digest.Showing.ALL;
                    case Shown.Own _ -> Digest.Showing.OWN;
                    case Shown.Nothing() -> Digest.Showing.NONE;
                });
    }

    private Digest.OfIndicator seen(Digest.OfIndicator one) {
        return new Digest.OfIndicator(
                one.indicatorId(),
                one.code(),
                one.name(),
                one.valueKind(),
                one.direction(),
                one.adopted(),
                answered(one.answered()),
                one.series().stream()
                        .map(series -> seen(
                                new SeriesKey(one.indicatorId(), series.measure(), series.unitOfMeasure()), series))
                        .toList());
    }

    /** What the cluster adopted as its own number stands beside it whoever reads: that is the cluster's to tell. */
    private Digest.@Nullable Answered answered(Digest.@Nullable Answered whole) {
        if (whole == null) {
            return null;
        }
        var seen = whole.answers().stream().map(this::seen).toList();
        var count = seen.stream().mapToInt(answer -> answer.units().size()).sum();
        if (count == whole.known()) {
            return whole;
        }
        return count == 0 ? null : new Digest.Answered(seen, whole.known(), whole.members());
    }

    private Digest.Answer seen(Digest.Answer answer) {
        return new Digest.Answer(
                answer.place(),
                answer.level(),
                null,
                answer.units().stream()
                        .filter(unit -> shown.sees(unit.unitId()))
                        .toList());
    }

    private Digest.Series seen(SeriesKey key, Digest.Series series) {
        var leaders = series.leaders().stream()
                .filter(leader -> shown.sees(leader.unitId()))
                .filter(leader -> !isComputedGrowth(key) || seesEarlier(key, leader.unitId()))
                .map(leader -> seesEarlier(key, leader.unitId()) ? leader : leader.withoutBefore())
                .toList();
        var units = new HashSet<UUID>();
        leaders.forEach(leader -> units.add(leader.unitId()));
        return new Digest.Series(
                series.measure(),
                series.unitOfMeasure(),
                series.better(),
                series.stated(),
                computed(series, leaders),
                leaders,
                reached(series.reached(), units),
                series.statements());
    }

    /** Whoever sees the growth and the number that grew knows the number of the year before. */
    private boolean isComputedGrowth(SeriesKey key) {
        return whole.digest().mode() == Season.Mode.LIVE && key.measure().equals("GROWTH");
    }

    private boolean seesEarlier(SeriesKey key, UUID unitId) {
        var season = whole.earlier().get(new DigestService.Place(key, unitId));
        return season == null || shown(season).sees(unitId);
    }

    private Shown shown(UUID seasonId) {
        var sight = sights.get(seasonId);
        return sight == null ? new Shown.Nothing() : sight.shown();
    }

    private static Digest.@Nullable Computed computed(Digest.Series series, List<Digest.Leader> seen) {
        var computed = series.computed();
        if (computed == null) {
            return null;
        }
        var seesAll = seen.size() == series.leaders().size();
        if (!seesAll && !hides(computed.known(), seen.size())) {
            return null;
        }
        var weighted = computed.weighted();
        return new Digest.Computed(
                computed.total(),
                computed.average(),
                // Which of them weigh is not known here; at worst all that are seen do.
                weighted == null || seesAll || hides(weighted.known(), seen.size()) ? weighted : null,
                change(computed.change(), seen),
                computed.known(),
                computed.members(),
                computed.approximate());
    }

    private static Digest.@Nullable Moved change(Digest.@Nullable Moved change, List<Digest.Leader> seen) {
        if (change == null) {
            return null;
        }
        var both = (int) seen.stream().filter(leader -> leader.before() != null).count();
        return both == change.known() || hides(change.known(), both) ? change : null;
    }

    /** Whether what so many come to gives none of their numbers away to who sees so many of them. */
    private static boolean hides(int known, int seen) {
        return known >= FEWEST_TOLD && known - seen >= FEWEST_WITHHELD;
    }

    private static Digest.@Nullable Reached reached(Digest.@Nullable Reached reached, Set<UUID> units) {
        return reached == null
                ? null
                : new Digest.Reached(
                        reached.threshold(),
                        seen(reached.unitIds(), units),
                        seen(reached.unclear(), units),
                        reached.known(),
                        reached.members());
    }

    private static List<UUID> seen(List<UUID> reached, Set<UUID> units) {
        return reached.stream().filter(units::contains).toList();
    }
}
