package vn.thidua.cluster.conference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Calls and records conferences. */
@Service
class ConferenceService {
    static final String AGGREGATE = "conference";

    /** What a caller says of a conference. */
    record Content(
            UUID clusterId,
            LocalDate heldOn,
            @Nullable LocalTime startsAt,
            String place,
            @Nullable UUID hostUnitId,
            String title,
            List<Conference.Serving> purposes,
            Origin origin) {}

    private final ConferenceStore store;
    private final ConferenceListStore lists;
    private final Conferences conferences;
    private final Clusters clusters;
    private final Seasons seasons;
    private final Units units;
    private final InvitationLetters letters;
    private final Audit audit;

    ConferenceService(
            ConferenceStore store,
            ConferenceListStore lists,
            Conferences conferences,
            Clusters clusters,
            Seasons seasons,
            Units units,
            InvitationLetters letters,
            Audit audit) {
        this.store = store;
        this.lists = lists;
        this.conferences = conferences;
        this.clusters = clusters;
        this.seasons = seasons;
        this.units = units;
        this.letters = letters;
        this.audit = audit;
    }

    @Transactional
    UUID create(Caller caller, Content content) {
        var cluster = clusters.named(caller, "/clusterId", content.clusterId());
        var basis = requireAll(caller, cluster, content.purposes());
        units.requireKnown("/hostUnitId", content.hostUnitId());
        var conference = made(store.nextId(), cluster.organiserId(), content, 1);
        if (!store.insert(conference)) {
            throw Recording.already(store.held(cluster.id(), content.heldOn(), content.title())
                            .orElseThrow())
                    .asException();
        }
        record(caller, basis, "conference.created", conference, null, conference);
        return conference.id();
    }

    /** @param expected the version the change relies on */
    @Transactional
    void change(Caller caller, UUID id, long expected, Content content) {
        var before = lock(id);
        var cluster = clusters.visible(caller, before.clusterId());
        var basis = requireAll(caller, cluster, before.purposes());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        Recording.requireSame("/clusterId", before.clusterId(), content.clusterId());
        requireAll(caller, cluster, content.purposes());
        units.requireKnown("/hostUnitId", content.hostUnitId());
        var namesake = store.held(before.clusterId(), content.heldOn(), content.title());
        if (namesake.isPresent() && !namesake.get().equals(id)) {
            throw Recording.already(namesake.get()).asException();
        }
        var after = made(id, before.organiserId(), content, before.version() + 1);
        store.update(after);
        store.replacePurposes(after);
        letters.changed(before, after);
        record(caller, basis, "conference.changed", after, before, after);
    }

    @Transactional
    UUID add(Caller caller, UUID id, Conference.Attendance named) {
        var conference = lock(id);
        var basis = requireAny(caller, conference);
        units.requireKnown("/unitId", named.unitId());
        if (named.unitId() == null && named.name() == null && named.office() == null) {
            throw Problem.invalid(FieldError.of("/name", "required")).asException();
        }
        var attendance = new Conference.Attendance(
                store.nextId(), named.unitId(), named.name(), named.office(), named.capacity());
        return added(caller, basis, conference, "conference.attendance-added", attendance, lists.add(id, attendance));
    }

    @Transactional
    UUID add(Caller caller, UUID id, Conference.Paper named) {
        var conference = lock(id);
        var basis = requireAny(caller, conference);
        units.requireKnown("/unitId", named.unitId());
        var paper = new Conference.Paper(store.nextId(), named.unitId(), named.title(), named.text());
        return added(caller, basis, conference, "conference.paper-added", paper, lists.add(id, paper));
    }

    @Transactional
    UUID add(Caller caller, UUID id, Conference.Resolution named) {
        var conference = lock(id);
        var season = named.seasonId() == null ? null : seasonOf(conference.clusterId(), "/seasonId", named.seasonId());
        var basis = season == null ? requireAny(caller, conference) : seasons.requireActing(caller, season);
        var resolution = new Conference.Resolution(store.nextId(), named.seasonId(), named.text());
        return added(
                caller,
                basis,
                conference,
                "conference.resolution-added",
                resolution,
                lists.add(conference, resolution));
    }

    private UUID added(
            Caller caller,
            Basis basis,
            Conference conference,
            String action,
            Object what,
            ConferenceListStore.Added added) {
        if (!added.isNew()) {
            throw Recording.already(added.id()).asException();
        }
        var after = conference.next();
        store.update(after);
        record(caller, basis, action, after, null, what);
        return added.id();
    }

    /** Whoever may act for every season the meeting serves; without any season the organiser's side. */
    private Basis requireAll(Caller caller, Clusters.Ref cluster, List<Conference.Serving> purposes) {
        var served = new LinkedHashMap<UUID, Seasons.Ref>();
        for (int i = 0; i < purposes.size(); i++) {
            var pointer = "/purposes/" + i + "/seasonId";
            served.put(
                    purposes.get(i).seasonId(),
                    seasonOf(cluster.id(), pointer, purposes.get(i).seasonId()));
        }
        Basis basis = null;
        for (var season : served.values()) {
            basis = seasons.requireActing(caller, season);
        }
        return basis == null ? clusters.requireOrganiser(caller, cluster) : basis;
    }

    /** Whoever may act for one of the seasons the meeting serves. */
    Basis requireAny(Caller caller, Conference conference) {
        return conferences.requireActing(
                caller,
                conference.clusterId(),
                conference.purposes().stream()
                        .map(Conference.Serving::seasonId)
                        .distinct()
                        .toList());
    }

    private Seasons.Ref seasonOf(UUID clusterId, String pointer, UUID seasonId) {
        return seasons.find(seasonId)
                .filter(season -> season.clusterId().equals(clusterId))
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of(pointer, "not-found")).asException());
    }

    Conference lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static Conference made(UUID id, UUID organiserId, Content content, long version) {
        return new Conference(
                id,
                content.clusterId(),
                organiserId,
                content.heldOn(),
                content.startsAt(),
                content.place(),
                content.hostUnitId(),
                content.title(),
                List.copyOf(new java.util.LinkedHashSet<>(content.purposes())),
                content.origin(),
                version);
    }

    private void record(
            Caller caller, Basis basis, String action, Conference conference, @Nullable Object before, Object after) {
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, conference.id(), conference.organiserId(), before, after, null));
    }
}
