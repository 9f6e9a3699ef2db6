package vn.thidua.cluster.papercount;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.file.Files;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Records counts of votes on paper and has them confirmed by another teller. */
@Service
class PaperCounts {
    static final ProblemType JUDGED = new ProblemType("paper-count-judged", HttpStatus.CONFLICT);
    private static final String AGGREGATE = "paper-count";

    private final PaperCountStore store;
    private final Map<PaperPoll.Kind, PaperPoll> polls;
    private final Clusters clusters;
    private final Files files;
    private final Mandates mandates;
    private final Audit audit;

    PaperCounts(
            PaperCountStore store,
            List<PaperPoll> polls,
            Clusters clusters,
            Files files,
            Mandates mandates,
            Audit audit) {
        this.store = store;
        this.polls = polls.stream().collect(Collectors.toUnmodifiableMap(PaperPoll::kind, Function.identity()));
        this.clusters = clusters;
        this.files = files;
        this.mandates = mandates;
        this.audit = audit;
    }

    /** Records what was counted, with the scan of the signed minutes; nothing follows from it until another teller confirms it. */
    @Transactional
    UUID record(Caller caller, PaperPoll.Kind kind, UUID pollId, PaperCount count, UUID fileId) {
        var poll = poll(kind);
        var season = poll.season(pollId);
        clusters.visible(caller, season.clusterId());
        var basis = requireTeller(caller, season);
        var ballot = poll.held(pollId);
        count.wrong(ballot).ifPresent(wrong -> {
            throw Problem.invalid(FieldError.of(wrong.field(), wrong.code())).asException();
        });
        var scan = files.broughtInBy(caller, fileId).orElse(null);
        if (scan == null) {
            throw Problem.invalid(FieldError.of("/fileId", "not-found")).asException();
        }
        if (!scan.isScan()) {
            throw Problem.invalid(FieldError.of("/fileId", "not-a-scan")).asException();
        }
        var standing = store.standing(kind, pollId);
        if (standing.isPresent()) {
            throw Recording.already(standing.get()).asException();
        }
        var id = store.insert(
                new PaperCountStore.Recorded(kind, pollId, season.clusterId(), ballot.eligible(), count, fileId),
                basis);
        record(caller, basis, "paper-count.recorded", id, season, count, null);
        return id;
    }

    /** Confirms a count; whoever recorded it cannot. The vote is decided with it. */
    @Transactional
    void confirm(Caller caller, UUID id) {
        var known = known(id);
        var poll = poll(known.kind());
        var season = poll.season(known.pollId());
        var basis = requireTeller(caller, season);
        requireStanding(id);
        poll.held(known.pollId());
        requireStanding(id);
        if (store.isRecordedBy(id, basis)) {
            throw Problem.because(ProblemType.FORBIDDEN, "own-count").asException();
        }
        store.judge(id, "CONFIRMED", null, basis);
        record(caller, basis, "paper-count.confirmed", id, season, known.count(), null);
        poll.decide(caller, basis, known.pollId(), known.count());
    }

    /** Rejects a count, also one's own; another may be recorded then. */
    @Transactional
    void reject(Caller caller, UUID id, String reason) {
        var known = known(id);
        var poll = poll(known.kind());
        var season = poll.season(known.pollId());
        var basis = requireTeller(caller, season);
        requireStanding(id);
        poll.held(known.pollId());
        requireStanding(id);
        store.judge(id, "REJECTED", reason, basis);
        record(caller, basis, "paper-count.rejected", id, season, known.count(), reason);
    }

    private PaperPoll poll(PaperPoll.Kind kind) {
        return Objects.requireNonNull(polls.get(kind), () -> "nobody holds votes of kind " + kind);
    }

    private PaperCountStore.Recorded known(UUID id) {
        return store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** Asked again while the vote is held, as another teller may judge at the same time. */
    private void requireStanding(UUID id) {
        var status = store.status(id);
        if (!status.equals("RECORDED")) {
            throw Problem.of(JUDGED).with("paperCountStatus", status).asException();
        }
    }

    /** The tellers of the organiser, or of the unit that heads the season. No system of an agency is one. */
    private Basis requireTeller(Caller caller, Seasons.Ref season) {
        var telling = Ability.VOTES_TELL.permission();
        var head = season.headId();
        if (head != null
                && !mandates.may(caller, telling, season.organiserId())
                && mandates.may(caller, telling, head)) {
            return mandates.require(caller, telling, head);
        }
        return mandates.require(caller, telling, season.organiserId());
    }

    private void record(
            Caller caller,
            Basis basis,
            String action,
            UUID id,
            Seasons.Ref season,
            PaperCount count,
            @Nullable String reason) {
        audit.record(new AuditEntry(caller, basis, action, AGGREGATE, id, season.organiserId(), null, count, reason));
    }
}
