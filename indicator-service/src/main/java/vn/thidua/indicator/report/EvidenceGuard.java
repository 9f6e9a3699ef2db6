package vn.thidua.indicator.report;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.kit.file.FileGuard;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.security.Caller;

/** Files of this service are evidence: seen by whoever sees a report that they prove. */
@Component
class EvidenceGuard implements FileGuard {
    private static final Permission UPLOAD =
            Permission.of("reports.write", "UNIT_OFFICER", "UNIT_LEADER", "VERIFIER", "STANDING_OFFICER");

    private final ReportAccess access;
    private final SightQueries sights;

    EvidenceGuard(ReportAccess access, SightQueries sights) {
        this.access = access;
        this.sights = sights;
    }

    @Override
    public Permission uploading() {
        return UPLOAD;
    }

    @Override
    public boolean isVisible(Caller caller, UUID fileId) {
        var sight = access.sight(caller);
        return !sight.isEmpty() && sights.isEvidenceVisible(fileId, sight);
    }
}
