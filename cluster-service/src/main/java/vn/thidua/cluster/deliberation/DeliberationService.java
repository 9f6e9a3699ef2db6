package vn.thidua.cluster.deliberation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Regulations;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.vote.Conduct;
import vn.thidua.cluster.vote.Rules;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Lays drafts before the members, puts them to the vote, and adopts what the vote adopts. */
@Service
class DeliberationService {
    static final String AGGREGATE = "deliberation";

    private final DeliberationStore store;
    private final Seasons seasons;
    private final Regulations regulations;
    private final Clusters clusters;
    private final Conduct conduct;
    private final Audit audit;

    DeliberationService(
            DeliberationStore store,
            Seasons seasons,
            Regulations regulations,
            Clusters clusters,
            Conduct conduct,
            Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.regulations = regulations;
        this.clusters = clusters;
        this.conduct = conduct;
        this.audit = audit;
    }

    /** Lays the newest version, a draft, before the members until a day. */
    @Transactional
    UUID begin(Caller caller, UUID seasonId, int number, LocalDate commentsUntil) {
        var season = seasons.named(caller, "/seasonId", seasonId);
        var basis = seasons.requireActing(caller, season);
        requireLived(season);
        requireDraft("/draft", seasonId, number);
        if (commentsUntil.isBefore(store.today())) {
            throw Problem.invalid(FieldError.of("/commentsUntil", "past")).asException();
        }
        var begun = new Deliberation(
                store.nextId(),
                seasonId,
                season.clusterId(),
                season.organiserId(),
                number,
                null,
                commentsUntil,
                Deliberation.Status.COMMENTING,
                null,
                1);
        if (!store.insert(begun)) {
            throw Recording.already(store.underWay(seasonId).orElseThrow()).asException();
        }
        record(caller, basis, "deliberation.begun", begun, null, null);
        return begun.id();
    }

    /**
     * Puts the newest version, a draft, to an open vote of those who are members now. The days for comments are over and every
     * comment is answered.
     */
    @Transactional
    void openVoting(Caller caller, UUID id, int number, Rules rules) {
        var season = season(id);
        var basis = conduct.require(caller, season);
        requireLived(season);
        clusters.hold(season.clusterId());
        requireDraft("/number", season.id(), number);
        var before = locked(id);
        requireStatus(before, Deliberation.Status.COMMENTING);
        if (!store.today().isAfter(before.commentsUntil())) {
            throw DeliberationProblems.days(before).asException();
        }
        var unanswered = store.unanswered(id);
        if (unanswered > 0) {
            throw Problem.of(DeliberationProblems.UNANSWERED)
                    .with("unanswered", unanswered)
                    .asException();
        }
        var voters = clusters.membersOn(season.clusterId(), season.nearest(store.today()));
        if (voters.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "no-members").asException();
        }
        var voting = before.voting(number, rules);
        store.openVoting(voting, rules, voters);
        record(caller, basis, "deliberation.voting-opened", voting, before, null);
    }

    /** Closes the vote. When it adopts the draft, its words are the next version of the regulation, adopted today. */
    @Transactional
    void close(Caller caller, UUID id) {
        var season = season(id);
        var basis = conduct.require(caller, season);
        season.requireUnsettled();
        // The season before the deliberation, as everybody takes them who takes both.
        regulations.newest(season.id());
        var before = locked(id);
        requireStatus(before, Deliberation.Status.VOTING);
        if (store.isCountedOnPaper(id)) {
            throw Problem.because(ProblemType.CONFLICT, "counted-on-paper").asException();
        }
        decide(caller, basis, before, store.counted(id), false);
    }

    /** Ends the vote by that count, while season and deliberation are held. */
    void decide(Caller caller, Basis basis, Deliberation before, OpenVote vote, boolean onPaper) {
        var result = vote.result(Objects.requireNonNull(before.rules(), "a vote without rules"));
        var adopted = result == OpenVote.Result.ADOPTED
                ? regulations.adopt(caller, basis, before.seasonId(), store.today())
                : null;
        var after = before.at(adopted == null ? Deliberation.Status.REJECTED : Deliberation.Status.ADOPTED);
        store.close(after, vote, result, adopted, onPaper);
        record(caller, basis, "deliberation.closed", after, before, null);
    }

    /** Ends it without an outcome: the draft is taken back, or another is laid before the members from the beginning. */
    @Transactional
    void withdraw(Caller caller, UUID id, String reason) {
        var basis = conduct.require(caller, season(id));
        var before = locked(id);
        if (before.status() != Deliberation.Status.VOTING) {
            requireStatus(before, Deliberation.Status.COMMENTING);
        }
        var after = before.at(Deliberation.Status.WITHDRAWN);
        store.withdraw(after, reason);
        record(caller, basis, "deliberation.withdrawn", after, before, reason);
    }

    private Seasons.Ref season(UUID id) {
        var found = store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        return seasons.find(found.seasonId()).orElseThrow();
    }

    private Deliberation locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private void requireDraft(String pointer, UUID seasonId, int number) {
        var newest = regulations.newest(seasonId);
        if (newest.isEmpty() || newest.get().number() != number || !newest.get().draft()) {
            throw Problem.invalid(FieldError.of(pointer, "not-newest-draft")).asException();
        }
        if (newest.get().text() == null) {
            throw Problem.invalid(FieldError.of(pointer, "draft-without-words")).asException();
        }
    }

    private static void requireLived(Seasons.Ref season) {
        season.requireUnsettled();
        if (!season.live()) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-live").asException();
        }
    }

    private static void requireStatus(Deliberation deliberation, Deliberation.Status needed) {
        if (deliberation.status() != needed) {
            throw DeliberationProblems.status(deliberation).asException();
        }
    }

    private void record(
            Caller caller,
            Basis basis,
            String action,
            Deliberation deliberation,
            @Nullable Deliberation before,
            @Nullable String reason) {
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                AGGREGATE,
                deliberation.id(),
                deliberation.organiserId(),
                before,
                deliberation,
                reason));
    }
}
