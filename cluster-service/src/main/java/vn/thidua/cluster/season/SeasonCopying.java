package vn.thidua.cluster.season;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.rotation.Rotations;
import vn.thidua.kit.security.Caller;

/**
 * Plans a live season from an earlier one of the same cluster. Members go on by their own days; the regulation comes over as a
 * draft to be adopted anew; the head is whose turn it is, where an order is planned; what else comes over, each feature says for
 * itself.
 */
@Service
class SeasonCopying {
    private static final UUID NOT_YET = new UUID(0, 0);

    private final SeasonStore store;
    private final SeasonService service;
    private final Seasons seasons;
    private final Rotations rotations;
    private final SeasonNews news;
    private final List<Heirloom> heirlooms;

    SeasonCopying(
            SeasonStore store,
            SeasonService service,
            Seasons seasons,
            Rotations rotations,
            SeasonNews news,
            List<Heirloom> heirlooms) {
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.rotations = rotations;
        this.news = news;
        this.heirlooms = List.copyOf(heirlooms);
    }

    /** @param content of the new season; its cluster is that of the old one */
    @Transactional
    UUID copy(Caller caller, UUID fromId, SeasonService.Content content) {
        var from = seasons.visible(caller, fromId);
        var basis = seasons.requireOrganiser(caller, from);
        var id = service.create(caller, content);
        var regulation = service.lock(fromId).regulation();
        if (regulation != null && regulation.candidateRule() != null && regulation.tieRule() != null) {
            var before = service.lock(id);
            var draft = regulation.draft(content.origin());
            var after = before.with(draft);
            store.insert(before, draft);
            store.update(after);
            news.tell(caller, basis, after, before, "season.regulation-written", null);
        }
        var next = rotations.next(from.clusterId(), from.headId(), content.from(), content.until());
        if (next != null) {
            service.appoint(caller, id, byRotation(next, content));
        }
        var to = seasons.find(id).orElseThrow();
        heirlooms.forEach(heirloom -> heirloom.passOn(caller, basis, from, to));
        return id;
    }

    private static Headship byRotation(UUID unit, SeasonService.Content content) {
        return new Headship(
                NOT_YET, unit, Headship.Role.HEAD, Headship.How.ROTATION, null, null, null, content.origin());
    }
}
