package vn.thidua.cluster.season;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Opens and closes seasons. */
@Service
class SeasonCourse {
    /** Something due is not done, and no reason is given for closing all the same. */
    static final ProblemType NOT_DONE = new ProblemType("season-not-done", HttpStatus.CONFLICT);

    private final SeasonStore store;
    private final SeasonService service;
    private final Seasons seasons;
    private final DueList due;
    private final SeasonNews news;

    SeasonCourse(SeasonStore store, SeasonService service, Seasons seasons, DueList due, SeasonNews news) {
        this.store = store;
        this.service = service;
        this.seasons = seasons;
        this.due = due;
        this.news = news;
    }

    /** @param reason why now, or null */
    @Transactional
    void open(Caller caller, UUID id, @Nullable String reason) {
        var ref = seasons.visible(caller, id);
        var before = service.lock(id);
        var basis = seasons.requireActing(caller, ref);
        if (before.state() != Season.State.PLANNED) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-planned").asException();
        }
        var after = before.in(Season.State.OPEN, null);
        store.update(after);
        news.tell(caller, basis, after, before, "season.opened", reason);
    }

    /** Opens a closed season again; only whoever ranks the cluster may, and says why. */
    @Transactional
    void reopen(Caller caller, UUID id, String reason) {
        var ref = seasons.visible(caller, id);
        var before = service.lock(id);
        var basis = seasons.requireOrganiser(caller, ref);
        if (!before.isSettled()) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-closed").asException();
        }
        var after = before.in(Season.State.OPEN, null);
        store.update(after);
        news.tell(caller, basis, after, before, "season.reopened", reason);
    }

    /** @param reason needed where something due is not done */
    @Transactional
    void close(Caller caller, UUID id, @Nullable String reason) {
        var ref = seasons.visible(caller, id);
        var before = service.lock(id);
        var basis = seasons.requireActing(caller, ref);
        if (before.state() != Season.State.OPEN) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-open").asException();
        }
        var outstanding = due.of(ref).stream()
                .filter(item -> item.state() != DueList.State.DONE)
                .map(DueList.DueView::code)
                .distinct()
                .toList();
        if (reason == null && !outstanding.isEmpty()) {
            throw Problem.of(NOT_DONE).with("outstanding", outstanding).asException();
        }
        var after = before.in(Season.State.CLOSED, reason);
        store.update(after);
        news.tell(caller, basis, after, before, "season.closed", reason);
    }
}
