package vn.thidua.cluster.digitalsignature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.cluster.digitalsignature.Examination.About;
import vn.thidua.cluster.digitalsignature.Examination.Check;
import vn.thidua.cluster.digitalsignature.Examination.Examined;
import vn.thidua.cluster.digitalsignature.Examination.Flaw;
import vn.thidua.cluster.digitalsignature.Examination.Outcome;
import vn.thidua.cluster.digitalsignature.Examination.Reason;
import vn.thidua.cluster.digitalsignature.Examination.Refused;
import vn.thidua.kit.paper.Paper;
import vn.thidua.kit.paper.PaperFormat;

class DigitalSignaturesTest {
    private static final Signer.Authority AUTHORITY = Signer.Authority.named("Chứng thực chữ ký số Thử Nghiệm");
    private static final Signer SIGNER = Signer.of(AUTHORITY, "Trần Văn Ký");
    private static final String TEXT = "Giao ước thi đua năm 2026\n\nChúng tôi cùng ký kết.\n";
    private static final String HASH = "e4c253654644e3a4d169777681d35177b72bb0ceb23e46bc5cbfb78ef14fd5d8";
    private static final byte[] PAPER = paper(HASH);
    private static final byte[] SIGNED = SIGNER.pdf(PAPER);

    @TempDir
    Path folder;

    private @Nullable Path trusted;

    @Test
    void aPdfThatPrintsTheHashAndIsSignedHolds() throws IOException {
        trust(AUTHORITY);
        var found = examined(SIGNED);
        assertThat(found.kind()).isEqualTo(Examination.Kind.PDF);
        var signature = found.signatures().getFirst();
        assertThat(signature.checks())
                .containsExactly(
                        Check.passed(About.SIGNATURE),
                        Check.passed(About.WHOLE_FILE),
                        Check.passed(About.TEXT),
                        Check.passed(About.VALIDITY),
                        Check.passed(About.CHAIN),
                        new Check(About.REVOCATION, Outcome.NOT_CHECKED, Reason.NOT_ASKED));
        assertThat(signature.subject())
                .contains("CN=Trần Văn Ký", "O=UBND Xã Mẫu")
                .as("the number of an identity paper is nobody's business here")
                .doesNotContain("0123456789");
        assertThat(signature.issuer()).contains("CN=Chứng thực chữ ký số Thử Nghiệm");
        assertThat(signature.serial()).matches("[0-9A-F]+");
        assertThat(signature.statedAt()).isBetween(Instant.now().minusSeconds(600), Instant.now());
    }

    @Test
    void aSignatureBesideTheTextHolds() throws IOException {
        trust(AUTHORITY);
        var found = examined(SIGNER.cms(TEXT.getBytes(UTF_8)));
        assertThat(found.kind()).isEqualTo(Examination.Kind.CMS);
        assertThat(found.signatures().getFirst().checks())
                .filteredOn(check -> check.outcome() == Outcome.PASSED)
                .hasSize(5);
        assertThat(examined(SIGNER.cms(TEXT.getBytes(UTF_8), Instant.now(), true))
                        .signatures())
                .as("with the text inside likewise")
                .hasSize(1);
    }

    @Test
    void aSignatureWithAnRsaKeyHoldsToo() {
        var signer = Signer.of(AUTHORITY, "Lê Thị Ký", Signer.keys("RSA", 2048), "SHA256withRSA");
        assertThat(examined(signer.pdf(PAPER)).signatures()).hasSize(1);
        assertThat(examined(signer.cms(TEXT.getBytes(UTF_8))).signatures()).hasSize(1);
    }

