package vn.thidua.indicator.scoresheet;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.SheetBody.Content;
import vn.thidua.indicator.scoresheet.SheetBody.CriterionBody;
import vn.thidua.indicator.scoresheet.SheetBody.GradeBody;
import vn.thidua.indicator.scoresheet.SheetBody.GroupBody;
import vn.thidua.indicator.scoresheet.SheetBody.InputBody;
import vn.thidua.indicator.scoresheet.SheetBody.KnockOutBody;
import vn.thidua.indicator.scoresheet.SheetBody.PartBody;
import vn.thidua.indicator.scoresheet.SheetBody.PrizeBody;
import vn.thidua.indicator.scoresheet.SheetBody.RoundingBody;
import vn.thidua.indicator.scoresheet.SheetBody.TieBody;
import vn.thidua.indicator.scoresheet.SheetBody.VariantBody;

/**
 * Writes a sheet in its JSON form, every default spelt out, so that a frozen sheet does not depend on what a default once was. What
 * a sheet does not have at all is left out.
 */
final class SheetWriter {
    private SheetWriter() {}

    static Content write(Sheet sheet) {
        var rounding = sheet.rounding();
        var terms = sheet.terms();
        return new Content(
                sheet.maximum(),
                sheet.bonus(),
                sheet.notApplicable(),
                sheet.plan(),
                sheet.belowZero(),
                new RoundingBody(rounding.at(), rounding.scale(), rounding.mode()),
                sheet.groups().stream()
                        .map(group -> new GroupBody(
                                group.code(),
                                group.name(),
                                group.maximum(),
                                group.bonusMaximum(),
                                group.criteria().stream()
                                        .map(SheetWriter::criterion)
                                        .toList(),
                                group.in()))
                        .toList(),
                terms.unmatched(),
                some(
                        terms.knockOuts(),
                        knockOut -> new KnockOutBody(
                                knockOut.code(),
                                knockOut.name(),
                                knockOut.of(),
                                knockOut.measured(),
                                RuleWriter.range(knockOut.range()),
                                knockOut.zeroes())),
                some(
                        terms.grades(),
                        grade -> new GradeBody(
                                grade.code(),
                                grade.name(),
                                RuleWriter.range(grade.total()),
                                grade.everyCriterion(),
                                grade.everyGroup(),
                                grade.vote())),
                some(terms.prizes(), prize -> new PrizeBody(prize.code(), prize.name(), prize.count())),
                some(terms.ties(), tie -> new TieBody(tie.of())),
                some(sheet.parts(), part -> new PartBody(part.code(), part.name(), part.maximum(), part.in())));
    }

    private static CriterionBody criterion(Criterion criterion) {
        return new CriterionBody(
                criterion.code(),
                criterion.name(),
                criterion.maximum(),
                criterion.indicatorId(),
                RuleWriter.rule(criterion.rule()),
                some(
                        criterion.inputs(),
                        input -> new InputBody(input.code(), input.name(), input.indicatorId(), input.whole())),
                criterion.knockOuts().isEmpty() ? null : RuleWriter.whens(criterion.knockOuts()),
                some(criterion.notFor(), unit -> unit),
                some(
                        criterion.variants(),
                        variant -> new VariantBody(
                                variant.forUnits(),
                                variant.label(),
                                variant.maximum(),
                                variant.rule() == null ? null : RuleWriter.rule(variant.rule()))),
                some(criterion.periods(), period -> period));
    }

    private static <T, B> @Nullable List<B> some(List<T> list, Function<T, B> write) {
        return list.isEmpty() ? null : list.stream().map(write).toList();
    }
}
