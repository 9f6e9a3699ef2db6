package vn.thidua.award.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Issues award documents. The page itself is not kept: it is drawn when it is asked for, and its hash says that it is the same. */
@Component
public class DocumentIssuer {
    /** What a document says; see the columns of {@code award_document}. */
    public record Facts(
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
            boolean invented) {}

    private final DocumentStore store;
    private final DocumentPdf pdf;
    private final DocumentSettings settings;
    private final DocumentTelling telling;

    DocumentIssuer(DocumentStore store, DocumentPdf pdf, DocumentSettings settings, DocumentTelling telling) {
        this.store = store;
        this.pdf = pdf;
        this.settings = settings;
        this.telling = telling;
    }

    /** Issues a document in the transaction of its decision, and returns its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID issue(Caller caller, Basis basis, Facts facts) {
        var code = CheckCode.random();
        var drawn = document(facts, code, "");
        var document = withHash(drawn, sha256(pdf.draw(drawn)));
        store.insert(document);
        telling.issued(caller, basis, document);
        return document.id();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AwardDocument document(Facts facts, String code, String sha256) {
        return new AwardDocument(
                store.nextId(),
                code,
                facts.decisionId(),
                facts.nominationId(),
                facts.recipientUnitId(),
                facts.recipient(),
                facts.awardName(),
                facts.citation(),
                facts.decidedBy(),
                facts.place(),
                facts.signerName(),
                facts.signerOffice(),
                facts.decisionNumber(),
                facts.decidedOn(),
                facts.issuedOn(),
                settings.publicUrl() + "/check/" + CheckCode.grouped(code),
                facts.invented(),
                DocumentPdf.LAYOUT,
                sha256);
    }

    private static AwardDocument withHash(AwardDocument document, String sha256) {
        return new AwardDocument(
                document.id(),
                document.code(),
                document.decisionId(),
                document.nominationId(),
                document.recipientUnitId(),
                document.recipient(),
                document.awardName(),
                document.citation(),
                document.decidedBy(),
                document.place(),
                document.signerName(),
                document.signerOffice(),
                document.decisionNumber(),
                document.decidedOn(),
                document.issuedOn(),
                document.checkUrl(),
                document.invented(),
                document.layout(),
                sha256);
    }
}
