package vn.thidua.kit.note;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.file.FileGuard;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.security.Caller;

/** A file is seen by whoever may read the note whose text names it. */
@Repository
class NoteFiles implements FileGuard {
    private final JdbcClient jdbc;
    private final Mandates mandates;

    NoteFiles(JdbcClient jdbc, Mandates mandates) {
        this.jdbc = jdbc;
        this.mandates = mandates;
    }

    @Override
    public Permission uploading() {
        return Permission.of("notes.write", "UNIT_OFFICER", "STANDING_OFFICER");
    }

    @Override
    public boolean isVisible(Caller caller, UUID fileId) {
        return jdbc.sql("select unit_id from note where text = :file")
                .param("file", fileId.toString())
                .query(UUID.class)
                .optional()
                .filter(unit -> mandates.may(caller, uploading(), unit))
                .isPresent();
    }
}
