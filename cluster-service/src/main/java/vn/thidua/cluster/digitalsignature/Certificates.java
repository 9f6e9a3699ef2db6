package vn.thidua.cluster.digitalsignature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.cluster.digitalsignature.Examination.About;
import vn.thidua.cluster.digitalsignature.Examination.Check;
import vn.thidua.cluster.digitalsignature.Examination.Flaw;
import vn.thidua.cluster.digitalsignature.Examination.Outcome;
import vn.thidua.cluster.digitalsignature.Examination.Reason;

/** What is to be said of certificates: whom they name, whether they were valid, and whether they come from a trusted authority. */
final class Certificates {
    /** Neither lists nor responders are asked: the machine need not reach any authority. */
    static final Check REVOCATION = new Check(About.REVOCATION, Outcome.NOT_CHECKED, Reason.NOT_ASKED);

    private static final Logger log = LoggerFactory.getLogger(Certificates.class);
    /** Two machines' clocks may differ so much. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    /** Not the numbers of identity papers and the addresses that certificates carry too. */
    private static final Set<ASN1ObjectIdentifier> SHOWN =
            Set.of(BCStyle.CN, BCStyle.T, BCStyle.OU, BCStyle.O, BCStyle.L, BCStyle.ST, BCStyle.C);

    private final @Nullable Path trustStore;

    /** @param trustStore a PEM file or a folder of them; null where none is set */
    Certificates(@Nullable Path trustStore) {
        this.trustStore = trustStore;
    }

    static String name(X500Principal principal) throws FlawException {
        try {
            return shown(X500Name.getInstance(principal.getEncoded()));
        } catch (IllegalArgumentException unreadable) {
            throw new FlawException(Flaw.UNREADABLE);
        }
    }

    private static String shown(X500Name name) {
        var shown = new X500NameBuilder(BCStyle.INSTANCE);
        for (RDN part : name.getRDNs()) {
            for (var attribute : part.getTypesAndValues()) {
                if (SHOWN.contains(attribute.getType())) {
                    shown.addRDN(attribute);
                }
            }
        }
        return shown.build().toString();
    }

    static Check validity(X509Certificate certificate, @Nullable Instant statedAt, Instant now) {
        var at = statedAt == null ? now : statedAt;
        if (at.isAfter(now.plus(TOLERANCE))) {
            return new Check(About.VALIDITY, Outcome.FAILED, Reason.SIGNED_IN_FUTURE);
        }
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            return new Check(About.VALIDITY, Outcome.FAILED, Reason.NOT_YET_VALID);
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            return new Check(About.VALIDITY, Outcome.FAILED, Reason.EXPIRED);
        }
        if (statedAt == null) {
            return new Check(About.VALIDITY, Outcome.PASSED, Reason.NO_TIME_STATED);
        }
        return now.isAfter(certificate.getNotAfter().toInstant())
                ? new Check(About.VALIDITY, Outcome.PASSED, Reason.EXPIRED_SINCE)
                : Check.passed(About.VALIDITY);
    }

    /** Reads the trust store anew each time: files come seldom, and an authority that was added counts from then on. */
    Check chain(CmsSignature signature, Instant now) {
        if (trustStore == null) {
            return new Check(About.CHAIN, Outcome.NOT_CHECKED, Reason.NO_TRUST_STORE);
        }
        try {
            var anchors = anchors(trustStore);
            if (anchors.isEmpty()) {
                return new Check(About.CHAIN, Outcome.NOT_CHECKED, Reason.NO_TRUST_STORE);
            }
            return endsIn(anchors, signature, now)
                    ? Check.passed(About.CHAIN)
                    : new Check(About.CHAIN, Outcome.FAILED, Reason.UNKNOWN_AUTHORITY);
        } catch (IOException | GeneralSecurityException unreadable) {
            log.error("The trust store {} cannot be read, chains are not checked", trustStore, unreadable);
            return new Check(About.CHAIN, Outcome.NOT_CHECKED, Reason.TRUST_STORE_UNREADABLE);
        }
    }

    private static boolean endsIn(Set<TrustAnchor> anchors, CmsSignature signature, Instant now)
            throws GeneralSecurityException {
        var signer = new X509CertSelector();
        signer.setCertificate(signature.certificate());
        var path = new PKIXBuilderParameters(anchors, signer);
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(signature.others())));
        path.setRevocationEnabled(false);
        path.setDate(Date.from(within(signature, now)));
        try {
            return CertPathBuilder.getInstance("PKIX").build(path) != null;
        } catch (CertPathBuilderException unknown) {
            return false;
        }
    }

    /** The time of signing, or the nearest at which the certificate was valid: that it was not is said elsewhere. */
    private static Instant within(CmsSignature signature, Instant now) {
        var at = signature.statedAt() == null ? now : signature.statedAt();
        var from = signature.certificate().getNotBefore().toInstant();
        var until = signature.certificate().getNotAfter().toInstant();
        return at.isBefore(from) ? from : at.isAfter(until) ? until : at;
    }

    private static Set<TrustAnchor> anchors(Path store) throws IOException, GeneralSecurityException {
        var anchors = new HashSet<TrustAnchor>();
        for (var file : files(store)) {
            var inside = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            for (var certificate : inside) {
                anchors.add(new TrustAnchor((X509Certificate) certificate, null));
            }
        }
        return anchors;
    }

    private static List<Path> files(Path store) throws IOException {
        if (!Files.isDirectory(store)) {
            return List.of(store);
        }
        try (var files = Files.list(store)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }
}
