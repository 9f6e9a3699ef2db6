package vn.thidua.kit.note;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Writes notes: mandate, row, event and audit in one transaction. */
@Service
class NoteService {
    static final Permission WRITE = Permission.of("notes.write", "UNIT_OFFICER", "ADMINISTRATOR");

    record Note(UUID id, UUID unitId, String text, long version) {}

    /** What travels by the feed. */
    record Published(String text) {}

    private final JdbcClient jdbc;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    NoteService(JdbcClient jdbc, Mandates mandates, Outbox outbox, Audit audit) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    Note write(Caller caller, UUID unitId, String text) {
        var basis = mandates.require(caller, WRITE, unitId);
        var id = jdbc.sql("insert into note (unit_id, text) values (:unit, :text) returning id")
                .param("unit", unitId)
                .param("text", text)
                .query(UUID.class)
                .single();
        var note = new Note(id, unitId, text, 1);
        outbox.publish("note", id, 1, "vn.thidua.note.written", unitId, new Published(text));
        audit.record(new AuditEntry(caller, basis, "note.written", "note", id, unitId, null, note, null));
        return note;
    }

    @Transactional
    Note rewrite(Caller caller, UUID id, long expected, String text) {
        var before =
                locked(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, WRITE, before.unitId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var after = new Note(id, before.unitId(), text, before.version() + 1);
        jdbc.sql("update note set text = :text, version = :version where id = :id")
                .param("text", text)
                .param("version", after.version())
                .param("id", id)
                .update();
        outbox.publish("note", id, after.version(), "vn.thidua.note.rewritten", after.unitId(), new Published(text));
        audit.record(new AuditEntry(caller, basis, "note.rewritten", "note", id, after.unitId(), before, after, "sửa"));
        return after;
    }

    private Optional<Note> locked(UUID id) {
        return jdbc.sql("select id, unit_id, text, version from note where id = :id for update")
                .param("id", id)
                .query((row, _) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("text"),
                        row.getLong("version")))
                .optional();
    }

    /** Keeps a connection busy, as a heavy question does. */
    void linger(int millis) {
        jdbc.sql("select pg_sleep(:seconds)")
                .param("seconds", millis / 1000.0)
                .query((_, _) -> true)
                .single();
    }

    @Nullable
    String text(UUID id) {
        return jdbc.sql("select text from note where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
