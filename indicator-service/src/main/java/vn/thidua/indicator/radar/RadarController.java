package vn.thidua.indicator.radar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.indicator.access.AnyMandate;
import vn.thidua.kit.security.Caller;

/** Hints at scores that are too good. */
@RestController
@RequestMapping("/api/v1/radar")
@Tag(name = "Radar")
final class RadarController {
    /** @param rankingId by whose scores units and criteria are looked at; null while the season is not ranked */
    @Schema(name = "RadarView")
    record RadarView(
            @NotNull UUID seasonId,
            @Nullable UUID rankingId,
            @Nullable UUID scoresheetId,
            @NotNull RadarThresholds thresholds,
            @NotNull List<SelfGapView> selfGaps,
            @NotNull List<CorrectionView> corrections,
            @NotNull List<FullMarksView> fullMarks,
            @NotNull List<SamePointsView> samePoints,
            @NotNull List<CopiedFileView> copiedFiles) {}

    @Schema(name = "RadarThresholds")
    record RadarThresholds(
            @NotNull BigDecimal selfAbove,
            @NotNull BigDecimal corrected,
            @NotNull BigDecimal fullMarks,
            int sameUnits,
            int copies) {}

    /** @param percent own beyond found, of the found points; null where none were found */
    @Schema(name = "SelfGapView")
    record SelfGapView(
            @NotNull UUID seasonId,
            @NotNull String seasonName,
            @NotNull UUID scoresheetId,
            @NotNull UUID unitId,
            int criteria,
            @NotNull BigDecimal self,
            @NotNull BigDecimal found,
            @Nullable BigDecimal percent,
            boolean hint) {}

    /** @param reportId one with such a number, else any that was examined */
    @Schema(name = "CorrectionView")
    record CorrectionView(
            @NotNull UUID unitId,
            @NotNull UUID reportId,
            int examined,
            int worse,
            @NotNull BigDecimal percent,
            boolean hint) {}

    @Schema(name = "FullMarksView")
    record FullMarksView(
            @NotNull UUID unitId,
            int criteria,
            int full,
            @NotNull BigDecimal percent,
            boolean hint) {}

    @Schema(name = "SamePointsView")
    record SamePointsView(
            @NotNull String criterionCode,
            @NotNull BigDecimal maximum,
            int units,
            @NotNull BigDecimal points) {}

    @Schema(name = "CopiedFileView")
    record CopiedFileView(
            @NotNull String sha256,
            int units,
            int indicators,
            @NotNull List<FileUseView> uses) {}

    @Schema(name = "FileUseView")
    record FileUseView(
            @NotNull UUID unitId,
            @NotNull UUID reportId,
            @NotNull UUID indicatorId,
            @NotNull String indicatorName,
            @NotNull UUID fileId,
            @NotNull String fileName) {}

    private final RadarService service;
    private final AnyMandate anyMandate;

    RadarController(RadarService service, AnyMandate anyMandate) {
        this.service = service;
        this.anyMandate = anyMandate;
    }

    @GetMapping
    @Operation(
            summary =
                    "What stands out in a season, each line with what it was computed from and whether it reaches the threshold; a hint to look at, not an accusation")
    RadarView radar(
            Caller caller,
            @RequestParam UUID seasonId,
            @RequestParam(defaultValue = "5") @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 2)
                    BigDecimal selfAbove,
            @RequestParam(defaultValue = "20") @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
                    BigDecimal corrected,
            @RequestParam(defaultValue = "90") @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
                    BigDecimal fullMarks,
            @RequestParam(defaultValue = "3") @Min(2) @Max(1000) int sameUnits,
            @RequestParam(defaultValue = "3") @Min(2) @Max(1000) int copies) {
        anyMandate.require(caller, "indicators.read");
        var thresholds = new Radar.Thresholds(selfAbove, corrected, fullMarks, sameUnits, copies);
        return view(seasonId, thresholds, service.radar(caller, seasonId, thresholds));
    }

    private static RadarView view(UUID seasonId, Radar.Thresholds from, Radar radar) {
        return new RadarView(
                seasonId,
                radar.rankingId(),
                radar.scoresheetId(),
                new RadarThresholds(
                        from.selfAbove(), from.corrected(), from.fullMarks(), from.sameUnits(), from.copies()),
                radar.selfGaps().stream().map(gap -> view(gap, from)).toList(),
                radar.corrections().stream()
                        .map(one -> new CorrectionView(
                                one.unitId(),
                                one.reportId(),
                                one.examined(),
                                one.worse(),
                                one.percent(),
                                one.worse() > 0 && one.percent().compareTo(from.corrected()) >= 0))
                        .toList(),
                radar.fullMarks().stream()
                        .map(one -> new FullMarksView(
                                one.unitId(),
                                one.criteria(),
                                one.full(),
                                one.percent(),
                                one.percent().compareTo(from.fullMarks()) >= 0))
                        .toList(),
                radar.samePoints().stream()
                        .map(one -> new SamePointsView(one.criterionCode(), one.maximum(), one.units(), one.points()))
                        .toList(),
                radar.copiedFiles().stream().map(RadarController::view).toList());
    }

    private static SelfGapView view(Radar.SelfGap gap, Radar.Thresholds from) {
        var isHint = gap.percent() == null
                ? gap.self().signum() > 0
                : gap.percent().signum() > 0 && gap.percent().compareTo(from.selfAbove()) >= 0;
        return new SelfGapView(
                gap.seasonId(),
                gap.seasonName(),
                gap.scoresheetId(),
                gap.unitId(),
                gap.criteria(),
                gap.self(),
                gap.found(),
                gap.percent(),
                isHint);
    }

    private static CopiedFileView view(Radar.CopiedFile file) {
        return new CopiedFileView(
                file.sha256(),
                file.units(),
                file.indicators(),
                file.uses().stream()
                        .map(use -> new FileUseView(
                                use.unitId(),
                                use.reportId(),
                                use.indicatorId(),
                                use.indicatorName(),
                                use.fileId(),
                                use.fileName()))
                        .toList());
    }
}
