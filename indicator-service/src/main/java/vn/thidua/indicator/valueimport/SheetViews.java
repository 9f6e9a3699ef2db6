package vn.thidua.indicator.valueimport;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workbook's lines as they are shown. */
final class SheetViews {
    private SheetViews() {}

    record ImportedCellError(@NotNull String code, @NotNull String detail) {}

    /**
     * @param cell as the spreadsheet names it, such as F12
     * @param shown what stood there
     */
    record ImportedCell(
            @NotNull String cell,
            @NotNull String indicatorCode,
            @NotNull String indicatorName,
            @NotNull String shown,
            @NotNull List<@NotNull ImportedCellError> errors) {}

    /**
     * @param number as the spreadsheet shows it
     * @param total cells with something in them
     * @param saved null, like the next two, while the line waits
     * @param problem type of the problem where all of it was refused
     * @param detail the problem in words
     * @param cells that were refused, each for itself
     */
    record ImportedLine(
            int number,
            @NotNull String unitCode,
            int total,
            @Nullable Integer saved,
            @Nullable Integer unchanged,
            @Nullable Integer refused,
            @Nullable String problem,
            @Nullable String detail,
            @NotNull List<@NotNull ImportedCell> cells) {}
}
