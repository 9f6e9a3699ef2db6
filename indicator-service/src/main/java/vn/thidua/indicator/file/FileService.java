package vn.thidua.indicator.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.report.ReportAccess;
import vn.thidua.indicator.report.ReportQueries;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Takes files in and hands them to those who see what they prove. */
@Service
class FileService {
    private static final String AGGREGATE = "file";
    private static final Permission UPLOAD =
            Permission.of("reports.write", "UNIT_OFFICER", "UNIT_LEADER", "VERIFIER", "STANDING_OFFICER");

    private final FileStore store;
    private final Mandates mandates;
    private final ReportAccess access;
    private final ReportQueries reports;
    private final Audit audit;

    FileService(FileStore store, Mandates mandates, ReportAccess access, ReportQueries reports, Audit audit) {
        this.store = store;
        this.mandates = mandates;
        this.access = access;
        this.reports = reports;
        this.audit = audit;
    }

    /** Keeps a file for whoever brings it in; it proves something once a cell names it. */
    @Transactional
    UUID take(Caller caller, String name, byte[] content) {
        var reach = mandates.reach(caller, UPLOAD);
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        var unit = reach.units().isEmpty()
                ? reach.roots().getFirst()
                : reach.units().getFirst();
        var basis = mandates.require(caller, UPLOAD, unit);
        var kind = FileKind.of(content).orElse(null);
        if (content.length == 0 || kind == null) {
            throw Problem.invalid(FieldError.of("", "file-type")).asException();
        }
        var sha256 = sha256(content);
        var id = store.insert(new FileStore.Stored(name, kind.contentType(), content, sha256), caller.subject());
        var kept = Map.of("name", name, "sha256", sha256, "size", content.length);
        audit.record(new AuditEntry(caller, basis, "file.taken", AGGREGATE, id, unit, null, kept, null));
        return id;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 for those who neither brought it in nor see a report that it proves */
    FileStore.Stored give(Caller caller, UUID id) {
        var sight = access.sight(caller);
        var visible = !sight.isEmpty() && (store.isOf(id, caller.subject()) || reports.isEvidenceVisible(id, sight));
        if (!visible) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return store.find(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
