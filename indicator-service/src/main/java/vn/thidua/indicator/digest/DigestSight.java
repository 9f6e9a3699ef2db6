package vn.thidua.indicator.digest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.indicator.season.Shown;
import vn.thidua.kit.security.Caller;

/** Leaves in a digest those units' own numbers that the regulation shows to the caller; what the cluster comes to is for all. */
@Component
class DigestSight {
    private final ResultsSight results;

    DigestSight(ResultsSight results) {
        this.results = results;
    }

    Digest seen(Caller caller, Digest digest) {
        var shown =
                results
                        .ofFigures(caller, List.of(digest.seasonId()), digest.periodKind(), "indicators.read")
                        .values()
                        .stream()
                        .<Shown>map(ResultsSight.Sight::shown)
                        .findFirst()
                        .orElseGet(Shown.Nothing::new);
        return switch (shown) {
            case Shown.All() -> digest;
            case Shown.Own _ -> narrowed(digest, shown, Digest.Showing.OWN);
            case Shown.Nothing() -> narrowed(digest, shown, Digest.Showing.NONE);
        };
    }

    private static Digest narrowed(Digest digest, Shown shown, Digest.Showing showing) {
        return new Digest(
                digest.seasonId(),
                digest.periodKind(),
                digest.mode(),
                digest.memberCount(),
                digest.indicators().stream()
                        .map(one -> new Digest.OfIndicator(
                                one.indicatorId(),
                                one.code(),
                                one.name(),
                                one.valueKind(),
                                one.direction(),
                                one.adopted(),
                                one.series().stream()
                                        .map(series -> narrowed(series, shown))
                                        .toList()))
                        .toList(),
                showing);
    }

    private static Digest.Series narrowed(Digest.Series series, Shown shown) {
        return new Digest.Series(
                series.measure(),
                series.unitOfMeasure(),
                series.better(),
                series.stated(),
                series.computed(),
                series.leaders().stream()
                        .filter(leader -> shown.sees(leader.unitId()))
                        .toList(),
                narrowed(series.reached(), shown),
                series.statements());
    }

    private static Digest.@Nullable Reached narrowed(Digest.@Nullable Reached reached, Shown shown) {
        return reached == null
                ? null
                : new Digest.Reached(
                        reached.threshold(),
                        seen(reached.unitIds(), shown),
                        seen(reached.unclear(), shown),
                        reached.known(),
                        reached.members());
    }

    private static List<UUID> seen(List<UUID> units, Shown shown) {
        return units.stream().filter(shown::sees).toList();
    }
}
