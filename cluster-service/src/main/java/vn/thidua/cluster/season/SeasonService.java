package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Plans seasons, changes them, says who leads them. */
@Service
class SeasonService {
    /**
     * What a caller says of a season.
     *
     * @param until first day that is no longer in it
     */
    record Content(UUID clusterId, String name, LocalDate from, LocalDate until, Season.Mode mode, Origin origin) {}

    private final SeasonStore store;
    private final Seasons seasons;
    private final Clusters clusters;
    private final Units units;
    private final SeasonNews news;

    SeasonService(SeasonStore store, Seasons seasons, Clusters clusters, Units units, SeasonNews news) {
        this.store = store;
        this.seasons = seasons;
        this.clusters = clusters;
        this.units = units;
        this.news = news;
    }

    @Transactional
    UUID create(Caller caller, Content content) {
        var cluster = clusters.named(caller, "/clusterId", content.clusterId());
        var basis = clusters.requireOrganiser(caller, cluster);
        requireOrder(content);
        var season = new Season(
                store.nextId(),
                cluster.id(),
                cluster.organiserId(),
                content.name(),
                content.from(),
                content.until(),
                content.mode(),
                Season.firstState(content.mode(), content.until(), store.today()),
                null,
                content.origin(),
                List.of(),
                null,
                1);
        if (!store.insert(season)) {
            throw Recording.already(store.named(cluster.id(), content.name()).orElseThrow())
                    .asException();
        }
        news.tell(caller, basis, season, null, "season.created", null);
        return season.id();
    }

    /** @param expected the version the change relies on */
    @Transactional
    void change(Caller caller, UUID id, long expected, Content content) {
        var ref = seasons.visible(caller, id);
        clusters.hold(ref.clusterId());
        var before = lock(id);
        var basis = seasons.requireActing(caller, ref);
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        requireUnsettled(before);
        Recording.requireSame("/clusterId", before.clusterId(), content.clusterId());
        Recording.requireSame("/mode", before.mode(), content.mode());
        requireOrder(content);
        var namesake = store.named(before.clusterId(), content.name());
        if (namesake.isPresent() && !namesake.get().equals(id)) {
            throw Recording.already(namesake.get()).asException();
        }
        var members = clusters.membersDuring(before.clusterId(), content.from(), content.until());
        if (before.headships().stream().anyMatch(h -> !members.contains(h.unitId()))) {
            throw Problem.because(ProblemType.CONFLICT, "head-not-member").asException();
        }
        var after = before.changed(content.name(), content.from(), content.until(), content.origin(), store.today());
        store.update(after);
        news.tell(caller, basis, after, before, "season.changed", null);
    }

    /** Records who leads the season. */
    @Transactional
    UUID appoint(Caller caller, UUID id, Headship named) {
        var ref = seasons.visible(caller, id);
        clusters.hold(ref.clusterId());
        var before = lock(id);
        var basis = seasons.requireActing(caller, ref);
        requireUnsettled(before);
        units.requireKnown("/unitId", named.unitId());
        requireConference(before.clusterId(), named.conferenceId());
        if (!seasons.members(ref).contains(named.unitId())) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        var headship = new Headship(
                store.nextId(),
                named.unitId(),
                named.role(),
                named.how(),
                named.conferenceId(),
                named.handedOverOn(),
                named.representative(),
                named.origin());
        if (!store.insert(before, headship)) {
            throw refusal(before, headship).asException();
        }
        var after = before.with(headship);
        store.update(after);
        news.tell(caller, basis, after, before, "season.head-recorded", null);
        return headship.id();
    }

    /** Whether the two cannot lead the same season: one head, and one office for a unit. */
    static boolean excludes(Headship one, Headship other) {
        return one.unitId().equals(other.unitId())
                || (one.role() == Headship.Role.HEAD && other.role() == Headship.Role.HEAD);
    }

    static Problem refusal(Season season, Headship refused) {
        for (var other : season.headships()) {
            if (other.unitId().equals(refused.unitId()) && other.role() == refused.role()) {
                return Recording.already(other.id());
            }
        }
        var other = season.headships().stream()
                .filter(h -> excludes(h, refused))
                .findFirst()
                .orElseThrow();
        var reason = other.unitId().equals(refused.unitId()) ? "unit-leads-already" : "season-has-head";
        return Problem.because(ProblemType.CONFLICT, reason)
                .with("existingId", other.id().toString());
    }

    void requireConference(UUID clusterId, @org.jspecify.annotations.Nullable UUID conferenceId) {
        if (conferenceId != null && !store.isConferenceOf(clusterId, conferenceId)) {
            throw Problem.invalid(FieldError.of("/conferenceId", "not-found")).asException();
        }
    }

    Season lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    static void requireUnsettled(Season season) {
        if (season.isSettled()) {
            throw Problem.because(ProblemType.CONFLICT, "season-closed").asException();
        }
    }

    private static void requireOrder(Content content) {
        if (!content.until().isAfter(content.from())) {
            throw Problem.invalid(FieldError.of("/to", "before-start")).asException();
        }
    }
}
