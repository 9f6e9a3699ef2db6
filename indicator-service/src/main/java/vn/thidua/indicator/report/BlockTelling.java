package vn.thidua.indicator.report;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.ProblemRenderer;

/** Shows what became of a block, with what stands in each cell now. */
@Component
class BlockTelling {
    private final GridQueries grid;
    private final ProblemRenderer texts;

    BlockTelling(GridQueries grid, ProblemRenderer texts) {
        this.grid = grid;
        this.texts = texts;
    }

    CellViews.SavedBlock view(UUID reportId, List<Block.Judged> judged, Locale locale) {
        var rows = grid
                .rows(
                        reportId,
                        judged.stream()
                                .map(Block.Judged::indicatorId)
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(GridViews.ReportRow::indicatorId, Function.identity()));
        var results = judged.stream()
                .map(one -> {
                    var row = rows.get(one.indicatorId());
                    return new CellViews.BlockResult(
                            one.indicatorId(),
                            one.outcome(),
                            one.errors().stream()
                                    .map(error -> new CellViews.CellError(
                                            error.pointer(), error.code(), texts.text(error, locale)))
                                    .toList(),
                            row == null ? null : row.cell(),
                            row == null ? null : row.percentOfPlan());
                })
                .toList();
        return new CellViews.SavedBlock(
                count(judged, Block.Outcome.SAVED),
                count(judged, Block.Outcome.UNCHANGED),
                count(judged, Block.Outcome.STALE),
                count(judged, Block.Outcome.REFUSED),
                results);
    }

    private static int count(List<Block.Judged> judged, Block.Outcome outcome) {
        return (int) judged.stream().filter(one -> one.outcome() == outcome).count();
    }
}
