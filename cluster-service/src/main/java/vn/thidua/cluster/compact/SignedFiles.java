package vn.thidua.cluster.compact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Leaders;
import vn.thidua.cluster.digitalsignature.DigitalSignatures;
import vn.thidua.cluster.digitalsignature.Examination;
import vn.thidua.cluster.digitalsignature.Examination.Examined;
import vn.thidua.cluster.digitalsignature.Examination.Refused;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.file.Files;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Keeps files that members signed digitally beside the compact. What does not hold is refused and not kept as a failure: it proves
 * nothing, would look like a signature all the same, and whoever brought it in still has it. What depends on a day or on whom one
 * trusts is kept and said.
 */
@Service
class SignedFiles {
    /** The file is not digitally signed over this compact's text; the field's code says why. */
    private static final ProblemType REFUSED = new ProblemType("signed-file-refused", HttpStatus.UNPROCESSABLE_CONTENT);

    private final CompactStore compacts;
    private final SignedFileStore store;
    private final CompactQueries queries;
    private final DigitalSignatures signatures;
    private final Leaders leaders;
    private final Files files;
    private final Audit audit;

    SignedFiles(
            CompactStore compacts,
            SignedFileStore store,
            CompactQueries queries,
            DigitalSignatures signatures,
            Leaders leaders,
            Files files,
            Audit audit) {
        this.compacts = compacts;
        this.store = store;
        this.queries = queries;
        this.signatures = signatures;
        this.leaders = leaders;
        this.files = files;
        this.audit = audit;
    }

    /** Examines a file that the caller brought in and lays it beside the compact. It is nobody's signature here. */
    @Transactional
    UUID add(Caller caller, UUID compactId, UUID unitId, UUID fileId) {
        var basis = leaders.require(caller, Ability.SIGNED_FILES_ADD.permission(), unitId);
        var compact = compacts.lock(compactId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var text = queries.words(compactId).text();
        var sha256 = compact.textSha256();
        var takes = compact.status() == Compact.Status.SIGNING || compact.status() == Compact.Status.SIGNED;
        if (text == null || sha256 == null || !takes) {
            throw CompactNews.settled(compact).asException();
        }
        if (compact.member(unitId).isEmpty()) {
            throw Problem.invalid(FieldError.of("/unitId", "not-member")).asException();
        }
        var content = files.contentBroughtInBy(caller, fileId)
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of("/fileId", "not-found")).asException());
        if (store.has(compactId, unitId, fileId)) {
            throw Problem.invalid(FieldError.of("/fileId", "taken")).asException();
        }
        var examined = holding(signatures.examine(content, text, sha256));
        var id = store.insert(new SignedFileStore.Added(compactId, unitId, sha256, fileId), examined, basis);
        // Certificates name people; the audit names them by their keys only.
        var kept = Map.of("signedFile", id, "file", fileId, "kind", examined.kind());
        audit.record(new AuditEntry(
                caller,
                basis,
                "compact.signed-file-added",
                CompactNews.AGGREGATE,
                compactId,
                unitId,
                null,
                kept,
                null));
        return id;
    }

    private static Examined holding(Examination examination) {
        return switch (examination) {
            case Refused(var flaw) -> throw refused(flaw).asException();
            case Examined examined -> examined;
        };
    }

    private static Problem refused(Examination.Flaw flaw) {
        var code = "signed-" + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(REFUSED, null, List.of(), List.of(FieldError.of("/fileId", code)), Map.of());
    }
}
