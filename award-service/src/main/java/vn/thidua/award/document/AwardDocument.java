package vn.thidua.award.document;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An award document as it was issued: all that its page shows, and nothing that could change afterwards.
 *
 * @param recipient the unit's formal name on the day of the decision
 * @param decidedBy the office that gives it, as the award's rule says
 * @param place before the date
 * @param checkUrl what its QR code leads to
 * @param invented demo data: the page says so
 * @param layout which drawing of the page
 * @param sha256 of the page's bytes
 */
record AwardDocument(
        UUID id,
        String code,
        UUID decisionId,
        UUID nominationId,
        UUID recipientUnitId,
        String recipient,
        String awardName,
        String citation,
        String decidedBy,
        String place,
        String signerName,
        String signerOffice,
        String decisionNumber,
        LocalDate decidedOn,
        LocalDate issuedOn,
        String checkUrl,
        boolean invented,
        int layout,
        String sha256) {}
