package vn.thidua.indicator.target;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** What callers give of targets. */
final class TargetBody {
    private static final String SOMETHING = "(?s).*\\S.*";

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
                    items == null
                            ? null
                            : items.stream().map(TargetBody::tidied).toList());
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
                    items == null
                            ? null
                            : items.stream().map(TargetBody::tidied).toList());
        }
    }

    /** @param replace whether rows that are not given fall away; left out, they stay */
    record TargetRows(
            @NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid TargetRow> rows,
            @Nullable Boolean replace) {}

    /** @throws vn.thidua.kit.problem.ProblemException 422 at each number that cannot be kept as it is */
    static void check(
            String pointer,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear) {
        var errors = new ArrayList<FieldError>();
        check(errors, pointer + "/assigned", assigned);
        check(errors, pointer + "/registered", registered);
        check(errors, pointer + "/lastYear", lastYear);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private static void check(List<FieldError> errors, String pointer, @Nullable BigDecimal number) {
        if (number != null && !Decimals.fits(number)) {
            errors.add(FieldError.of(pointer, "range"));
        }
    }

    private static String tidied(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
