package vn.thidua.award.nomination;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.access.Ability;
import vn.thidua.award.award.Award;
import vn.thidua.award.award.Awards;
import vn.thidua.award.nomination.Nomination.State;
import vn.thidua.award.nomination.Submission.Declaration;
import vn.thidua.award.season.KnownSeason;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Drafts nominations and submits them. */
@Service
public class NominationService {
    private final NominationStore store;
    private final Awards awards;
    private final Seasons seasons;
    private final Judge judge;
    private final Mandates mandates;
    private final Telling telling;

    NominationService(
            NominationStore store, Awards awards, Seasons seasons, Judge judge, Mandates mandates, Telling telling) {
        this.store = store;
        this.awards = awards;
        this.seasons = seasons;
        this.judge = judge;
        this.mandates = mandates;
        this.telling = telling;
    }

    @Transactional
    Nomination draft(
            Caller caller, UUID awardId, UUID seasonId, UUID unitId, String achievements, @Nullable String citation) {
        // Whoever may not nominate this unit at all is told so first, and learns nothing of the season.
        var season = seasons.find(seasonId).orElse(null);
        var basis = require(caller, Ability.NOMINATE_OWN, season == null ? unitId : season.organiserId(), unitId);
        if (season == null) {
            throw Problem.because(ProblemType.CONFLICT, "season-not-known").asException();
        }
        check(awards.find(awardId).orElse(null), season, unitId);
        var nomination = new Nomination(
                store.nextId(),
                awardId,
                seasonId,
                unitId,
                season.organiserId(),
                achievements,
                citation,
                State.DRAFT,
                null,
                1);
        if (!store.insert(nomination)) {
            var existing =
                    store.live(awardId, seasonId, unitId).map(UUID::toString).orElse("");
            throw Problem.because(ProblemType.CONFLICT, "nominated-already")
                    .with("existingId", existing)
                    .asException();
        }
        telling.tell(caller, basis, nomination, null, "nomination.drafted", null);
        return nomination;
    }

    @Transactional
    Nomination rewrite(Caller caller, UUID id, long expected, String achievements, @Nullable String citation) {
        var before = lock(id);
        var basis = require(caller, Ability.NOMINATE_OWN, before.organiserId(), before.unitId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        requireState(before, State.DRAFT);
        var after = before.rewritten(achievements, citation);
        store.update(after);
        telling.tell(caller, basis, after, before, "nomination.rewritten", null);
        return after;
    }

    /** Freezes what the nomination is judged by. */
    @Transactional
    Nomination submit(Caller caller, UUID id, List<Declaration> declarations, @Nullable String departureReason) {
        var before = lock(id);
        var basis = require(caller, Ability.SUBMIT_OWN, before.organiserId(), before.unitId());
        requireState(before, State.DRAFT);
        var season = seasons.find(before.seasonId())
                .orElseThrow(() -> Problem.because(ProblemType.CONFLICT, "season-not-known")
                        .asException());
        var award = check(awards.find(before.awardId()).orElse(null), season, before.unitId());
        store.insert(id, judge.submission(award, season, before.unitId(), declarations, departureReason));
        var after = before.moved(State.SUBMITTED);
        store.update(after);
        telling.tell(caller, basis, after, before, "nomination.submitted", departureReason);
        return after;
    }

    @Transactional
    Nomination refuse(Caller caller, UUID id, String reason) {
        var before = lock(id);
        var basis = mandates.require(caller, Ability.REFUSE.permission(), before.organiserId());
        if (before.state() != State.SUBMITTED && before.state() != State.OPINION_GIVEN) {
            throw wrongState(before);
        }
        if (store.isInDecision(id)) {
            throw Problem.because(ProblemType.CONFLICT, "nomination-in-decision")
                    .asException();
        }
        var after = before.refused(reason);
        store.update(after);
        telling.tell(caller, basis, after, before, "nomination.refused", reason);
        return after;
    }

    /** At the organiser as its standing officer, else at the unit itself with that ability. */
    private Basis require(Caller caller, Ability own, UUID organiserId, UUID unitId) {
        var asOrganiser = Ability.NOMINATE_AS_ORGANISER.permission();
        return mandates.may(caller, asOrganiser, organiserId)
                ? mandates.require(caller, asOrganiser, organiserId)
                : mandates.require(caller, own.permission(), unitId);
    }

    private Award check(@Nullable Award award, KnownSeason season, UUID unitId) {
        if (season.recorded()) {
            throw Problem.because(ProblemType.CONFLICT, "season-recorded").asException();
        }
        if (award == null) {
            throw Problem.invalid(FieldError.of("/awardId", "not-found")).asException();
        }
        if (award.subject() != Award.Subject.COLLECTIVE) {
            throw Problem.invalid(FieldError.of("/awardId", "not-for-units")).asException();
        }
        if (!award.holdsOn(seasons.today())) {
            throw Problem.invalid(FieldError.of("/awardId", "not-in-force")).asException();
        }
        if (!seasons.isAtOrAbove(award.unitId(), season.organiserId())) {
            throw Problem.invalid(FieldError.of("/awardId", "not-of-organiser")).asException();
        }
        if (!seasons.isMember(season, unitId)) {
            throw Problem.invalid(FieldError.of("/unitId", "not-a-member")).asException();
        }
        return award;
    }

    private Nomination lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static void requireState(Nomination nomination, State state) {
        if (nomination.state() != state) {
            throw wrongState(nomination);
        }
    }

    static ProblemException wrongState(Nomination nomination) {
        return Problem.because(ProblemType.CONFLICT, "nomination-state")
                .with("state", nomination.state().name())
                .asException();
    }
}
