package vn.thidua.kit.file;

import java.util.UUID;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.security.Caller;

/** What a service says of its files. One that has such a bean takes and gives files; one without has no such endpoints. */
public interface FileGuard {
    /** Who may bring files in. */
    Permission uploading();

    /** Whether the file belongs to something that the caller sees. Whoever brought it in sees it all the same. */
    boolean isVisible(Caller caller, UUID fileId);
}
