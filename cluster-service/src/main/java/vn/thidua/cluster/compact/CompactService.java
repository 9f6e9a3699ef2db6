package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Leaders;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.conference.Conferences;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Draws compacts up from frozen targets, has them signed by every member's leader, records old ones. */
@Service
class CompactService {
    static final String AGGREGATE = "compact";

    /** The season's targets are not known to be frozen, so there is nothing to pledge. */
    static final ProblemType TARGETS_NOT_FROZEN = new ProblemType("targets-not-frozen", HttpStatus.CONFLICT);
    /** Somebody wants to sign other words than those that stand here. */
    static final ProblemType TEXT_MISMATCH = new ProblemType("text-mismatch", HttpStatus.PRECONDITION_FAILED);
    /** The compact is signed or withdrawn. */
    static final ProblemType SETTLED = new ProblemType("compact-settled", HttpStatus.CONFLICT);

    /**
     * What a caller says of a compact; for a live season only title and preamble.
     *
     * @param signedOn of one recorded after the fact, null where no document states the day
     */
    record Content(
            UUID seasonId,
            String title,
            @Nullable String preamble,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @Nullable Origin origin) {}

    /** A compact as the feed tells it. */
    record CompactPublished(
            UUID seasonId,
            Compact.Status status,
            @Nullable String textSha256,
            @Nullable LocalDate signedOn) {}

    private final CompactStore store;
    private final FrozenTargets targets;
    private final Seasons seasons;
    private final Clusters clusters;
    private final Leaders leaders;
    private final Conferences conferences;
    private final Outbox outbox;
    private final Audit audit;

    CompactService(
            CompactStore store,
            FrozenTargets targets,
            Seasons seasons,
            Clusters clusters,
            Leaders leaders,
            Conferences conferences,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.targets = targets;
        this.seasons = seasons;
        this.clusters = clusters;
        this.leaders = leaders;
        this.conferences = conferences;
        this.outbox = outbox;
        this.audit = audit;
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
        return drawnUp(caller, basis, season, content, null);
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
            throw settled(before).asException();
        }
        clusters.hold(season.clusterId());
        var content = new Content(
                season.id(),
                title == null ? before.title() : title,
                preamble == null ? store.preamble(id) : preamble,
                null,
                null,
                before.origin());
        return drawnUp(caller, basis, season, content, new Compact.Amending(id, reason));
    }

    private UUID drawnUp(
            Caller caller, Basis basis, Seasons.Ref season, Content content, Compact.@Nullable Amending amending) {
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
                members,
                amending,
                origin,
                1);
        insert(compact, content.preamble(), new CompactStore.Words(wording, frozen.sha256()));
        if (amending == null) {
            tell(caller, basis, compact, null, "compact.drawn-up", null);
        } else {
            tell(caller, basis, compact, null, "compact.amendment-drawn-up", amending.reason());
        }
        return compact.id();
    }

    private UUID record(Caller caller, Basis basis, Seasons.Ref season, Content content) {
        if (content.origin() == null) {
            throw Problem.invalid(FieldError.of("/provenance", "required")).asException();
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
        tell(caller, basis, compact, null, "compact.recorded", null);
        return compact.id();
    }

    /**
     * Signs for a member; the last signature makes the compact signed. To sign the same words again changes nothing.
     *
     * @param textSha256 of the words the signer has before him
     */
    @Transactional
    void sign(Caller caller, UUID id, UUID unitId, String textSha256) {
        var basis = leaders.require(caller, Ability.COMPACTS_SIGN.permission(), unitId);
        var before = locked(id);
        var known = before.textSha256();
        if (known == null) {
            throw settled(before).asException();
        }
        if (!known.equals(textSha256)) {
            throw Problem.of(TEXT_MISMATCH).with("textSha256", known).asException();
        }
        if (store.signature(id, unitId).isPresent()) {
            return;
        }
        if (before.status() != Compact.Status.SIGNING) {
            throw settled(before).asException();
        }
        if (!before.members().contains(unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        store.sign(id, unitId, known, basis);
        var all = store.isSignedByAll(id);
        if (all && before.amending() != null) {
            supersede(caller, basis, before.amending());
        }
        var after = all ? before.at(Compact.Status.SIGNED, store.today()) : before.at(Compact.Status.SIGNING, null);
        store.update(after, null);
        tell(caller, basis, after, before, all ? "compact.signed" : "compact.signature-added", null);
    }

    private void supersede(Caller caller, Basis basis, Compact.Amending by) {
        var old = locked(by.compactId());
        var after = old.at(Compact.Status.SUPERSEDED, old.signedOn());
        store.update(after, null);
        tell(caller, basis, after, old, "compact.superseded", by.reason());
    }

    /** Takes back a compact that not all have signed, so that another can be drawn up. */
    @Transactional
    void withdraw(Caller caller, UUID id, String reason) {
        var before = locked(id);
        var basis =
                seasons.requireActing(caller, seasons.find(before.seasonId()).orElseThrow());
        if (before.status() != Compact.Status.SIGNING) {
            throw settled(before).asException();
        }
        var after = before.at(Compact.Status.WITHDRAWN, null);
        store.update(after, reason);
        tell(caller, basis, after, before, "compact.withdrawn", reason);
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

    private static Problem settled(Compact compact) {
        return Problem.of(SETTLED).with("compactStatus", compact.status().name());
    }

    private void tell(
            Caller caller,
            Basis basis,
            Compact compact,
            @Nullable Compact before,
            String action,
            @Nullable String reason) {
        var event =
                new CompactPublished(compact.seasonId(), compact.status(), compact.textSha256(), compact.signedOn());
        outbox.publish(AGGREGATE, compact.id(), compact.version(), "vn.thidua." + action, compact.organiserId(), event);
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, compact.id(), compact.organiserId(), before, compact, reason));
    }
}