    @Test
    void withoutATrustStoreNoChainIsCalledGood() throws IOException {
        var unchecked = new Check(About.CHAIN, Outcome.NOT_CHECKED, Reason.NO_TRUST_STORE);
        assertThat(check(examined(SIGNED), About.CHAIN)).isEqualTo(unchecked);
        trusted = folder;
        assertThat(check(examined(SIGNED), About.CHAIN))
                .as("nor with an empty one")
                .isEqualTo(unchecked);
        trusted = folder.resolve("nowhere.pem");
        assertThat(check(examined(SIGNED), About.CHAIN))
                .isEqualTo(new Check(About.CHAIN, Outcome.NOT_CHECKED, Reason.TRUST_STORE_UNREADABLE));
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nxx\n");
        trusted = folder;
        assertThat(check(examined(SIGNED), About.CHAIN).reason()).isEqualTo(Reason.TRUST_STORE_UNREADABLE);
    }

    @Test
    void anAuthorityThatNobodyTrustsIsSaid() throws IOException {
        trust(Signer.Authority.named("Chứng thực chữ ký số Khác"));
        assertThat(check(examined(SIGNED), About.CHAIN))
                .isEqualTo(new Check(About.CHAIN, Outcome.FAILED, Reason.UNKNOWN_AUTHORITY));
    }

    @Test
    void aCertificateThatWasNotValidIsSaid() throws IOException {
        trust(AUTHORITY);
        var now = Instant.now();
        var day = Duration.ofDays(1);
        var former = Signer.of(AUTHORITY, "Người Cũ", now.minus(day.multipliedBy(400)), now.minus(day));
        var late = examined(former.pdf(PAPER));
        assertThat(check(late, About.VALIDITY)).isEqualTo(new Check(About.VALIDITY, Outcome.FAILED, Reason.EXPIRED));
        assertThat(check(late, About.CHAIN))
                .as("which says nothing of the authority")
                .isEqualTo(Check.passed(About.CHAIN));
        assertThat(check(examined(former.pdf(PAPER, now.minus(day.multipliedBy(2)))), About.VALIDITY))
                .isEqualTo(new Check(About.VALIDITY, Outcome.PASSED, Reason.EXPIRED_SINCE));
        var early = Signer.of(AUTHORITY, "Người Mới", now.plus(day), now.plus(day.multipliedBy(400)));
        assertThat(check(examined(early.cms(TEXT.getBytes(UTF_8))), About.VALIDITY)
                        .reason())
                .isEqualTo(Reason.NOT_YET_VALID);
        assertThat(check(examined(SIGNER.pdf(PAPER, now.plus(day))), About.VALIDITY)
                        .reason())
                .isEqualTo(Reason.SIGNED_IN_FUTURE);
    }

    @Test
    void severalSignOnePdfOneAfterAnother() {
        var stamped = Signer.of(AUTHORITY, "UBND Xã Mẫu").pdf(SIGNED);
        assertThat(examined(stamped).signatures())
                .extracting(one -> one.subject().contains("Trần Văn Ký"))
                .containsExactly(true, false);
    }

    @Test
    void aByteThatWasChangedIsFound() {
        var changed = SIGNED.clone();
        // In the comment that every PDF begins with: nothing but the signature notices.
        changed[new String(SIGNED, ISO_8859_1).indexOf('\n') + 3] ^= 1;
        assertThat(flaw(changed)).isEqualTo(Flaw.ALTERED);
        for (int at = 0; at < SIGNED.length; at += 211) {
            var turned = SIGNED.clone();
            turned[at] = (byte) ~turned[at];
            assertThat(flaw(turned)).as("turned at " + at).isNotNull();
        }
    }

