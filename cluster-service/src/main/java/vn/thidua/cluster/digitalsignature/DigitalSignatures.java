package vn.thidua.cluster.digitalsignature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.digitalsignature.Examination.About;
import vn.thidua.cluster.digitalsignature.Examination.Check;
import vn.thidua.cluster.digitalsignature.Examination.Flaw;
import vn.thidua.cluster.digitalsignature.Examination.Kind;

/**
 * Examines digitally signed files. Times are those of the real clock: keys and certificates know no business clock.
 *
 * <p>A PDF is of the text when the pages that were signed print the text's SHA-256. To compare the words themselves would fail
 * with every program that lays them out anew; the hash stands for each of them and survives any layout.
 */
@Component
public class DigitalSignatures {
    /** For all the pages of one file; within the idle time of a transaction. */
    private static final Duration READING = Duration.ofSeconds(3);

    private final Certificates certificates;
    private final Clock clock;

    DigitalSignatures(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * @param file at most what files of this service may have
     * @param text that it should sign
     * @param sha256 of the text in UTF-8, small hexadecimal digits
     */
    public Examination examine(byte[] file, String text, String sha256) {
        var now = clock.instant();
        try {
            return PdfFile.isOne(file) ? ofPdf(file, sha256, now) : ofCms(file, text, now);
        } catch (FlawException flawed) {
            return new Examination.Refused(flawed.flaw());
        }
    }

    private Examination ofPdf(byte[] file, String sha256, Instant now) throws FlawException {
        var time = new ReadingTime(READING);
        var signatures = new ArrayList<Examination.Signature>();
        for (var part : PdfFile.signedParts(file)) {
            for (var one : CmsSignature.verified(part.cms(), part.content(), Flaw.ALTERED)) {
                signatures.add(described(one.orElse(part.statedAt()), now));
            }
            // Each signer is asked for what was there when it signed, not for what a later one made of it.
            if (!PdfText.of(part.revision(), time).contains(sha256)) {
                throw new FlawException(Flaw.OTHER_TEXT);
            }
        }
        return new Examination.Examined(Kind.PDF, now, signatures);
    }

    private Examination ofCms(byte[] file, String text, Instant now) throws FlawException {
        var signatures = new ArrayList<Examination.Signature>();
        for (var one : CmsSignature.verified(file, text.getBytes(UTF_8), Flaw.OTHER_TEXT)) {
            signatures.add(described(one, now));
        }
        return new Examination.Examined(Kind.CMS, now, signatures);
    }

    private Examination.Signature described(CmsSignature signature, Instant now) throws FlawException {
        var certificate = signature.certificate();
        return new Examination.Signature(
                Certificates.name(certificate.getSubjectX500Principal()),
                Certificates.name(certificate.getIssuerX500Principal()),
                certificate.getSerialNumber().abs().toString(16).toUpperCase(Locale.ROOT),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                signature.statedAt(),
                List.of(
                        Check.passed(About.SIGNATURE),
                        Check.passed(About.WHOLE_FILE),
                        Check.passed(About.TEXT),
                        Certificates.validity(certificate, signature.statedAt(), now),
                        certificates.chain(signature, now),
                        Certificates.REVOCATION));
    }
}
