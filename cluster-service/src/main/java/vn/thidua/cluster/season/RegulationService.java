package vn.thidua.cluster.season;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Writes the rules of a season; every version is kept. */
@Service
class RegulationService {
    private final SeasonStore store;
    private final SeasonService service;
    private final Seasons seasons;
    private final SeasonNews news;

    RegulationService(SeasonStore store, SeasonService service, Seasons seasons, SeasonNews news) {
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.news = news;
    }

    /**
     * Writes the next version; the same content as the newest changes nothing.
     *
     * @param expected the version of the season the change relies on
     * @param named its number is given here
     */
    @Transactional
    void put(Caller caller, UUID seasonId, long expected, Regulation named) {
        var ref = seasons.visible(caller, seasonId);
        var before = service.lock(seasonId);
        var basis = seasons.requireActing(caller, ref);
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        SeasonService.requireUnsettled(before);
        if (named.adoptedOn() != null && named.status() == Regulation.Status.DRAFT) {
            throw Problem.invalid(FieldError.of("/adoptedOn", "not-adopted")).asException();
        }
        requireRules(before, named);
        service.requireConference(before.clusterId(), named.conferenceId());
        if (store.isRegulationVotedOn(seasonId)) {
            throw Problem.because(ProblemType.CONFLICT, "regulation-voted-on").asException();
        }
        var newest = before.regulation();
        if (newest != null && newest.equals(named.numbered(newest.number()))) {
            return;
        }
        var next = named.numbered(newest == null ? 1 : newest.number() + 1);
        var after = before.with(next);
        store.insert(before, next);
        store.update(after);
        news.tell(caller, basis, after, before, "season.regulation-written", null);
    }

    /** What a document of the past does not state stays so; a season that is lived by its regulation needs the rules. */
    private static void requireRules(Season season, Regulation named) {
        if (season.mode() == Season.Mode.LIVE && named.candidateRule() == null) {
            throw Problem.invalid(FieldError.of("/candidateRule", "required")).asException();
        }
        if (season.mode() == Season.Mode.LIVE && named.tieRule() == null) {
            throw Problem.invalid(FieldError.of("/tieRule", "required")).asException();
        }
    }
}
