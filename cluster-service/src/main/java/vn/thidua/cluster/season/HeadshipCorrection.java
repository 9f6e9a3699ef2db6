package vn.thidua.cluster.season;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/**
 * Corrects who led a season where it was recorded wrongly. Once something is signed or counted under a head, who it was stays;
 * how it came to lead and what is known of it may still be corrected.
 */
@Service
class HeadshipCorrection {
    private final SeasonStore store;
    private final SeasonService service;
    private final Seasons seasons;
    private final Clusters clusters;
    private final Units units;
    private final SeasonNews news;
    private final Reasons reasons;

    HeadshipCorrection(
            SeasonStore store,
            SeasonService service,
            Seasons seasons,
            Clusters clusters,
            Units units,
            SeasonNews news,
            Reasons reasons) {
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.clusters = clusters;
        this.units = units;
        this.news = news;
        this.reasons = reasons;
    }

    /**
     * @param expected the version of the season the correction relies on
     * @param named its id is that of the headship
     */
    @Transactional
    void correct(Caller caller, UUID seasonId, long expected, Headship named, String reason) {
        var held = hold(caller, seasonId, expected, named.id());
        units.requireKnown("/unitId", named.unitId());
        service.requireConference(held.season().clusterId(), named.conferenceId());
        if (!seasons.members(held.ref()).contains(named.unitId())) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        var was = held.headship();
        if (!was.unitId().equals(named.unitId()) || was.role() != named.role()) {
            Recording.requireFree(store.standingOnHeadships(seasonId));
        }
        var others = held.season().without(was);
        if (others.headships().stream().anyMatch(h -> SeasonService.excludes(h, named))) {
            throw SeasonService.refusal(others, named).asException();
        }
        reasons.because(reason);
        store.rewrite(named);
        var after = held.season().with(named, was);
        store.update(after);
        news.tell(caller, held.basis(), after, held.season(), "season.head-corrected", reason);
    }

    /** @param expected the version of the season the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID seasonId, UUID headshipId, long expected, String reason) {
        var held = hold(caller, seasonId, expected, headshipId);
        Recording.requireFree(store.standingOnHeadships(seasonId));
        reasons.because(reason);
        store.delete(held.headship());
        var after = held.season().without(held.headship());
        store.update(after);
        news.tell(caller, held.basis(), after, held.season(), "season.head-withdrawn", reason);
    }

    private record Held(Seasons.Ref ref, Season season, Headship headship, Basis basis) {}

    private Held hold(Caller caller, UUID seasonId, long expected, UUID headshipId) {
        var ref = seasons.visible(caller, seasonId);
        clusters.hold(ref.clusterId());
        var season = service.lock(seasonId);
        var basis = seasons.requireActing(caller, ref);
        if (season.version() != expected) {
            throw Versions.mismatch(season.version()).asException();
        }
        var headship = season.headships().stream()
                .filter(h -> Objects.equals(h.id(), headshipId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        SeasonService.requireUnsettled(season);
        return new Held(ref, season, headship, basis);
    }
}
