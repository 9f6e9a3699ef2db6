package vn.thidua.award.nomination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.award.award.Award;
import vn.thidua.award.award.Awards;
import vn.thidua.award.award.Condition;
import vn.thidua.award.candidate.CandidateFinder;
import vn.thidua.award.honour.Register;
import vn.thidua.award.nomination.Finding.Outcome;
import vn.thidua.award.nomination.Submission.Declaration;
import vn.thidua.award.season.KnownSeason;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Gathers what is known of a unit and has it judged. */
@Component
class Judge {
    private final Awards awards;
    private final CandidateFinder candidates;
    private final Seasons seasons;
    private final Register register;

    Judge(Awards awards, CandidateFinder candidates, Seasons seasons, Register register) {
        this.awards = awards;
        this.candidates = candidates;
        this.seasons = seasons;
        this.register = register;
    }

    /** How a unit stands at this moment, without any declarations; null while award or season are not known. */
    @Nullable
    Submission now(UUID awardId, UUID seasonId, UUID unitId) {
        var award = awards.find(awardId).orElse(null);
        var season = seasons.find(seasonId).orElse(null);
        if (award == null || season == null) {
            return null;
        }
        var facts = facts(season, unitId);
        return Submission.of(
                award, facts, Eligibility.judge(award.standard(), award.verified(), facts), List.of(), null, false);
    }

    /**
     * What is kept with the submission. Only "not met" blocks, and leading the cluster does not when the council is asked, with a
     * reason, to depart from election and ranking; "cannot be known" has to be answered by a declaration with a name.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 when a condition is not met, 422 when a declaration is missing or extra
     */
    Submission submission(
            Award award,
            KnownSeason season,
            UUID unitId,
            List<Declaration> declarations,
            @Nullable String departureReason) {
        var facts = facts(season, unitId);
        var findings = Eligibility.judge(award.standard(), award.verified(), facts);
        var asksToDepart = departureReason != null;
        if (asksToDepart && (!facts.candidates().isKnown() || facts.isCandidate())) {
            throw Problem.invalid(FieldError.of("/departureReason", "no-departure"))
                    .asException();
        }
        var blocking = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.NOT_MET)
                .filter(finding -> !(asksToDepart && finding.condition() instanceof Condition.LeaderOfCluster))
                .map(Finding::number)
                .toList();
        if (!blocking.isEmpty()) {
            throw Problem.because(ProblemType.CONFLICT, "not-eligible")
                    .with("notMet", blocking)
                    .asException();
        }
        checkDeclared(findings, declarations);
        return Submission.of(award, facts, findings, declarations, departureReason, true);
    }

    private static void checkDeclared(List<Finding> findings, List<Declaration> declarations) {
        var errors = new ArrayList<FieldError>();
        var open = new HashSet<Integer>();
        findings.stream()
                .filter(finding -> finding.outcome() == Outcome.UNKNOWN)
                .forEach(finding -> open.add(finding.number()));
        for (int i = 0; i < declarations.size(); i++) {
            if (!open.remove(declarations.get(i).number())) {
                errors.add(FieldError.of("/declarations/" + i + "/number", "nothing-to-declare"));
            }
        }
        open.stream().sorted().forEach(number -> errors.add(FieldError.of("/declarations", "undeclared", number)));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private Eligibility.Facts facts(KnownSeason season, UUID unitId) {
        var rankings = seasons.published(season.id());
        return new Eligibility.Facts(
                unitId,
                candidates.of(season),
                !rankings.isEmpty(),
                rankings.isEmpty() ? null : rankings.getFirst().rankOf(unitId).orElse(null),
                register.held(unitId),
                register.heldByPredecessors(unitId));
    }
}
