package vn.thidua.indicator.digest;

import java.util.HashSet;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.ResultsSight;
import vn.thidua.kit.security.Caller;

/** Leaves in a digest what the regulations show to the caller: that of its season, and of earlier numbers those of their seasons. */
@Component
class DigestSight {
    private final ResultsSight results;

    DigestSight(ResultsSight results) {
        this.results = results;
    }

    Digest seen(Caller caller, DigestService.Whole whole) {
        var digest = whole.digest();
        var seasons = new HashSet<>(whole.earlier().values());
        seasons.add(digest.seasonId());
        var sights = results.ofFigures(caller, seasons, digest.periodKind(), "indicators.read");
        return new SeenDigest(whole, sights).digest();
    }
}
