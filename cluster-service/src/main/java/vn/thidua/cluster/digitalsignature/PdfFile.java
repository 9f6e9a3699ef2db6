package vn.thidua.cluster.digitalsignature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.digitalsignature.Examination.Flaw;

/** The signatures of a PDF as they lie in the file. */
final class PdfFile {
    private static final int MOST_SIGNATURES = 10;
    private static final byte[] MAGIC = "%PDF-".getBytes(ISO_8859_1);
    private static final Set<String> FORMS = Set.of(
            PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED.getName(), PDSignature.SUBFILTER_ETSI_CADES_DETACHED.getName());

    /**
     * What one signature is over.
     *
     * @param revision the file up to where the signature covers it: a whole PDF, as it was when it was signed
     * @param content the revision without the hole in which the signature lies
     * @param statedAt the time in the signature's dictionary, which is signed with the rest
     */
    record SignedPart(
            byte[] revision,
            byte[] content,
            byte[] cms,
            @Nullable Instant statedAt) {}

    private PdfFile() {}

    static boolean isOne(byte[] file) {
        return file.length > MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Every signature with its part, the first one first. Each but the last may be followed by what later signers added; what
     * follows the last is not signed by anybody, and then the file is not whole.
     */
    static List<SignedPart> signedParts(byte[] file) throws FlawException {
        PdfText.requireModest(file);
        var parts = new ArrayList<SignedPart>();
        try (var pdf = Loader.loadPDF(file)) {
            if (pdf.isEncrypted()) {
                throw new FlawException(Flaw.UNREADABLE);
            }
            var signatures = pdf.getSignatureDictionaries();
            if (signatures.isEmpty()) {
                throw new FlawException(Flaw.NO_SIGNATURE);
            }
            if (signatures.size() > MOST_SIGNATURES) {
                throw new FlawException(Flaw.UNREADABLE);
            }
            for (var signature : signatures) {
                parts.add(part(file, signature));
            }
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            // Whatever a hostile file makes of its reader.
            throw new FlawException(Flaw.UNREADABLE);
        }
        parts.sort(Comparator.comparingInt(part -> part.revision().length));
        if (parts.getLast().revision().length != file.length) {
            throw new FlawException(Flaw.NOT_WHOLE);
        }
        return parts;
    }

    private static SignedPart part(byte[] file, PDSignature signature) throws FlawException {
        if (signature.getSubFilter() == null || !FORMS.contains(signature.getSubFilter())) {
            throw new FlawException(Flaw.UNSUPPORTED);
        }
        var range = signature.getByteRange();
        if (range == null
                || range.length != 4
                || range[0] != 0
                || range[1] <= 0
                || range[2] <= range[1]
                || range[3] < 0
                || (long) range[2] + range[3] > file.length) {
            throw new FlawException(Flaw.NOT_WHOLE);
        }
        var end = range[2] + range[3];
        var content = new ByteArrayOutputStream();
        content.write(file, 0, range[1]);
        content.write(file, range[2], range[3]);
        var stated = signature.getSignDate();
        return new SignedPart(
                Arrays.copyOf(file, end),
                content.toByteArray(),
                hole(file, range[1], range[2], signature.getContents()),
                stated == null ? null : stated.toInstant());
    }

    /** What lies in the hole: one string of hexadecimal digits, in it the signature and zeros, and nothing else at all. */
    private static byte[] hole(byte[] file, int from, int until, byte @Nullable [] contents) throws FlawException {
        if (until - from < 2 || file[from] != '<' || file[until - 1] != '>') {
            throw new FlawException(Flaw.NOT_WHOLE);
        }
        try {
            var bytes = HexFormat.of().parseHex(new String(file, from + 1, until - from - 2, ISO_8859_1));
            var rest = new ByteArrayInputStream(bytes);
            try (var structure = new ASN1InputStream(rest, bytes.length)) {
                Objects.requireNonNull(structure.readObject(), "the hole is empty");
            }
            var padding = rest.readAllBytes();
            for (var one : padding) {
                if (one != 0) {
                    throw new FlawException(Flaw.NOT_WHOLE);
                }
            }
            if (!Arrays.equals(bytes, contents)) {
                throw new FlawException(Flaw.NOT_WHOLE);
            }
            return Arrays.copyOf(bytes, bytes.length - padding.length);
        } catch (IOException | RuntimeException unreadable) {
            throw new FlawException(Flaw.BROKEN);
        }
    }
}
