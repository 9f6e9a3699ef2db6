package vn.thidua.indicator.figure;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a figure is about; two figures about the same thing are one. */
record FigureKey(
        UUID seasonId,
        Figure.PeriodKind periodKind,
        UUID indicatorId,
        Figure.Subject subject,
        @Nullable UUID unitId,
        Figure.Measured measure,
        Figure.@Nullable Aggregation aggregation,
        @Nullable BigDecimal threshold) {
    static FigureKey of(Figure figure) {
        var members = figure.members();
        return new FigureKey(
                figure.seasonId(),
                figure.periodKind(),
                figure.indicatorId(),
                figure.subject(),
                figure.unitId(),
                figure.measure(),
                figure.aggregation(),
                members == null ? null : members.threshold());
    }
}
