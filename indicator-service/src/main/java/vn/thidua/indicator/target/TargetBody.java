package vn.thidua.indicator.target;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers give of targets. */
final class TargetBody {
    static final String SOMETHING = "(?s).*\\S.*";

    private TargetBody() {}

    /** What is to be reached by the end of that part of the year. */
    record GivenPortion(
            @NotNull Target.Part periodKind,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered) {
        static @Nullable List<Target.Portion> all(@Nullable List<GivenPortion> given) {
            return given == null
                    ? null
                    : given.stream()
                            .map(one -> new Target.Portion(one.periodKind(), one.assigned(), one.registered()))
                            .toList();
        }
    }

    /**
     * @param unitOfMeasure as printed, one of the indicator's; left out, it is its own
     * @param portions left out, they stay
     * @param items left out, they stay; with items, registered is how many they are
     */
    record TargetChange(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,

            @Nullable @Pattern(regexp = SOMETHING) @Size(min = 1, max = 50)
            String unitOfMeasure,

            @Nullable @Size(max = 2) List<@NotNull @Valid GivenPortion> portions,

            @Nullable @Size(max = Target.MOST_ITEMS)
            List<@NotNull @Pattern(regexp = SOMETHING) @Size(min = 1, max = 200) String> items) {
        TargetDrafts.Given given(UUID unitId, UUID indicatorId) {
            return new TargetDrafts.Given(
                    unitId,
                    indicatorId,
                    assigned,
                    registered,
                    lastYear,
                    stripped(unitOfMeasure),
                    GivenPortion.all(portions),
                    tidied(items));
        }
    }

    record TargetRow(
            @NotNull UUID unitId,
            @NotNull UUID indicatorId,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,

            @Nullable @Pattern(regexp = SOMETHING) @Size(min = 1, max = 50)
            String unitOfMeasure,

            @Nullable @Size(max = 2) List<@NotNull @Valid GivenPortion> portions,

            @Nullable @Size(max = Target.MOST_ITEMS)
            List<@NotNull @Pattern(regexp = SOMETHING) @Size(min = 1, max = 200) String> items) {
        TargetDrafts.Given given() {
            return new TargetDrafts.Given(
                    unitId,
                    indicatorId,
                    assigned,
                    registered,
                    lastYear,
                    stripped(unitOfMeasure),
                    GivenPortion.all(portions),
                    tidied(items));
        }
    }

    /** @param replace whether rows that are not given fall away; left out, they stay */
    record TargetRows(
            @NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid TargetRow> rows,
            @Nullable Boolean replace) {}

    static @Nullable List<String> tidied(@Nullable List<String> items) {
        return items == null ? null : items.stream().map(TargetBody::tidied).toList();
    }

    private static String tidied(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
