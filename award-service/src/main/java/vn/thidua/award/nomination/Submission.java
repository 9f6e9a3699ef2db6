package vn.thidua.award.nomination;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.award.Award;
import vn.thidua.award.award.ConditionForm;
import vn.thidua.award.candidate.Candidates;

/**
 * How a nomination stands by the award's rule: computed while it is a draft, kept for good with its submission.
 *
 * @param awardVersion the version of the rule row it was judged by
 * @param source that row's source
 * @param verified whether anybody has compared the row with its source
 * @param frozen whether this is what was kept at submission
 */
record Submission(
        @NotNull UUID awardId,
        long awardVersion,
        @NotNull String source,
        boolean verified,
        boolean frozen,
        @NotNull Standing candidate,
        @NotNull Candidates.Rule candidateRule,
        @NotNull Candidates.Why candidateWhy,
        @Nullable UUID electionId,
        @Nullable UUID rankingId,
        @Nullable UUID scoresheetId,
        @Nullable String departureReason,
        @NotNull List<FindingView> findings) {
    /** Whether the unit is a candidate by election or ranking. */
    enum Standing {
        CANDIDATE,
        NOT_CANDIDATE,
        /** Nobody is a candidate yet. */
        NOT_KNOWN
    }

    /**
     * Somebody's word for what cannot be known here.
     *
     * @param number the condition's place in the standard, from 1
     */
    record Declaration(int number, String statement, String declaredBy) {}

    record FindingView(
            int number,
            @NotNull ConditionForm condition,
            @NotNull Finding.Outcome outcome,
            @NotNull Finding.Why why,
            @Nullable String statement,
            @Nullable String declaredBy) {}

    Submission {
        findings = List.copyOf(findings);
    }

    static Submission of(
            Award award,
            Eligibility.Facts facts,
            List<Finding> findings,
            List<Declaration> declarations,
            @Nullable String departureReason,
            boolean frozen) {
        var candidates = facts.candidates();
        var standing = !candidates.isKnown()
                ? Standing.NOT_KNOWN
                : facts.isCandidate() ? Standing.CANDIDATE : Standing.NOT_CANDIDATE;
        return new Submission(
                award.id(),
                award.version(),
                award.source(),
                award.verified(),
                frozen,
                standing,
                candidates.rule(),
                candidates.why(),
                candidates.electionId(),
                candidates.rankingId(),
                candidates.scoresheetId(),
                departureReason,
                findings.stream().map(finding -> view(finding, declarations)).toList());
    }

    private static FindingView view(Finding finding, List<Declaration> declarations) {
        var declared = declarations.stream()
                .filter(declaration -> declaration.number() == finding.number())
                .findFirst();
        return new FindingView(
                finding.number(),
                ConditionForm.of(finding.condition()),
                finding.outcome(),
                finding.why(),
                declared.map(Declaration::statement).orElse(null),
                declared.map(Declaration::declaredBy).orElse(null));
    }
}
