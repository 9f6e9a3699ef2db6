package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNullElse;
import static vn.thidua.indicator.canonical.Decimals.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Part;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.SheetBody.Content;
import vn.thidua.indicator.scoresheet.SheetBody.CriterionBody;
import vn.thidua.indicator.scoresheet.SheetBody.GroupBody;
import vn.thidua.indicator.scoresheet.SheetBody.VariantBody;
import vn.thidua.indicator.scoresheet.Terms.Grade;
import vn.thidua.indicator.scoresheet.Terms.KnockOut;
import vn.thidua.indicator.scoresheet.Terms.Prize;
import vn.thidua.indicator.scoresheet.Terms.TieBreak;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** Reads a sheet from its JSON form, with every default put in; refuses rules with fields missing or fields of another kind. */
final class SheetReader {
    private final List<FieldError> errors = new ArrayList<>();

    private SheetReader() {}

    /** @throws vn.thidua.kit.problem.ProblemException 422 naming every rule that is not complete */
    static Sheet read(Content body) {
        var reader = new SheetReader();
        reader.check(body);
        if (!reader.errors.isEmpty()) {
            throw Problem.invalid(reader.errors).asException();
        }
        return new Sheet(
                plain(body.maximum()),
                requireNonNullElse(body.bonus(), BonusPlace.INSIDE),
                requireNonNullElse(body.notApplicable(), NotApplicable.EXCLUDE),
                requireNonNullElse(body.plan(), Plan.REGISTERED_ELSE_ASSIGNED),
                requireNonNullElse(body.belowZero(), false),
                new Rounding(
                        requireNonNullElse(body.rounding().at(), RoundedAt.CRITERION),
                        body.rounding().scale(),
                        body.rounding().mode()),
                body.groups().stream().map(SheetReader::group).toList(),
                terms(body),
                some(body.parts())
                        .map(part -> new Part(part.code(), part.name().strip(), plain(part.maximum()), part.in()))
                        .toList());
    }

    /**
     * One criterion of its own.
     *
     * @param at JSON Pointer of the criterion
     * @throws vn.thidua.kit.problem.ProblemException 422 when its rule is not complete
     */
    static Criterion read(String at, CriterionBody body) {
        var errors = errors(at, body);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return criterion(body);
    }

    private void check(Content body) {
        for (int g = 0; g < body.groups().size(); g++) {
            var criteria = body.groups().get(g).criteria();
            for (int c = 0; c < criteria.size(); c++) {
                errors.addAll(errors("/groups/%d/criteria/%d".formatted(g, c), criteria.get(c)));
            }
        }
    }

    private static List<FieldError> errors(String at, CriterionBody body) {
        var errors = new ArrayList<>(RuleFields.errors(at + "/rule", body.rule()));
        var variants = some(body.variants()).toList();
        for (int v = 0; v < variants.size(); v++) {
            var rule = variants.get(v).rule();
            if (rule != null) {
                errors.addAll(RuleFields.errors(at + "/variants/" + v + "/rule", rule));
            }
        }
        return errors;
    }

    private static Group group(GroupBody body) {
        return new Group(
                body.code(),
                body.name().strip(),
                plain(body.maximum()),
                body.bonusMaximum() == null ? BigDecimal.ZERO : plain(body.bonusMaximum()),
                body.criteria().stream().map(SheetReader::criterion).toList(),
                body.in());
    }

    private static Criterion criterion(CriterionBody body) {
        return new Criterion(
                body.code(),
                body.name().strip(),
                plain(body.maximum()),
                body.indicatorId(),
                RuleReader.rule(body.rule()),
                some(body.inputs())
                        .map(input -> new Input(
                                input.code(),
                                input.name().strip(),
                                input.indicatorId(),
                                requireNonNullElse(input.whole(), true)))
                        .toList(),
                RuleReader.whens(body.knockOuts()),
                some(body.notFor()).distinct().sorted().toList(),
                some(body.variants()).map(SheetReader::variant).toList(),
                some(body.periods()).distinct().sorted().toList());
    }

    private static Variant variant(VariantBody body) {
        return new Variant(
                some(body.forUnits()).toList(),
                body.label().strip(),
                plain(body.maximum()),
                body.rule() == null ? null : RuleReader.rule(body.rule()));
    }

    private static Terms terms(Content body) {
        return new Terms(
                body.unmatched(),
                some(body.knockOuts())
                        .map(knockOut -> new KnockOut(
                                knockOut.code(),
                                knockOut.name().strip(),
                                knockOut.of(),
                                knockOut.measured(),
                                RuleReader.range(knockOut.range()),
                                some(knockOut.zeroes()).toList()))
                        .toList(),
                some(body.grades())
                        .map(grade -> new Grade(
                                grade.code(),
                                grade.name().strip(),
                                RuleReader.range(grade.total()),
                                Decimals.plainOrNull(grade.everyCriterion()),
                                Decimals.plainOrNull(grade.everyGroup()),
                                requireNonNullElse(grade.vote(), false)))
                        .toList(),
                some(body.prizes())
                        .map(prize -> new Prize(prize.code(), prize.name().strip(), prize.count()))
                        .toList(),
                some(body.ties()).map(tie -> new TieBreak(tie.of())).toList());
    }

    private static <T> Stream<T> some(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
