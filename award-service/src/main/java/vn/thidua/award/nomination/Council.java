package vn.thidua.award.nomination;

import java.util.ArrayList;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.access.Ability;
import vn.thidua.award.award.Awards;
import vn.thidua.award.nomination.Nomination.State;
import vn.thidua.award.nomination.Submission.Standing;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Records what a council advised. It may depart from election and ranking, here alone, and has to say why. */
@Service
public class Council {
    private final NominationStore store;
    private final NominationQueries queries;
    private final Awards awards;
    private final Seasons seasons;
    private final Mandates mandates;
    private final Telling telling;

    Council(
            NominationStore store,
            NominationQueries queries,
            Awards awards,
            Seasons seasons,
            Mandates mandates,
            Telling telling) {
        this.store = store;
        this.queries = queries;
        this.awards = awards;
        this.seasons = seasons;
        this.mandates = mandates;
        this.telling = telling;
    }

    /** @param asked with any id */
    @Transactional
    Nomination advise(Caller caller, Opinion asked) {
        var before = store.lock(asked.nominationId())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, Ability.RECORD_OPINION.permission(), asked.councilUnitId());
        var isCouncil = asked.councilUnitId().equals(before.organiserId())
                || awards.find(before.awardId())
                        .filter(award -> award.unitId().equals(asked.councilUnitId()))
                        .isPresent();
        if (!isCouncil) {
            throw Problem.invalid(FieldError.of("/councilUnitId", "not-the-council"))
                    .asException();
        }
        if (before.state() != State.SUBMITTED) {
            throw NominationService.wrongState(before);
        }
        check(
                asked,
                Objects.requireNonNull(queries.submission(before.id()).orElse(null))
                        .candidate());
        store.insert(new Opinion(
                store.nextId(),
                asked.nominationId(),
                asked.councilUnitId(),
                asked.heldOn(),
                asked.minutesNumber(),
                asked.present(),
                asked.eligible(),
                asked.votesFor(),
                asked.votesAgainst(),
                asked.conclusion(),
                asked.departs(),
                asked.reason()));
        var after = before.moved(State.OPINION_GIVEN);
        store.update(after);
        telling.tell(caller, basis, after, before, "nomination.advised", asked.reason());
        return after;
    }

    private void check(Opinion asked, Standing standing) {
        var errors = new ArrayList<FieldError>();
        if (asked.heldOn().isAfter(seasons.today())) {
            errors.add(FieldError.of("/heldOn", "in-the-future"));
        }
        if (asked.present() > asked.eligible()) {
            errors.add(FieldError.of("/present", "more-than-eligible"));
        }
        // As long numbers: two large counts must not wrap around into a small one.
        if ((long) asked.votesFor() + asked.votesAgainst() > asked.present()) {
            errors.add(FieldError.of("/votesFor", "more-than-present"));
        }
        var agrees = asked.conclusion() == Opinion.Conclusion.AGREE;
        var departs = switch (standing) {
            case CANDIDATE -> !agrees;
            case NOT_CANDIDATE -> agrees;
            // Nobody was a candidate when it was submitted: the minutes know whether they depart from anything.
            case NOT_KNOWN -> asked.departs();
        };
        if (asked.departs() != departs) {
            errors.add(FieldError.of("/departsFromCandidates", departs ? "departs" : "does-not-depart"));
        } else if (departs && asked.reason() == null) {
            errors.add(FieldError.of("/reason", "required"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }
}
