package vn.thidua.cluster.season;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Hands a cluster over from the head of one season to the head of a later one: the day is noted with the new head, and what is
 * still open comes over into its season. The old head keeps the old season until that closes.
 */
@Service
class HandoverService {
    private final HandoverStore store;
    private final SeasonStore seasonStore;
    private final SeasonService service;
    private final Seasons seasons;
    private final SeasonNews news;
    private final Reasons reasons;
    private final Audit audit;
    private final List<OpenWork> work;

    HandoverService(
            HandoverStore store,
            SeasonStore seasonStore,
            SeasonService service,
            Seasons seasons,
            SeasonNews news,
            Reasons reasons,
            Audit audit,
            List<OpenWork> work) {
        this.store = store;
        this.seasonStore = seasonStore;
        this.service = service;
        this.seasons = seasons;
        this.news = news;
        this.reasons = reasons;
        this.audit = audit;
        this.work = List.copyOf(work);
    }

    /** @param named its id, cluster and units are given here */
    @Transactional
    void handOver(Caller caller, Handover named) {
        var from = seasons.visible(caller, named.fromSeasonId());
        var basis = seasons.requireActing(caller, from);
        var to = seasons.named(caller, "/toSeasonId", named.toSeasonId());
        if (!to.clusterId().equals(from.clusterId())) {
            throw Problem.invalid(FieldError.of("/toSeasonId", "not-found")).asException();
        }
        if (!to.from().isAfter(from.from())) {
            throw Problem.invalid(FieldError.of("/toSeasonId", "before-start")).asException();
        }
        service.requireConference(from.clusterId(), named.conferenceId());
        var before = service.lock(to.id());
        to.requireUnsettled();
        var head = before.headships().stream()
                .filter(h -> h.role() == Headship.Role.HEAD)
                .findFirst()
                .orElseThrow(() -> Problem.because(ProblemType.CONFLICT, "season-without-head")
                        .asException());
        var handover = new Handover(
                seasonStore.nextId(),
                from.clusterId(),
                from.id(),
                to.id(),
                from.headId(),
                head.unitId(),
                named.handedOverOn(),
                named.conferenceId(),
                named.note(),
                named.origin());
        if (!store.insert(handover)) {
            throw Recording.already(store.between(from.id(), to.id())).asException();
        }
        reasons.because("handover " + handover.id());
        var took = head.tookOver(named.handedOverOn());
        var after = before.with(took, head);
        seasonStore.rewrite(took);
        seasonStore.update(after);
        if (from.live() && to.live()) {
            var tasks = new LinkedHashMap<UUID, UUID>();
            work.forEach(open -> tasks.putAll(open.handOver(caller, basis, from, to)));
            store.insertTasks(handover.id(), tasks);
        }
        audit.record(new AuditEntry(
                caller,
                basis,
                "season.handover-recorded",
                SeasonNews.AGGREGATE,
                from.id(),
                from.organiserId(),
                null,
                handover,
                named.note()));
        news.tell(caller, basis, after, before, "season.taken-over", named.note());
    }
}
