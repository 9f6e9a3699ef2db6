package vn.thidua.indicator.target;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;

/** How agreeing on targets is shown, and said. */
final class AgreementViews {
    private AgreementViews() {}

    /**
     * Where one unit stands.
     *
     * @param last the step that brought it there, null where the unit never proposed
     * @param turn who is to answer, null where nothing waits for an answer
     * @param since when it came there, null where the unit never proposed
     * @param byFreezing it is approved because the season's targets were frozen as they stood
     * @param note what was said with the last step; of one sent back the reason
     * @param lastByCaller whether the caller made the last step
     * @param targetsSha256 of the numbers as they stand; who proposes them or agrees to them says by it which ones he saw
     * @param version what If-Match names with the next step; 0 where the unit never proposed
     */
    record AgreementView(
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull Agreement.Status status,
            Agreement.@Nullable Step last,
            Agreement.@Nullable Side turn,
            @Nullable Instant since,
            boolean byFreezing,
            @Nullable String note,
            boolean lastByCaller,
            long targets,
            @NotNull String targetsSha256,
            long version) {
        AgreementView withTargets(String sha256) {
            return new AgreementView(
                    unitId,
                    unitName,
                    status,
                    last,
                    turn,
                    since,
                    byFreezing,
                    note,
                    lastByCaller,
                    targets,
                    sha256,
                    version);
        }
    }

    /**
     * One step with the numbers that were on the table.
     *
     * @param own whether the caller made it
     * @param role the mandate under which it was made, and the unit that mandate is held at
     */
    record AgreementStepView(
            long version,
            @NotNull Agreement.Step kind,
            @NotNull Agreement.Status status,
            @Nullable String note,
            @NotNull Instant at,
            boolean own,
            @Nullable String role,
            @Nullable String roleUnitName,
            @NotNull List<@NotNull TabledTarget> targets) {}

    /** A target as it stood, under the name that its indicator then had. */
    record TabledTarget(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull Measure.ValueKind valueKind,
            @NotNull List<@NotNull String> levels,
            @NotNull String unitOfMeasure,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal h1Assigned,
            @Nullable BigDecimal h1Registered,
            @Nullable BigDecimal m9Assigned,
            @Nullable BigDecimal m9Registered,
            @NotNull List<@NotNull String> items) {}

    /** What may be said with a step. */
    record Note(
            @Nullable @Pattern(regexp = TargetBody.SOMETHING) @Size(min = 1, max = 1000)
            String note) {}

    /** @param targetsSha256 of the numbers that the person saw */
    record OfNumbers(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String targetsSha256,

            @Nullable @Pattern(regexp = TargetBody.SOMETHING) @Size(min = 1, max = 1000)
            String note) {}

    record Reason(@NotBlank @Size(min = 1, max = 1000) String reason) {}

    /** @param version of the agreement that the caller saw */
    record Approved(@NotNull UUID unitId, @NotNull @Min(0) Long version) {}

    record Approvals(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Approved> units) {}
}
