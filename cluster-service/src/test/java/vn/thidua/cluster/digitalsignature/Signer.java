package vn.thidua.cluster.digitalsignature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Somebody with a certificate, made for a test, who signs as the programs of certification authorities do. */
public final class Signer {
    private static final String IDENTITY_PAPER = "UID=CCCD:012345678901";

    /** An authority that issues certificates, its own first of all. */
    public record Authority(KeyPair keys, X509Certificate certificate) {
        public static Authority named(String name) {
            var keys = Signer.keys("EC", 256);
            var subject = new X500Name("CN=" + name + ",C=VN");
            var now = Instant.now();
            return new Authority(
                    keys,
                    issued(
                            subject,
                            subject,
                            keys,
                            keys,
                            now.minus(Duration.ofDays(900)),
                            now.plus(Duration.ofDays(900)),
                            true));
        }
    }

    private final Authority authority;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final String method;

    private Signer(Authority authority, KeyPair keys, X509Certificate certificate, String method) {
        this.authority = authority;
        this.keys = keys;
        this.certificate = certificate;
        this.method = method;
    }

    /** With a certificate of this year. */
    public static Signer of(Authority authority, String name) {
        var now = Instant.now();
        return of(authority, name, now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(300)));
    }

    static Signer of(Authority authority, String name, Instant from, Instant until) {
        return of(authority, name, from, until, keys("EC", 256), "SHA256withECDSA");
    }

    static Signer of(Authority authority, String name, KeyPair keys, String method) {
        var now = Instant.now();
        return of(authority, name, now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(300)), keys, method);
    }

    private static Signer of(
            Authority authority, String name, Instant from, Instant until, KeyPair keys, String method) {
        var subject = new X500Name(IDENTITY_PAPER + ",CN=" + name + ",O=UBND Xã Mẫu,C=VN");
        var issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        return new Signer(authority, keys, issued(issuer, subject, authority.keys(), keys, from, until, false), method);
    }

    /** Signs the PDF as it is, in an update behind it. */
    public byte[] pdf(byte[] file) {
        return pdf(file, Instant.now());
    }

    byte[] pdf(byte[] file, Instant statedAt) {
        try (var document = Loader.loadPDF(file);
                var signed = new ByteArrayOutputStream()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setSignDate(GregorianCalendar.from(statedAt.atZone(ZoneOffset.UTC)));
            document.addSignature(signature, content -> cms(content.readAllBytes(), statedAt, false));
            document.saveIncremental(signed);
            return signed.toByteArray();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A signature beside the content. */
    public byte[] cms(byte[] content) {
        return cms(content, Instant.now(), false);
    }

    byte[] cms(byte[] content, Instant statedAt, boolean within) {
        try {
            var time = new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(statedAt))));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(time))))
                            .build(new JcaContentSignerBuilder(method).build(keys.getPrivate()), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate, authority.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content), within)
                    .getEncoded();
        } catch (OperatorCreationException | GeneralSecurityException | CMSException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static KeyPair keys(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static X509Certificate issued(
            X500Name issuer,
            X500Name subject,
            KeyPair issuing,
            KeyPair owned,
            Instant from,
            Instant until,
            boolean authority) {
        try {
            var serial = new BigInteger(64, new SecureRandom()).add(BigInteger.ONE);
            var builder = new JcaX509v3CertificateBuilder(
                    issuer, serial, Date.from(from), Date.from(until), subject, owned.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuing.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
