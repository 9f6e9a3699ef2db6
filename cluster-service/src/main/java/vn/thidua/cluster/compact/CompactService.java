package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Draws compacts up from frozen targets, amends and withdraws them, records old ones. */
@Service
class CompactService {
    /** The season's targets are not known to be frozen, so there is nothing to pledge. */
    static final ProblemType TARGETS_NOT_FROZEN = new ProblemType("targets-not-frozen", HttpStatus.CONFLICT);

    /**
     * What a caller says of a compact; for a live season only title, preamble and capacities.
     *
     * @param capacities in which leaders sign for each member; none where one leader does for each
     * @param signedOn of one recorded after the fact, null where no document states the day
     */
    record Content(
            UUID seasonId,
            String title,
            @Nullable String preamble,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            List<String> capacities,
            @Nullable Origin origin) {}

    private final CompactStore store;
    private final FrozenTargets targets;
    private final Seasons seasons;
    private final Clusters clusters;
    private final Conferences conferences;
    private final CompactNews news;

    CompactService(
            CompactStore store,
            FrozenTargets targets,
            Seasons seasons,
            Clusters clusters,
            Conferences conferences,
            CompactNews news) {
        this.store = store;
        this.targets = targets;
        this.seasons = seasons;
        this.clusters = clusters;
        this.conferences = conferences;
        this.news = news;
    }

    /** Draws up the compact of a live season, or records that of one entered after the fact. */
    @Transactional
    UUID create(Caller caller, Content content) {
        var season = seasons.named(caller, "/seasonId", content.seasonId());
        var basis = seasons.requireActing(caller, season);
        if (content.conferenceId() != null) {
            conferences.named("/conferenceId", content.conferenceId(), season.clusterId());
        }
        return season.live() ? draw(caller, basis, season, content) : record(caller, basis, season, content);
    }

    private UUID draw(Caller caller, Basis basis, Seasons.Ref season, Content content) {
        if (content.signedOn() != null) {
            // The day comes with the last signature.
            throw Problem.invalid(FieldError.of("/signedOn", "fixed")).asException();
        }
        // Nobody joins or leaves between the list of those who must sign and its writing.
        clusters.hold(season.clusterId());
        store.standing(season.id()).ifPresent(standing -> {
            throw Recording.already(standing).asException();
        });
        return drawnUp(caller, basis, season, content, null, unit -> new Compact.Member(unit, content.capacities()));
    }

    /**
     * Draws up an amendment of the compact in force, from the targets as they are frozen now. The old one holds until the last
     * member has signed the new one.
     *
     * @param title null to keep the old one's
     * @param preamble null to keep the old one's
     */
    @Transactional
    UUID amend(Caller caller, UUID id, @Nullable String title, @Nullable String preamble, String reason) {
        var before = locked(id);
        var season = seasons.find(before.seasonId()).orElseThrow();
        var basis = seasons.requireActing(caller, season);
        if (before.status() != Compact.Status.SIGNED || before.mode() != Compact.Mode.LIVE) {
            throw CompactNews.settled(before).asException();
        }
        clusters.hold(season.clusterId());
        var content = new Content(
                season.id(),
                title == null ? before.title() : title,
                preamble == null ? store.preamble(id) : preamble,
                null,
                null,
                List.of(),
                before.origin());
        // Whoever signed for a member signs again; who joined since begins with one leader.
        return drawnUp(
                caller,
                basis,
                season,
                content,
                new Compact.Amending(id, reason),
                unit -> before.member(unit).orElseGet(() -> new Compact.Member(unit, List.of())));
    }

    private UUID drawnUp(
            Caller caller,
            Basis basis,
            Seasons.Ref season,
            Content content,
            Compact.@Nullable Amending amending,
            Function<UUID, Compact.Member> signing) {
        var frozen = targets.of(season.id())
                .orElseThrow(() -> Problem.of(TARGETS_NOT_FROZEN).asException());
        var members = clusters.membersOn(season.clusterId(), season.nearest(store.today()));
        if (members.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "no-members").asException();
        }
        var wording = Wording.of(content.title(), content.preamble(), frozen.text());
        var origin = content.origin() == null ? new Origin(Provenance.LIVE, null) : content.origin();
        var compact = new Compact(
                store.nextId(),
                season.id(),
                season.clusterId(),
                season.organiserId(),
                Compact.Mode.LIVE,
                content.title(),
                wording.sha256(),
                Compact.Status.SIGNING,
                null,
                content.conferenceId(),
                members.stream().map(signing).toList(),
                amending,
                origin,
                1);
        insert(compact, content.preamble(), new CompactStore.Words(wording, frozen.sha256()));
        if (amending == null) {
            news.tell(caller, basis, compact, null, "compact.drawn-up", null);
        } else {
            news.tell(caller, basis, compact, null, "compact.amendment-drawn-up", amending.reason());
        }
        return compact.id();
    }

    private UUID record(Caller caller, Basis basis, Seasons.Ref season, Content content) {
        if (content.origin() == null) {
            throw Problem.invalid(FieldError.of("/provenance", "required")).asException();
        }
        if (!content.capacities().isEmpty()) {
            // Nobody signs here what was signed long ago.
            throw Problem.invalid(FieldError.of("/capacities", "fixed")).asException();
        }
        var compact = new Compact(
                store.nextId(),
                season.id(),
                season.clusterId(),
                season.organiserId(),
                Compact.Mode.RECORDED,
                content.title(),
                null,
                Compact.Status.SIGNED,
                content.signedOn(),
                content.conferenceId(),
                List.of(),
                null,
                content.origin(),
                1);
        insert(compact, content.preamble(), null);
        news.tell(caller, basis, compact, null, "compact.recorded", null);
        return compact.id();
    }

    /** Takes back a compact that not all have signed, so that another can be drawn up. */
    @Transactional
    void withdraw(Caller caller, UUID id, String reason) {
        var before = locked(id);
        var basis =
                seasons.requireActing(caller, seasons.find(before.seasonId()).orElseThrow());
        if (before.status() != Compact.Status.SIGNING) {
            throw CompactNews.settled(before).asException();
        }
        var after = before.at(Compact.Status.WITHDRAWN, null);
        store.update(after, reason);
        news.tell(caller, basis, after, before, "compact.withdrawn", reason);
    }

    private void insert(Compact compact, @Nullable String preamble, CompactStore.@Nullable Words words) {
        if (!store.insert(compact, preamble, words)) {
            throw Recording.already(store.standing(compact.seasonId()).orElseThrow())
                    .asException();
        }
    }

    private Compact locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }
}
