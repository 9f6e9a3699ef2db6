package vn.thidua.cluster.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Founds clusters, changes them, lets units in and out. */
@Service
class ClusterMembership {
    /** The unit is in a cluster of the same organiser on one of the days. */
    static final ProblemType MEMBER_TWICE = new ProblemType("member-twice", HttpStatus.CONFLICT);

    /** What a caller says of a cluster. */
    record Content(
            String code,
            String name,
            Cluster.Kind kind,
            UUID organiserId,
            @Nullable LocalDate foundedOn,
            Origin origin) {}

    private final ClusterStore store;
    private final Units units;
    private final Mandates mandates;
    private final ClusterNews news;
    private final Reasons reasons;

    ClusterMembership(ClusterStore store, Units units, Mandates mandates, ClusterNews news, Reasons reasons) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.news = news;
        this.reasons = reasons;
    }

    @Transactional
    UUID create(Caller caller, Content content) {
        units.requireKnown("/organiserId", content.organiserId());
        var basis = require(caller, content.organiserId());
        var cluster = new Cluster(
                store.nextId(),
                content.code(),
                content.name(),
                content.kind(),
                content.organiserId(),
                content.foundedOn(),
                content.origin(),
                List.of(),
                1);
        if (!store.insert(cluster)) {
            throw Recording.already(store.withCode(content.organiserId(), content.code())
                            .orElseThrow())
                    .asException();
        }
        news.tell(caller, basis, cluster, null, "cluster.created", null);
        return cluster.id();
    }

    /** @param expected the version the change relies on */
    @Transactional
    void change(Caller caller, UUID id, long expected, Content content) {
        var before = lock(id);
        var basis = require(caller, before.organiserId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        Recording.requireSame("/organiserId", before.organiserId(), content.organiserId());
        var namesake = store.withCode(before.organiserId(), content.code());
        if (namesake.isPresent() && !namesake.get().equals(id)) {
            throw Recording.already(namesake.get()).asException();
        }
        var after =
                before.changed(content.code(), content.name(), content.kind(), content.foundedOn(), content.origin());
        store.update(after);
        news.tell(caller, basis, after, before, "cluster.changed", null);
    }

    /**
     * Lets a unit in.
     *
     * @param until first day on which it is no longer a member, or null
     */
    @Transactional
    UUID admit(Caller caller, UUID id, UUID unitId, LocalDate from, @Nullable LocalDate until, Origin origin) {
        var before = lock(id);
        var basis = require(caller, before.organiserId());
        requireDays(units.required("/unitId", unitId), from, until);
        var member = new Cluster.Membership(store.nextId(), unitId, from, until, null, origin);
        if (!store.insert(before, member)) {
            throw refusal(before, store.inTheWayOf(before, member).orElseThrow())
                    .asException();
        }
        var after = before.with(member);
        store.update(after);
        news.tell(caller, basis, after, before, "cluster.member-joined", null);
        return member.id();
    }

    /** Lets a member out; to say the same end again changes nothing. */
    @Transactional
    void release(Caller caller, UUID id, UUID memberId, LocalDate until, String reason) {
        var before = lock(id);
        var basis = require(caller, before.organiserId());
        var member = before.members().stream()
                .filter(m -> m.id().equals(memberId))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (until.equals(member.until())) {
            return;
        }
        if (!until.isAfter(member.from())) {
            throw Problem.invalid(FieldError.of("/to", "before-start")).asException();
        }
        if (member.until() != null && until.isAfter(member.until())) {
            throw Problem.because(ProblemType.CONFLICT, "membership-ended").asException();
        }
        var left = member.left(until, reason);
        Recording.requireFree(store.standingOn(before, member, left));
        var after = before.with(left);
        reasons.because(reason);
        store.rewrite(left);
        store.update(after);
        news.tell(caller, basis, after, before, "cluster.member-left", reason);
    }

    /** A member exists as long as it is one. */
    static void requireDays(Units.Life life, LocalDate from, @Nullable LocalDate until) {
        if (until != null && !until.isAfter(from)) {
            throw Problem.invalid(FieldError.of("/to", "before-start")).asException();
        }
        if (!life.holdsOn(from)) {
            throw Problem.invalid(FieldError.of("/from", "outside-life")).asException();
        }
        if (life.until() != null && (until == null || until.isAfter(life.until()))) {
            throw Problem.invalid(FieldError.of("/to", "outside-life")).asException();
        }
    }

    static Problem refusal(Cluster cluster, ClusterStore.Standing standing) {
        if (standing.clusterId().equals(cluster.id()) && standing.sameStart()) {
            return Recording.already(standing.id());
        }
        return Problem.of(MEMBER_TWICE)
                .with("existingId", standing.id().toString())
                .with("clusterId", standing.clusterId().toString());
    }

    private Cluster lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private Basis require(Caller caller, UUID organiserId) {
        return mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), organiserId);
    }
}