    @Test
    void aSignatureWithAnyByteTurnedNeverBreaksTheExamination() {
        var signature = SIGNER.cms(TEXT.getBytes(UTF_8));
        for (int at = 0; at < signature.length; at += 7) {
            var turned = signature.clone();
            turned[at] = (byte) ~turned[at];
            assertThat(examine(turned)).as("turned at " + at).isNotNull();
            assertThat(examine(Arrays.copyOf(signature, at))).as("cut at " + at).isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatWasAddedAfterTheSignatureIsFound() throws IOException {
        var updated = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(SIGNED)) {
            document.getDocumentInformation().setTitle("Giao ước khác");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(updated);
        }
        assertThat(updated.size()).isGreaterThan(SIGNED.length);
        assertThat(flaw(updated.toByteArray())).isEqualTo(Flaw.NOT_WHOLE);
        assertThat(flaw(joined(SIGNED, "\n% thêm".getBytes(UTF_8)))).isEqualTo(Flaw.NOT_WHOLE);
    }

    @Test
    void anotherTextIsFound() {
        assertThat(flaw(SIGNER.pdf(paper(HASH.replace('c', 'd'))))).isEqualTo(Flaw.OTHER_TEXT);
        assertThat(flaw(SIGNER.cms("những lời khác".getBytes(UTF_8)))).isEqualTo(Flaw.OTHER_TEXT);
        assertThat(flaw(SIGNER.cms("những lời khác".getBytes(UTF_8), Instant.now(), true)))
                .as("whatever it carries itself")
                .isEqualTo(Flaw.OTHER_TEXT);
    }

    @Test
    void whatIsNoLongerSafeIsRefused() {
        var small = Signer.of(AUTHORITY, "Khóa Ngắn", Signer.keys("RSA", 1024), "SHA256withRSA");
        assertThat(flaw(small.cms(TEXT.getBytes(UTF_8)))).isEqualTo(Flaw.WEAK);
        var old = Signer.of(AUTHORITY, "Cách Cũ", Signer.keys("EC", 256), "SHA1withECDSA");
        assertThat(flaw(old.cms(TEXT.getBytes(UTF_8)))).isEqualTo(Flaw.WEAK);
    }

    @Test
    void whatIsNoSignedFileIsRefused() {
        assertThat(flaw(PAPER)).isEqualTo(Flaw.NO_SIGNATURE);
        assertThat(flaw("%PDF-1.7 không phải".getBytes(UTF_8))).isEqualTo(Flaw.UNREADABLE);
        assertThat(flaw(TEXT.getBytes(UTF_8))).isEqualTo(Flaw.UNREADABLE);
        assertThat(flaw(new byte[0])).isEqualTo(Flaw.UNREADABLE);
    }

    @Test
    void aFileThatUnpacksToTooMuchOrTakesTooLongIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed)) {
            deflating.write(new byte[40 * 1024 * 1024]);
        }
        assertThat(packed.size()).isLessThan(100_000);
        assertThat(flaw(joined("%PDF-1.7\nstream\r\n".getBytes(UTF_8), packed.toByteArray())))
                .isEqualTo(Flaw.UNREADABLE);
        assertThatThrownBy(() -> PdfText.requireModest(joined("stream\n".getBytes(UTF_8), packed.toByteArray())))
                .isInstanceOf(FlawException.class);
        assertThatThrownBy(() -> PdfText.of(PAPER, new ReadingTime(Duration.ZERO)))
                .isInstanceOf(FlawException.class);
    }

    private void trust(Signer.Authority authority) throws IOException {
        var pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(authority));
        Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
        trusted = folder;
    }

    private static byte[] encoded(Signer.Authority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Examination examine(byte[] file) {
        return new DigitalSignatures(new Certificates(trusted), Clock.systemUTC()).examine(file, TEXT, HASH);
    }

    private Examined examined(byte[] file) {
        var found = examine(file);
        assertThat(found).isInstanceOf(Examined.class);
        return (Examined) found;
    }

    private Flaw flaw(byte[] file) {
        var found = examine(file);
        assertThat(found).isInstanceOf(Refused.class);
        return ((Refused) found).flaw();
    }

    private static Check check(Examined examined, About about) {
        return examined.signatures().getFirst().checks().stream()
                .filter(check -> check.about() == about)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] paper(String hash) {
        var letterhead = new Paper.Letterhead(null, "Khối thi đua", "Số: ……", "……", LocalDate.of(2026, 1, 20));
        var paper = new Paper(
                null, letterhead, "Giao ước thi đua", "Năm 2026", List.of(new Paper.Text(hash)), List.of(), List.of());
        return Objects.requireNonNull(
                PaperFormat.PDF.answer("x", List.of(paper)).getBody());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
