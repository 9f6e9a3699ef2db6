package vn.thidua.cluster.compact;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Provenance;

/** How compacts are shown. */
final class CompactViews {
    private CompactViews() {}

    /**
     * A compact without its words.
     *
     * @param textSha256 of what is signed; null for one recorded after the fact
     * @param amendsId the compact it amends; null for a season's first
     * @param members how many have to sign
     * @param signatures for how many of them all have signed
     */
    record CompactSummary(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID clusterId,
            @NotNull Compact.Mode mode,
            @NotNull String title,
            @NotNull Compact.Status status,
            @Nullable String textSha256,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @Nullable UUID amendsId,
            int members,
            int signatures,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}

    /**
     * One of the leaders that have to sign for a member.
     *
     * @param capacity in which the leader signs; null where one leader signs without saying in which
     * @param signedAt null while the signature is missing
     * @param signedBy the signer's name; null while missing, and when the person's data was erased
     * @param yours whether the caller is who signed
     */
    record SignatoryView(
            @Nullable String capacity,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            boolean yours) {}

    /**
     * A member on the board.
     *
     * @param signedAt when the last of its signatories signed; null while a signature is missing
     * @param signedBy the name of who signed last; null while one is missing, and when the person's data was erased
     */
    record Signature(
            @NotNull UUID unitId,
            @NotNull String unitName,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            @NotNull List<SignatoryView> signatories) {
        static Signature of(UUID unitId, String unitName, @Nullable Instant signedAt, List<SignatoryView> signatories) {
            String last = null;
            for (var one : signatories) {
                if (signedAt != null && signedAt.equals(one.signedAt())) {
                    last = one.signedBy();
                }
            }
            return new Signature(unitId, unitName, signedAt, last, signatories);
        }
    }

    /**
     * A compact with its words and the board of signatures.
     *
     * @param text what is signed, as it is hashed
     * @param targetsSha256 of the frozen targets the text was made of
     * @param targetsChanged whether the season's targets were amended since, so that the text is of older ones
     * @param amendsId the compact it amends, with the reason beside it; null for a season's first
     */
    record CompactView(
            @NotNull UUID id,
            @NotNull UUID seasonId,
            @NotNull UUID clusterId,
            @NotNull Compact.Mode mode,
            @NotNull String title,
            @Nullable String preamble,
            @Nullable String text,
            @Nullable String textSha256,
            @Nullable String targetsSha256,
            @NotNull Compact.Status status,
            @Nullable LocalDate signedOn,
            @Nullable UUID conferenceId,
            @NotNull List<Signature> board,
            boolean targetsChanged,
            @Nullable UUID amendsId,
            @Nullable String amendmentReason,
            @Nullable String withdrawReason,
            @NotNull Provenance provenance,
            @Nullable String source,
            long version) {}
}
