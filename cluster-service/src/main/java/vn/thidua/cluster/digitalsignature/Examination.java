package vn.thidua.cluster.digitalsignature;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of examining a digitally signed file. */
public sealed interface Examination {
    /** How a text was signed: within a PDF that names its hash, or beside the text itself (CMS, RFC 5652). */
    enum Kind {
        PDF,
        CMS
    }

    /** Why a file proves nothing about the text. */
    enum Flaw {
        /** Neither a PDF nor a CMS structure that can be read within the bounds. */
        UNREADABLE,
        NO_SIGNATURE,
        /** A form of signature that is not examined here. */
        UNSUPPORTED,
        /** SHA-1, MD5, or an RSA key below 2,048 bits. */
        WEAK,
        NO_CERTIFICATE,
        /** What was signed was changed afterwards. */
        ALTERED,
        /** The signature is not the certificate's over this content. */
        BROKEN,
        /** Something in the file lies outside what was signed. */
        NOT_WHOLE,
        OTHER_TEXT
    }

    enum About {
        /** That the signature is the certificate's, over this very content. */
        SIGNATURE,
        /** That nothing in the file is outside of what was signed. */
        WHOLE_FILE,
        /** That what was signed is the text. */
        TEXT,
        /** That the certificate was valid when it was signed. */
        VALIDITY,
        /** That the certificate comes from an authority that is trusted here. */
        CHAIN,
        /** That the certificate was not revoked. */
        REVOCATION
    }

    enum Outcome {
        PASSED,
        FAILED,
        NOT_CHECKED
    }

    /** What one has to know of an outcome. */
    enum Reason {
        EXPIRED,
        NOT_YET_VALID,
        SIGNED_IN_FUTURE,
        /** Valid when it was signed, expired since. */
        EXPIRED_SINCE,
        /** No time is stated: the certificate was valid when the file came in. */
        NO_TIME_STATED,
        UNKNOWN_AUTHORITY,
        NO_TRUST_STORE,
        TRUST_STORE_UNREADABLE,
        /** No authority is asked. */
        NOT_ASKED
    }

    record Check(About about, Outcome outcome, @Nullable Reason reason) {
        static Check passed(About about) {
            return new Check(about, Outcome.PASSED, null);
        }
    }

    /**
     * A signature that holds.
     *
     * @param subject whom the certificate names, without numbers of identity papers
     * @param serial in hexadecimal digits
     * @param statedAt when it was signed, as the signer says
     */
    record Signature(
            String subject,
            String issuer,
            String serial,
            Instant validFrom,
            Instant validUntil,
            @Nullable Instant statedAt,
            List<Check> checks) {
        public Signature {
            checks = List.copyOf(checks);
        }
    }

    /** It proves nothing about the text. */
    record Refused(Flaw flaw) implements Examination {}

    /** Every signature in it holds over the text; what is to be known of each certificate is in its checks. */
    record Examined(Kind kind, Instant at, List<Signature> signatures) implements Examination {
        public Examined {
            signatures = List.copyOf(signatures);
        }
    }
}
