package vn.thidua.award.honour;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.season.Provenance;

/** An honour as it is shown and published; null means that its source does not state it. */
record HonourView(
        @NotNull UUID id,
        @NotNull UUID registerUnitId,
        @NotNull String awardName,
        @Nullable UUID awardId,
        @Nullable UUID recipientUnitId,
        @NotNull String recipientText,
        @NotNull String givenBy,
        @Nullable UUID seasonId,
        @Nullable LocalDate givenOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable UUID documentId,
        @NotNull Provenance provenance,
        @Nullable String source) {
    static HonourView of(Honour honour) {
        return new HonourView(
                honour.id(),
                honour.registerUnitId(),
                honour.awardName(),
                honour.awardId(),
                honour.recipientUnitId(),
                honour.recipientText(),
                honour.givenBy(),
                honour.seasonId(),
                honour.givenOn(),
                honour.decisionNumber(),
                honour.decisionDate(),
                honour.documentId(),
                honour.provenance(),
                honour.source());
    }
}
