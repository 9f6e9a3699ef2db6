package vn.thidua.indicator.scoresheet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.provenance.Provenance;

/** A scoresheet as others are told of it. */
record ScoresheetEvent(
        UUID seasonId,
        @Nullable UUID periodId,
        int edition,
        String title,
        Scoresheet.Status status,
        SheetBody.Content content,
        @Nullable String sha256,
        @Nullable Instant frozenAt,
        Provenance provenance,
        @Nullable String source) {
    static ScoresheetEvent of(Scoresheet sheet) {
        return new ScoresheetEvent(
                sheet.seasonId(),
                sheet.periodId(),
                sheet.edition(),
                sheet.title(),
                sheet.status(),
                SheetWriter.write(sheet.sheet()),
                sheet.sha256(),
                sheet.frozenAt(),
                sheet.provenance(),
                sheet.source());
    }
}
