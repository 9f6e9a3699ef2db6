package vn.thidua.award.document;

import java.time.LocalDate;

/**
 * A document taken back.
 *
 * @param decisionNumber of the decision that takes it back
 */
record Revocation(Ground ground, String decisionNumber, LocalDate decidedOn, String reason) {
    /** Luật 06/2022/QH15, Điều 93, points a to d. */
    enum Ground {
        /** Fraud in declaring achievements. */
        FRAUD,
        /** False information or forged papers. */
        FALSE_PAPERS,
        /** Assessed, reviewed or approved against the law. */
        AGAINST_PROCEDURE,
        /** Faults in the counted period that break the standard, found by a conclusion, decision or judgment. */
        STANDARD_BROKEN
    }
}
