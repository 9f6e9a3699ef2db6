package vn.thidua.cluster.digitalsignature;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.digitalsignature.Examination.Flaw;

/**
 * A signature of a CMS structure that holds over a content. The structure is BouncyCastle's to read, the cryptography the JDK's.
 *
 * @param others the further certificates that came with it
 * @param statedAt the time in the signed attributes, as the signer says
 */
record CmsSignature(
        X509Certificate certificate,
        List<X509Certificate> others,
        @Nullable Instant statedAt) {
    private static final int MOST_SIGNERS = 20;
    private static final int MOST_CERTIFICATES = 50;
    private static final int LEAST_RSA_BITS = 2048;
    private static final Set<String> STRONG_DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId(),
            NISTObjectIdentifiers.id_sha3_256.getId(),
            NISTObjectIdentifiers.id_sha3_384.getId(),
            NISTObjectIdentifiers.id_sha3_512.getId());

    CmsSignature {
        others = List.copyOf(others);
    }

    /** The same with the time stated beside the structure, where it states none itself. */
    CmsSignature orElse(@Nullable Instant besides) {
        return statedAt == null ? new CmsSignature(certificate, others, besides) : this;
    }

    /**
     * All signatures of the structure; each of them holds.
     *
     * @param content that was signed, whatever content the structure itself may carry
     * @param whenOther what it means when another content was signed
     */
    static List<CmsSignature> verified(byte[] structure, byte[] content, Flaw whenOther) throws FlawException {
        try {
            var signed = new CMSSignedData(new CMSProcessableByteArray(content), structure);
            var signers = signed.getSignerInfos().getSigners();
            var certificates = signed.getCertificates().getMatches(null);
            if (signers.isEmpty()) {
                throw new FlawException(Flaw.NO_SIGNATURE);
            }
            if (signers.size() > MOST_SIGNERS || certificates.size() > MOST_CERTIFICATES) {
                throw new FlawException(Flaw.UNREADABLE);
            }
            var all = converted(certificates);
            var verified = new ArrayList<CmsSignature>();
            for (var signer : signers) {
                var own = certificates.stream()
                        .filter(holder -> signer.getSID().match(holder))
                        .findFirst()
                        .orElseThrow(() -> new FlawException(Flaw.NO_CERTIFICATE));
                var certificate = new JcaX509CertificateConverter().getCertificate(own);
                requireHolds(signer, certificate.getPublicKey(), whenOther);
                verified.add(new CmsSignature(certificate, all, statedAt(signer)));
            }
            return verified;
        } catch (CMSException | CertificateException | RuntimeException | StackOverflowError unreadable) {
            // Whatever a hostile structure makes of its reader.
            throw new FlawException(Flaw.UNREADABLE);
        }
    }

    /** By the key alone: whether the certificate was valid then is a question of its own. */
    private static void requireHolds(SignerInformation signer, PublicKey key, Flaw whenOther) throws FlawException {
        var weak = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS;
        if (weak || !STRONG_DIGESTS.contains(signer.getDigestAlgOID())) {
            throw new FlawException(Flaw.WEAK);
        }
        try {
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key))) {
                throw new FlawException(Flaw.BROKEN);
            }
        } catch (CMSSignerDigestMismatchException other) {
            throw new FlawException(whenOther);
        } catch (CMSException | OperatorCreationException broken) {
            throw new FlawException(Flaw.BROKEN);
        }
    }

    private static @Nullable Instant statedAt(SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        var time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        return time == null || time.getAttrValues().size() == 0
                ? null
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }

    private static List<X509Certificate> converted(Iterable<X509CertificateHolder> holders)
            throws CertificateException {
        var converted = new ArrayList<X509Certificate>();
        for (var holder : holders) {
            converted.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return converted;
    }
}
