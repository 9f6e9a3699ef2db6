package vn.thidua.kit.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Takes files in and hands them to those who see what they belong to. */
public class Files {
    private static final String AGGREGATE = "file";

    /** What is known of a file without its content. */
    public record Facts(UUID id, String name, String contentType, String sha256, long size, Instant uploadedAt) {
        /** Whether it can show a paper as it was signed: a PDF or a picture. */
        public boolean isScan() {
            return contentType.equals(FileKind.PDF.contentType()) || isPicture();
        }

        /** Whether it is a JPEG or a PNG. */
        public boolean isPicture() {
            return contentType.startsWith("image/");
        }
    }

    private final FileStore store;
    private final FileGuard guard;
    private final VirusScan scan;
    private final Mandates mandates;
    private final Audit audit;

    Files(FileStore store, FileGuard guard, VirusScan scan, Mandates mandates, Audit audit) {
        this.store = store;
        this.guard = guard;
        this.scan = scan;
        this.mandates = mandates;
        this.audit = audit;
    }

    /**
     * What is known of a file that the caller itself brought in; for whoever attaches it to something. Nobody proves anything
     * with a file that somebody else brought in.
     */
    public Optional<Facts> broughtInBy(Caller caller, UUID id) {
        return store.of(id, caller.subject());
    }

    /** The content of a file that the caller itself brought in; for whoever examines it before it is attached to something. */
    public Optional<byte[]> contentBroughtInBy(Caller caller, UUID id) {
        return store.of(id, caller.subject()).flatMap(_ -> store.find(id)).map(FileStore.Stored::content);
    }

    /** Keeps a file for whoever brings it in; it proves something once something names it. */
    @Transactional
    UUID take(Caller caller, String name, byte[] content) {
        var reach = mandates.reach(caller, guard.uploading());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        var unit = reach.units().isEmpty()
                ? reach.roots().getFirst()
                : reach.units().getFirst();
        var basis = mandates.require(caller, guard.uploading(), unit);
        var kind = FileKind.of(content).orElse(null);
        if (content.length == 0 || kind == null) {
            throw Problem.invalid(FieldError.of("", "file-type")).asException();
        }
        scan.requireClean(content);
        var sha256 = sha256(content);
        var id = store.insert(new FileStore.Stored(name, kind.contentType(), content, sha256), caller.subject());
        var kept = Map.of("name", name, "sha256", sha256, "size", content.length);
        audit.record(new AuditEntry(caller, basis, "file.taken", AGGREGATE, id, unit, null, kept, null));
        return id;
    }

    /** @throws vn.thidua.kit.problem.ProblemException 404 for those who neither brought it in nor see what it belongs to */
    FileStore.Stored give(Caller caller, UUID id) {
        var own = !mandates.inForce(caller).isEmpty()
                && store.of(id, caller.subject()).isPresent();
        if (!own && !guard.isVisible(caller, id)) {
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
